"""The tests; folders mirror `newsroom/`, with `browser/` and `bench/` beside them."""
