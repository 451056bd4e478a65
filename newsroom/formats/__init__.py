"""Bytes to documents and back: pure Python, one module a format."""
