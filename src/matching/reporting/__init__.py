"""What people get of a review: a workbook and a pack for the panel, tables and JSON for analysts."""
