"""Activities: the only place that changes state. Each verb is atomic, locks the story, asks, writes and records."""
