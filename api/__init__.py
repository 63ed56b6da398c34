"""The service: the engine over HTTP, for the panel's own systems."""
