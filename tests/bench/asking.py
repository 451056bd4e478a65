"""A browser reduced to what costs the server something: one kept-alive connection, a session, a CSRF token."""

import time
import uuid
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from http.client import HTTPConnection
from multiprocessing import get_context
from typing import Any, NamedTuple
from urllib.parse import urlencode

from tests.bench.gauge import HEADER

HOST = "127.0.0.1"
TOKEN = "c" * 32
HTMX = {"HX-Request": "true"}
Form = Callable[[int], tuple[str, dict[str, Any]]]


class Answer(NamedTuple):
    """What came back for one request; `ms` on the client's clock, `cpu` in ms of the answering thread."""

    ms: float
    status: int
    size: int
    queries: int
    cpu: float
    body: bytes


@dataclass(frozen=True, slots=True)
class Question:
    """One kind of request. `of` gives the path and, for a POST, the form of the n-th one."""

    name: str
    of: Callable[[int], tuple[str, dict[str, Any] | None]]
    headers: dict[str, str]
    expects: int = 200


class Wrong(Exception):
    """The server answered something else than the question expects."""


class Browser:
    def __init__(self, port: int, session: str) -> None:
        self.connection = HTTPConnection(HOST, port, timeout=60)
        self.cookie = f"sessionid={session}; csrftoken={TOKEN}"

    def ask(self, path: str, form: dict[str, Any] | None = None, headers: dict[str, str] | None = None) -> Answer:
        sent = {"Cookie": self.cookie, "Accept-Encoding": "gzip", **(headers or {})}
        body = None
        if form is not None:
            body = urlencode(form).encode()
            sent |= {"X-CSRFToken": TOKEN, "Content-Type": "application/x-www-form-urlencoded"}
        start = time.perf_counter()
        self.connection.request("GET" if form is None else "POST", path, body, sent)
        response = self.connection.getresponse()
        content = response.read()
        ms = (time.perf_counter() - start) * 1000
        queries, _space, cpu = response.headers.get(HEADER, "0 0").partition(" ")
        return Answer(ms, response.status, len(content), int(queries), int(cpu) / 1000, content)

    def must(self, question: Question, turn: int) -> Answer:
        path, form = question.of(turn)
        answer = self.ask(path, form, question.headers)
        if answer.status != question.expects:
            raise Wrong(f"{question.name}: {path} answered {answer.status}\n{answer.body[:2000]!r}")
        return answer


def in_turns(
    port: int, session: str, questions: Sequence[Question], *, rounds: int, warm: int = 6
) -> dict[str, list[Answer]]:
    """Every question once in each round, so that all of them meet the same weather; the first rounds don't count."""
    browser = Browser(port, session)
    answers: dict[str, list[Answer]] = {question.name: [] for question in questions}
    for turn in range(warm + rounds):
        for question in questions:
            answer = browser.must(question, turn)
            if turn >= warm:
                answers[question.name].append(answer._replace(body=b""))
    return answers


def get(name: str, path: str, *, expects: int = 200, **headers: str) -> Question:
    return Question(name, lambda _turn: (path, None), headers, expects)


# --- Forms ---


def bare_form(thread: int) -> Form:
    """The n-th post to the bare view."""
    return lambda turn: (f"/bare/insert/{thread}/", {"comment": f"Seen in the register, page {turn}."})


def mark_form(claims: Sequence[Sequence[int]], place: int = 0, step: int = 1) -> Form:
    """The n-th mark of one person, who goes through every `step`-th claim from `place` on, again and again."""
    mine = claims[place::step]

    def form(turn: int) -> tuple[str, dict[str, Any]]:
        claim, anchor = mine[turn % len(mine)]
        verdict = ("sourced", "opinion")[turn % 2]
        number = turn // len(mine)
        said = f"Seen in the register, page {turn}."
        shown = {"anchor": anchor, "number": number, "key": uuid.uuid4(), "show": "all"}
        return f"/claims/{claim}/mark/", {**shown, "verdict": verdict, "comment": said}

    return form


# --- Several at once ---


class Crowd(NamedTuple):
    """What several clients got in the same seconds."""

    rate: float
    answers: list[Answer]


def together(jobs: Sequence[tuple[Any, ...]]) -> Crowd:
    """Run `alone(*job)` for each job in a process of its own; answers a second, from the first to the last."""
    begin = time.time() + 1.5
    with ProcessPoolExecutor(len(jobs), mp_context=get_context("spawn")) as pool:
        done = list(pool.map(alone, *zip(*[(begin, *job) for job in jobs], strict=True)))
    answers = [answer for _start, _end, part in done for answer in part]
    lasted = max(end for _start, end, _part in done) - min(start for start, _end, _part in done)
    return Crowd(len(answers) / lasted, answers)


def alone(begin: float, port: int, session: str, seconds: float, name: str, form: str, arguments: Any) -> Any:
    """One client of a crowd; `form` names the function here that makes its forms."""
    browser = Browser(port, session)
    question = Question(name, globals()[form](*arguments), HTMX)
    time.sleep(max(0.0, begin - time.time()))
    start, turn, answers = time.time(), 0, []
    while time.time() < start + seconds:
        answers.append(browser.must(question, turn)._replace(body=b""))
        turn += 1
    return start, time.time(), answers
