"""Placeholder."""

from django.http import HttpRequest, HttpResponse


def speaker(request: HttpRequest, **kwargs: int) -> HttpResponse:
    return HttpResponse(status=501)
