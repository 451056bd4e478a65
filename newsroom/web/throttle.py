"""How long somebody has still to wait after too many wrong passwords."""

import time
from math import ceil

from allauth.core.internal.ratelimit import get_cache_key, get_rates
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
