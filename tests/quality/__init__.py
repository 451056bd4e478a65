"""How good the breakdown is: `python -m tests.quality`, or `make quality`.

Twenty stories of the house's own, marked by reading (`stories/`, the rules in `README.md`), are broken down and
compared with the marks; where the annotated news of the development data is there, it is scored as well.
"""
