"""Django settings. Everything that differs between installations comes from the environment or from `.env`.

The README lists each variable; nothing here guesses what kind of machine it runs on.
"""

from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF
from environs import Env

BASE_DIR = Path(__file__).resolve().parent.parent

env = Env()
env.read_env(str(BASE_DIR / ".env"))

# Without one no server starts (wsgi.py) and Django signs nothing; looking at code and migrations needs none.
SECRET_KEY = env.str("SECRET_KEY", "")
DEBUG = env.bool("DEBUG", False)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", ["localhost", "127.0.0.1"])
SITE_URL = env.str("SITE_URL", "http://127.0.0.1:8000").rstrip("/")
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", [SITE_URL])

INSTALLED_APPS = [
    "newsroom",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "bootstrap",
    "crispy_forms",
    "crispy_bootstrap5",
    "csp",
    "django_htmx",
    "template_partials",
]

MIDDLEWARE = [
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "newsroom.web.strangers.SignedInMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "newsroom.web.refusals.RefusalMiddleware",
]

ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "newsroom.web.context.desk",
            ],
        },
    },
]

CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"

# --- Database: SQLite beside the code unless DATABASE_URL says otherwise ---

SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA busy_timeout=20000;PRAGMA cache_size=-16000;"
    "PRAGMA mmap_size=134217728;PRAGMA temp_store=MEMORY;PRAGMA journal_size_limit=27103364;"
    # Without this an INSERT OR REPLACE deletes rows behind the append-only triggers' backs.
    "PRAGMA recursive_triggers=ON;"
)
DATABASE_OPTIONS: dict[str, dict[str, Any]] = {
    "django.db.backends.sqlite3": {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": SQLITE_PRAGMAS,
    },
    "django.db.backends.postgresql": {
        "pool": {
            "min_size": env.int("DATABASE_POOL_MIN", 2),
            "max_size": env.int("DATABASE_POOL_MAX", 8),
            "timeout": 10,
        }
    },
}
DATABASES: dict[str, dict[str, Any]] = {
    "default": env.dj_db_url("DATABASE_URL", f"sqlite:///{BASE_DIR / 'var' / 'newsroom.sqlite3'}")
}
DATABASES["default"]["OPTIONS"] = {
    **DATABASES["default"].get("OPTIONS", {}),
    **DATABASE_OPTIONS[DATABASES["default"]["ENGINE"]],
}
# A new connection to a SQLite file reads all tables' definitions, which takes longer than most pages: each of the
# server's threads keeps one (in seconds). On PostgreSQL the pool keeps them.
DATABASES["default"]["CONN_MAX_AGE"] = 600 if DATABASES["default"]["ENGINE"].endswith("sqlite3") else 0

# Sign-in attempts are counted here, so every server process must see the same counts.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        # A full cache throws entries away at random: that must not let somebody go on guessing.
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}

# --- Accounts ---

AUTH_USER_MODEL = "newsroom.User"
AUTHENTICATION_BACKENDS = ["newsroom.web.sessions.AccountBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "stories-index"
ACCOUNT_ADAPTER = "newsroom.web.accounts.InvitedOnlyAdapter"
ACCOUNT_LOGIN_METHODS = {"email", "username"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # an administrator vouches for the address; the set-password link proves it
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGIN_ON_PASSWORD_RESET = True
# allauth's own tokens keep a second list of addresses, which would go on signing people in after a change of address.
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"  # noqa: S105
ACCOUNT_FORMS = {
    "login": "newsroom.web.forms.accounts.SignInForm",
    "change_password": "newsroom.web.forms.accounts.ChangePasswordForm",
    "reset_password": "newsroom.web.forms.accounts.ResetForm",
    "reset_password_from_key": "newsroom.web.forms.accounts.SetPasswordForm",
}
SIGN_IN_WAIT = 5  # minutes, after so many wrong passwords for one name that no more are looked at
# A whole newsroom may share one address, so that one is limited less than one name is. Only failures count.
ACCOUNT_RATE_LIMITS = {"login_failed": f"20/m/ip,5/{SIGN_IN_WAIT}m/key", "login": None}
# Those who look for identities that they are not named for; counted for each account, what it finds is not.
VAULT_RATE_LIMITS = {"stranger": f"5/{SIGN_IN_WAIT}m/user"}
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", 0)

EMAIL_URL = env.dj_email_url("EMAIL_URL", "console:")
EMAIL_BACKEND = EMAIL_URL["EMAIL_BACKEND"]
EMAIL_HOST = EMAIL_URL["EMAIL_HOST"]
EMAIL_PORT = EMAIL_URL["EMAIL_PORT"]
EMAIL_HOST_USER = EMAIL_URL["EMAIL_HOST_USER"]
EMAIL_HOST_PASSWORD = EMAIL_URL["EMAIL_HOST_PASSWORD"]
EMAIL_USE_TLS = EMAIL_URL["EMAIL_USE_TLS"]
EMAIL_USE_SSL = EMAIL_URL["EMAIL_USE_SSL"]
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", "Newsroom <newsroom@localhost>")

# --- Security ---

DEFAULT_EXCEPTION_REPORTER_FILTER = "newsroom.web.reporting.QuietReporterFilter"
CSRF_FAILURE_VIEW = "newsroom.web.strangers.stale"
HTTPS = env.bool("HTTPS", False)
SECURE_SSL_REDIRECT = HTTPS
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
if HTTPS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}
# A pasted story of 2 MB must reach the form, which refuses longer ones with the text still in the box.
DATA_UPLOAD_MAX_MEMORY_SIZE = 16 * 1024 * 1024

# --- Stories by address: off until an administrator says otherwise; then from these hosts alone, never from those ---

FETCH_ADDRESSES = env.bool("FETCH_ADDRESSES", False)
FETCH_ALLOW: list[str] = env.list("FETCH_ALLOW", [])
FETCH_DENY: list[str] = env.list("FETCH_DENY", [])

# --- Files of sources: in a folder, or in a bucket of a store that speaks S3 (the extra `s3` of pyproject.toml) ---

MEDIA_ROOT = env.str("MEDIA_ROOT", str(BASE_DIR / "var" / "media"))
S3_BUCKET = env.str("S3_BUCKET", "")
FILES: dict[str, Any] = {
    "BACKEND": "newsroom.domain.storing.WholeFiles",
    "OPTIONS": {"allow_overwrite": True, "file_permissions_mode": 0o600, "directory_permissions_mode": 0o700},
}
if S3_BUCKET:
    FILES = {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": S3_BUCKET,
            "endpoint_url": env.str("S3_ENDPOINT_URL", "") or None,
            "region_name": env.str("S3_REGION", "") or None,
            "access_key": env.str("S3_ACCESS_KEY", "") or None,
            "secret_key": env.str("S3_SECRET_KEY", "") or None,
            "location": env.str("S3_PREFIX", ""),
            "default_acl": None,
            "file_overwrite": True,
        },
    }
# What is sent beyond the bound is not even written down while it comes in.
FILE_UPLOAD_HANDLERS = [
    "newsroom.web.uploads.BoundedUploadHandler",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

# --- The vault for confidential sources: off without a key. The newest first; the others only open what they sealed ---

VAULT_KEYS: list[str] = env.list("VAULT_KEYS", [])

# --- Static files: served from the packages, or from STATIC_ROOT after collectstatic where that is set ---

STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = env.str("STATIC_ROOT", "") or None
WHITENOISE_USE_FINDERS = STATIC_ROOT is None
STORAGES = {
    "default": FILES,
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if STATIC_ROOT
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}

# --- Language and time ---

LANGUAGE_CODE = "en"
USE_I18N = True
USE_TZ = True
TIME_ZONE = env.str("TIME_ZONE", "UTC")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", "WARNING")},
}

# --- For trying the desk out: the password of the sample accounts, see `manage.py sample` ---

SAMPLE_PASSWORD = env.str("SAMPLE_PASSWORD", "")
