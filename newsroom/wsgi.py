"""The WSGI callable that the production server loads."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")

application = get_wsgi_application()
# Django looks at the key when something is signed; a server without one must not start at all.
_required = settings.SECRET_KEY
