"""Benchmarks, each run as a script and each with its peer beside it."""
