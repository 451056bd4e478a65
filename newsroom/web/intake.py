"""Placeholder."""

from django.http import HttpRequest, HttpResponse


def new(request: HttpRequest, **kwargs: int) -> HttpResponse:
    return HttpResponse(status=501)


def imported(request: HttpRequest, **kwargs: int) -> HttpResponse:
    return HttpResponse(status=501)
