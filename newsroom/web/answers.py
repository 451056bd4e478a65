"""Answers that Django has no class for."""

from django.http import HttpResponseRedirect


class SeeOther(HttpResponseRedirect):
    """303: the post is done, look at the result with GET."""

    status_code = 303
