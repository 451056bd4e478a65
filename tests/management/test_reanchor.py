"""`manage.py reanchor`: claims of one file placed in the next, nothing stored."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

OLD = "Ferry late\r\n\r\nThe ferry was 40 minutes late 😀. Nobody was hurt. Rain fell.\r\n"
NEW = "Ferry late\r\n\r\nA line.\r\n\r\nThe ferry was 50 minutes late 😀. Nobody was hurt.\r\n"


def reanchor(folder: Path, claims: Any, old: bytes = OLD.encode(), **options: Any) -> list[dict[str, Any]]:
    names = [folder / name for name in ("old.txt", "new.txt", "claims.json")]
    for path, content in zip(names, (old, NEW.encode(), json.dumps(claims).encode()), strict=True):
        path.write_bytes(content)
    out = StringIO()
    call_command("reanchor", *map(str, names), stdout=out, **options)
    found = json.loads(out.getvalue())["claims"]
    assert isinstance(found, list)
    return found


def claim(words: str, number: int = 1) -> dict[str, Any]:
    return {"id": f"c{number}", "exact": words, "start": OLD.index(words), "end": OLD.index(words) + len(words)}


def test_claims_are_placed_in_code_points_of_the_file_as_it_is(tmp_path: Path) -> None:
    words = ["The ferry was 40 minutes late 😀.", "Nobody was hurt.", "Rain fell."]
    rows = reanchor(tmp_path, {"claims": [claim(each, n) for n, each in enumerate(words)]})
    late, hurt, rain = rows
    assert NEW[late["start"] : late["end"]] == "The ferry was 50 minutes late 😀."
    assert (late["id"], late["status"], late["changed"], late["why"]) == ("c0", "reworded", True, "40 → 50 minutes")
    assert NEW[hurt["start"] : hurt["end"]] == "Nobody was hurt."
    assert (hurt["status"], hurt["changed"], hurt["why"]) == ("unchanged", False, "")
    assert (rain["start"], rain["end"], rain["status"], rain["changed"]) == (None, None, "cut", True)
    assert all(set(row) == {"id", "start", "end", "status", "changed", "why"} for row in rows)


@pytest.mark.parametrize(
    "claims",
    [
        [],
        {"claims": [{"id": 1}]},
        {"claims": [{"id": "a", "start": 0, "end": 10_000}]},
        {"claims": [{"id": "a", "start": "0", "end": 3}]},
        {"claims": [{**claim("Rain fell."), "exact": "Snow fell."}]},
    ],
)
def test_claims_that_are_none_are_refused(tmp_path: Path, claims: Any) -> None:
    with pytest.raises(CommandError, match=r"claims\.json"):
        reanchor(tmp_path, claims)


def test_files_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"old\.txt is not UTF-8"):
        reanchor(tmp_path, {"claims": []}, old=b"caf\xe9")
    with pytest.raises(CommandError, match=r"gone\.txt"):
        call_command("reanchor", str(tmp_path / "gone.txt"), "-", "-")


def test_a_language_without_word_lists_keeps_no_mark(tmp_path: Path) -> None:
    [row] = reanchor(tmp_path, {"claims": [claim("The ferry was 40 minutes late 😀.")]}, language="de")
    assert (row["changed"], row["why"]) == (True, "40 → 50")
