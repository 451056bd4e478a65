"""The production settings, with the bare views beside the desk's pages and a gauge around everything."""

from newsroom.settings import *  # noqa: F403
from newsroom.settings import MIDDLEWARE

ROOT_URLCONF = "tests.bench.urls"
MIDDLEWARE = ["tests.bench.gauge.Gauge", *MIDDLEWARE]
