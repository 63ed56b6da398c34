"""Tests of the made-up authority."""
