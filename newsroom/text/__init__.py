"""Words in, spans out: pure Python, no Django, no files."""
