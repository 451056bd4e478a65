"""`python -m tests.bench.fill FIRST END`: `filling`, in a process that has set Django up."""

import sys

import django

if __name__ == "__main__":
    django.setup()
    from tests.bench import filling  # models can only be imported now

    filling.main(int(sys.argv[1]), int(sys.argv[2]))
