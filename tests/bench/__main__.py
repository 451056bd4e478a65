"""Runs the measurements on one or both databases and prints them."""

import argparse
import gzip
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests import postgres
from tests.bench import report, stories
from tests.bench.asking import HTMX, Browser, Crowd, Question, bare_form, get, in_turns, mark_form, together
from tests.bench.serving import SERVERS, serving

# Marks must survive a power cut here as they do on a desk.
postgres.QUICK = ("max_connections=60",)  # type: ignore[assignment]
FEW, MANY, CLIENTS = 1000, 10_000, 8
STATIC = re.compile(r'(?:href|src)="(/static/[^"]+)"')
IMPORTED = re.compile(r'(?:from|import)\s*"(\.[^"]+)"')


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--stories", type=int, default=MANY, help="how many stories the desk holds")
    parser.add_argument("--database", choices=("sqlite", "postgresql", "both"), default="both")
    parser.add_argument("--server", choices=(*SERVERS, "both"), default="gunicorn")
    parser.add_argument("--rounds", type=int, default=80, help="how often each page is asked for")
    parser.add_argument("--seconds", type=float, default=8, help="how long eight clients mark")
    return parser.parse_args()


@contextmanager
def database(name: str, folder: Path) -> Iterator[dict[str, str]]:
    """An empty database, as environment variables."""
    fixed = {"DJANGO_SETTINGS_MODULE": "tests.bench.settings", "SECRET_KEY": "for the bench only", "HTTPS": "false"}
    fixed |= {"DEBUG": "false", "STATIC_ROOT": "", "ALLOWED_HOSTS": "127.0.0.1"}
    if name == "sqlite":
        yield {**fixed, "DATABASE_URL": f"sqlite:///{folder / 'desk.sqlite3'}"}
        return
    with postgres.running() as server:
        yield {**fixed, "DATABASE_URL": server.url}


def fill(first: int, end: int, environment: dict[str, str]) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.bench.fill", str(first), str(end)]
    done = subprocess.run(command, env={**os.environ, **environment}, check=True, stdout=subprocess.PIPE)
    plan: dict[str, Any] = json.loads(done.stdout)
    return plan


def lists(stories_there: int) -> list[Question]:
    deep = max(2, stories_there // 25 - 5)
    return [
        get("list, first page", "/"),
        get("list, deep page", f"/?page={deep}"),
        get("list, filtered", "/?status=checking&desk=City"),
        get("search by headline", "/?q=ostrand"),
    ]


def pages(plan: dict[str, Any]) -> list[Question]:
    """The review page, with the bare views between so that they meet the same weather."""
    big, thread = plan["big"]["200"], plan["big"]["200"]["thread"]
    story, (claim, _anchor) = f"/stories/{big['article']}/", big["claims"][100]
    questions = [
        get("bare loop, 200 claims", f"/bare/loop/{big['article']}/"),
        get("review page, 200 claims", f"{story}?show=all"),
    ]
    for size in ("100", "400"):
        questions.append(get(f"review page, {size} claims", f"/stories/{plan['big'][size]['article']}/?show=all"))
    return [
        *questions,
        get("one card", f"{story}?claim={claim}&show=all", **HTMX),
        Question("bare POST", bare_form(thread), HTMX),
    ]


def polling(plan: dict[str, Any], version: int) -> Question:
    path = f"/stories/{plan['big']['100']['article']}/changes/?since={version}&open=0&show=all"
    return get("poll, nothing changed", path, expects=304, **{**HTMX, "If-None-Match": f'"{version}"'})


def crowds(port: int, plan: dict[str, Any], seconds: float) -> dict[str, Crowd]:
    """Eight people posting to the bare view, marking a story each, and all marking the same one."""
    big, sessions = plan["big"]["200"], plan["sessions"][1 : CLIENTS + 1]
    bare: list[tuple[str, tuple[Any, ...]]] = [("bare_form", (big["thread"],))] * CLIENTS
    each = [("mark_form", (other["claims"],)) for other in plan["others"]]
    same = [("mark_form", (big["claims"], place, CLIENTS)) for place in range(CLIENTS)]
    jobs = {"bare POST, 8 clients": bare, "mark, 8 clients, a story each": each, "mark, 8 clients, one story": same}
    return {
        name: together([(port, key, seconds, name, *job) for key, job in zip(sessions, work, strict=False)])
        for name, work in jobs.items()
    }


def first_load(port: int, plan: dict[str, Any]) -> dict[str, int]:
    """Bytes of the review page and of everything it asks for, as they cross the wire."""
    browser = Browser(port, plan["sessions"][0])
    page = browser.ask(f"/stories/{plan['big']['200']['article']}/?show=all")
    sizes = {"page": page.size}
    waiting = STATIC.findall(gzip.decompress(page.body).decode())
    while waiting:
        path = waiting.pop()
        if path in sizes:
            continue
        answer = browser.ask(path)
        sizes[path] = answer.size
        if path.endswith(".js"):
            body = gzip.decompress(answer.body) if answer.body[:2] == b"\x1f\x8b" else answer.body
            waiting += [str(Path(path).parent / name) for name in IMPORTED.findall(body.decode())]
    return sizes


def import_many(number: int, folder: Path, environment: dict[str, str]) -> float:
    """Seconds that the command takes to bring in so many text files."""
    texts = folder / "texts"
    texts.mkdir()
    for n in range(number):
        (texts / f"{n:04}.txt").write_text(stories.as_text(stories.story(10**6 + n)))
    command = [sys.executable, "manage.py", "import_article", "--by", "client0", *sorted(map(str, texts.iterdir()))]
    started = time.monotonic()
    subprocess.run(command, env={**os.environ, **environment}, check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - started


def measure(name: str, server: str, options: argparse.Namespace) -> None:
    few = min(FEW, options.stories)
    with tempfile.TemporaryDirectory(prefix="newsroom-bench-") as folder, database(name, Path(folder)) as environment:
        plan = fill(0, few, environment)
        with serving(server, environment) as port:
            session = plan["sessions"][0]
            before = in_turns(port, session, lists(few), rounds=options.rounds // 2) if few < options.stories else {}
            started = time.monotonic()
            plan = {**fill(few, options.stories, environment), "sessions": plan["sessions"]}
            rows = f"{plan['stories']} stories, {plan['claims']} claims"
            print(f"\n## {name}, {server}: {rows} (written in {time.monotonic() - started:.0f} s)")
            questions = [
                *lists(options.stories),
                *pages(plan),
                polling(plan, plan["big"]["100"]["version"]),
                Question("mark, 1 client", mark_form(plan["big"]["200"]["claims"]), HTMX),
            ]
            answers = in_turns(port, session, questions, rounds=options.rounds)
            report.table(answers)
            report.growth(answers, before, few, options.stories)
            report.crowds(crowds(port, plan, options.seconds))
            report.first_load(first_load(port, plan))
        number = min(FEW, options.stories)
        report.importing(number, import_many(number, Path(folder), environment))


def main() -> None:
    options = arguments()
    for name in ("sqlite", "postgresql") if options.database == "both" else (options.database,):
        for server in SERVERS if options.server == "both" else (options.server,):
            measure(name, server, options)


if __name__ == "__main__":
    main()
