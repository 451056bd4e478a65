"""Placeholder."""

from django.http import HttpRequest, HttpResponse


def index(request: HttpRequest, **kwargs: int) -> HttpResponse:
    return HttpResponse(status=501)


def details(request: HttpRequest, **kwargs: int) -> HttpResponse:
    return HttpResponse(status=501)
