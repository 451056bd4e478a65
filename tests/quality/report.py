"""The measures as tables for people, each with what is asked of it beside it."""

from collections.abc import Mapping

from tests.quality.floors import FLOORS
from tests.quality.own import Measured

COLUMNS = ("sentences", "numbers", "dates", "quotes", "names", "superlatives")


def line(name: str, value: float) -> None:
    shown = f"{value:10.0f}" if value > 1 else f"{value:10.3f}"
    print(f"{name:36}{shown}{against(name, value)}")


def against(name: str, value: float) -> str:
    if name not in FLOORS:
        return ""
    least, aim = FLOORS[name]
    verdict = "aim met" if value >= aim else "met" if value >= least else "MISSED"
    return f"   at least {least:g}, aim {aim:g}: {verdict}"


def measures(found: Mapping[str, float]) -> None:
    for name, value in found.items():
        line(name, value)


def stories(found: Mapping[str, Measured]) -> None:
    """Story by story: recall of each class of tokens, F1 of the claims, sentences cut of those to be cut."""
    print(f"{'recall':14}" + "".join(f"{name:>14}" for name in COLUMNS) + f"{'claims F1':>12}{'splits':>9}")
    for name, story in found.items():
        recalls = "".join(f"{part(story, column):>14}" for column in COLUMNS)
        print(f"{name:14}{recalls}{story.claims.f1:12.3f}{story.splits.found:6}/{story.splits.wanted}")


def part(story: Measured, column: str) -> str:
    tally = story.ledger[column]
    return f"{tally.found}/{tally.wanted}"


def overall(whole: Measured) -> None:
    for name in COLUMNS:
        tally = whole.ledger[name]
        line(f"{name}, recall", tally.recall)
        line(f"{name}, precision", tally.precision)
    for name, tally in (("claims", whole.claims), ("splits", whole.splits)):
        line(f"{name}, precision", tally.precision)
        line(f"{name}, recall", tally.recall)
    line("claims, F1", whole.claims.f1)


def kinds(whole: Measured) -> None:
    print(f"\n{'kinds of matched claims':28}{'marked':>8}{'given':>8}{'precision':>11}{'recall':>9}")
    for name, tally in sorted(whole.kinds.items()):
        print(f"{name:28}{tally.wanted:8}{tally.offered:8}{tally.precision:11.3f}{tally.recall:9.3f}")


def speed(name: str, times: float, rate: float, most: float) -> None:
    verdict = "met" if times <= most else "MISSED"
    print(f"\n{name}: {times:.1f} × the bare loop, at most {most:g} ×: {verdict} ({rate:,.0f} words a second)")
