"""Long work that is kept as it is done: a folder each, which goes on after it was killed and replays once it is done.

A run knows neither what its work is nor who does it: a command, the service, or later a worker on a database.
"""
