"""Forms: what a page may post, and the errors that belong beside a field."""
