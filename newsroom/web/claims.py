"""Placeholder."""

from django.http import HttpRequest, HttpResponse


def new(request: HttpRequest, **kwargs: int) -> HttpResponse:
    return HttpResponse(status=501)


def accept(request: HttpRequest, **kwargs: int) -> HttpResponse:
    return HttpResponse(status=501)


def bounds(request: HttpRequest, **kwargs: int) -> HttpResponse:
    return HttpResponse(status=501)


def dismiss(request: HttpRequest, **kwargs: int) -> HttpResponse:
    return HttpResponse(status=501)


def take_back(request: HttpRequest, **kwargs: int) -> HttpResponse:
    return HttpResponse(status=501)
