"""Newsroom: an editorial review desk in the browser."""
