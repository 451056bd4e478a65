"""Placeholder."""

from django.http import HttpRequest, HttpResponse


def article(request: HttpRequest, **kwargs: int) -> HttpResponse:
    return HttpResponse(status=501)


def changes(request: HttpRequest, **kwargs: int) -> HttpResponse:
    return HttpResponse(status=501)


def mark(request: HttpRequest, **kwargs: int) -> HttpResponse:
    return HttpResponse(status=501)


def undo(request: HttpRequest, **kwargs: int) -> HttpResponse:
    return HttpResponse(status=501)


def resolve(request: HttpRequest, **kwargs: int) -> HttpResponse:
    return HttpResponse(status=501)
