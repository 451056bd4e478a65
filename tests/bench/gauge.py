"""What one request costs the server, told in a header of its answer."""

from collections.abc import Callable
from time import thread_time_ns
from typing import Any

from django.db import connection
from django.http import HttpRequest, HttpResponse

HEADER = "X-Bench"


class Gauge:
    """Puts the number of SQL statements and the processor time (in µs) of the answering thread into a header.

    Processor time hardly depends on what else the machine does, so ratios of it can be trusted where the clock can't.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        statements = 0

        def count(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
            nonlocal statements
            statements += sql != "BEGIN IMMEDIATE"  # on PostgreSQL nobody sees the beginning of a transaction either
            return execute(sql, *rest)

        started = thread_time_ns()
        with connection.execute_wrapper(count):
            response = self.get_response(request)
        response[HEADER] = f"{statements} {(thread_time_ns() - started) // 1000}"
        return response
