"""The settings that tests run under: the real ones, with quicker passwords and a watch for repeated queries."""

import atexit
import os
import tempfile

os.environ.setdefault("SECRET_KEY", "for tests only, never for a desk")
os.environ["HTTPS"] = "false"
os.environ["STATIC_ROOT"] = ""

from newsroom.settings import *  # noqa: F403
from newsroom.settings import BASE_DIR, DATABASES, INSTALLED_APPS, MIDDLEWARE

FILES_OF_TESTS = tempfile.TemporaryDirectory(prefix="newsroom-files-")
atexit.register(FILES_OF_TESTS.cleanup)
MEDIA_ROOT = FILES_OF_TESTS.name
FETCH_ADDRESSES = False
VAULT_KEYS = ["dGhpcyBrZXkgaXMgZm9yIHRlc3RzIGFuZCBmb3Igbm8="]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
INSTALLED_APPS = [*INSTALLED_APPS, "zeal"]
MIDDLEWARE = ["zeal.middleware.zeal_middleware", *MIDDLEWARE]
ZEAL_RAISE = True
ZEAL_ALLOWLIST = [
    {"model": "sessions.Session", "field": "get()"},  # Django fetches a session again to end it
    {"model": "newsroom.Trail", "field": "get()"},  # each verb about accounts locks the desk for itself
    {"model": "newsroom.User", "field": "get()"},  # who is signed in, and whose account is changed
]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "testserver"]

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, so that the threads of the live server and of the concurrency tests each have a connection of
    # their own; named for the process, so that two runs in one folder do not meet.
    DATABASES["default"]["TEST"] = {"NAME": str(BASE_DIR / "var" / f"tests-{os.getpid()}.sqlite3")}
else:
    # Eight threads at once and the test's own connection must not wait for each other.
    DATABASES["default"]["OPTIONS"]["pool"] |= {"min_size": 0, "max_size": 20}
