"""Who tries too often: wrong passwords, and identities that are not there for the person."""

import time
from math import ceil

from allauth.core.internal.ratelimit import consume, get_cache_key, get_rates
from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

ALLAUTH, FAILED = "allauth.account", "login_failed"


def minutes_left(request: HttpRequest, key: str) -> int:
    """Minutes, at least 1, until a password for the name in `key` is looked at again.

    allauth keeps for each limit the times of the failures that count, the newest first; a failure counts no more when
    the limit's time has gone by, so that a full list waits for its oldest one.
    """
    waits = [0.0]
    for rate in get_rates(app=ALLAUTH, action=FAILED):
        failures = cache.get(get_cache_key(request, app=ALLAUTH, action=FAILED, rate=rate, key=key), [])
        if len(failures) >= rate.amount:
            waits.append(failures[rate.amount - 1] + rate.duration - time.time())
    return max(1, ceil(max(waits) / 60))


def is_stranger(request: HttpRequest) -> bool:
    """Whether the person asked too often lately for identities that are not there for them."""
    return not limited(request, dry_run=True)


def count_stranger(request: HttpRequest) -> None:
    """They asked once more."""
    limited(request, dry_run=False)


def limited(request: HttpRequest, *, dry_run: bool) -> bool:
    """Whether a try is left to the person; it is used up unless this is a `dry_run`."""
    config = settings.VAULT_RATE_LIMITS
    sent = {"app": "newsroom.vault", "action": "stranger", "config": config, "limit_get": True}
    return consume(request, dry_run=dry_run, **sent) is not None
