"""How fast the desk is: `python -m tests.bench`, or `make bench`.

Ten thousand stories are written into a fresh database, the production server is started on it, and clients in
processes of their own ask for pages as browsers do. Beside every page stands a bare view on the same server.
"""
