"""Two answers to one question held beside each other, as things are and as they would be: what differs, and why."""
