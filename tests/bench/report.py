"""The measurements as tables for people, each with its target beside it."""

from collections.abc import Mapping, Sequence
from statistics import median, quantiles

from tests.bench.asking import Answer, Crowd

MOST_QUERIES = 12
MOST_TIMES = 3.0
MOST_BYTES = 200 * 1024
# What each line is held against.
BARE = {"review page, 200 claims": "bare loop, 200 claims", "mark, 1 client": "bare POST"}


def table(answers: Mapping[str, Sequence[Answer]]) -> None:
    print(f"{'':26}{'p50 ms':>9}{'p95 ms':>9}{'cpu ms':>9}{'queries':>9}{'bytes':>9}   against the bare view")
    for name, given in answers.items():
        times, most = [answer.ms for answer in given], max(answer.queries for answer in given)
        cpu, size = median(answer.cpu for answer in given), median(answer.size for answer in given)
        line = f"{name:26}{median(times):9.1f}{quantiles(times, n=20)[-1]:9.1f}{cpu:9.1f}{most:9}{size:9.0f}"
        print(f"{line}   {against(name, answers)}{'' if most <= MOST_QUERIES else f'  over {MOST_QUERIES} queries'}")


def against(name: str, answers: Mapping[str, Sequence[Answer]]) -> str:
    """How many times as long as its bare view: on the clock, and in processor time."""
    if name not in BARE:
        return ""
    mine, bare = answers[name], answers[BARE[name]]
    clock = median(a.ms for a in mine) / median(a.ms for a in bare)
    cpu = median(a.cpu for a in mine) / median(a.cpu for a in bare)
    return f"{clock:.2f} × (cpu {cpu:.2f} ×), target {MOST_TIMES:.0f} ×: {met(clock <= MOST_TIMES)}"


def met(yes: bool) -> str:
    return "met" if yes else "MISSED"


def growth(
    answers: Mapping[str, Sequence[Answer]], before: Mapping[str, Sequence[Answer]], few: int, many: int
) -> None:
    """Ten times the stories, four times the claims: nothing may grow faster than its rows."""
    pairs = [(name, before[name], answers[name], many / few) for name in before]
    pairs.append(("review page, 400 : 100", answers["review page, 100 claims"], answers["review page, 400 claims"], 4))
    for name, small, large, rows in pairs:
        times = median(a.ms for a in large) / median(a.ms for a in small)
        queries = max(a.queries for a in large) - max(a.queries for a in small)
        print(f"{name:26}{rows:4.0f} × the rows: {times:5.2f} × the time, {queries:+d} queries: {met(times <= rows)}")


def crowds(found: Mapping[str, Crowd]) -> None:
    for name, crowd in found.items():
        times = [answer.ms for answer in crowd.answers]
        print(f"{name:30}{median(times):9.1f}{quantiles(times, n=20)[-1]:9.1f}   {crowd.rate:.0f} a second")


def first_load(sizes: Mapping[str, int]) -> None:
    total = sum(sizes.values())
    verdict = met(total <= MOST_BYTES)
    print(f"first load: {total / 1024:.0f} KB in {len(sizes)} answers, target {MOST_BYTES // 1024} KB: {verdict}")
    print("   " + ", ".join(f"{name.removeprefix('/static/')} {size}" for name, size in sizes.items()))


def importing(number: int, seconds: float) -> None:
    print(f"import of {number} stories: {seconds:.1f} s, {seconds / number * 1000:.1f} ms each")
