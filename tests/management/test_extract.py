"""`manage.py extract`: for people, as JSON, and line by line; nothing is stored."""

import io
import json
import sys
from io import StringIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.management import CommandError, call_command

STORY = "Ferry late again\n\nThe ferry was 40 minutes late on Tuesday.\n\n“It leaks,” said Mara Lind.\n"


def extract(*files: str, **options: Any) -> str:
    out = StringIO()
    call_command("extract", *files, stdout=out, **options)
    return out.getvalue()


def write(folder: Path, content: str | bytes, name: str = "ferry.txt") -> str:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return str(path)


def test_lines_for_people(tmp_path: Path) -> None:
    path = write(tmp_path, STORY)
    first, *lines = extract(path).splitlines()
    assert first == f"{path}: 3 sentences, 1 quotes, 3 claims"
    assert "“It leaks,”  [Mara Lind; sure: said X]" in lines[0]
    assert any("40 minutes" in line and "number, date" in line for line in lines)


def test_json_is_one_object_for_one_file_and_a_list_for_several(tmp_path: Path) -> None:
    path = write(tmp_path, STORY)
    found = json.loads(extract(path, json=True))
    [quote] = found["quotes"]
    assert found["text"][quote["start"] : quote["end"]] == "“It leaks,”"
    assert set(quote) == {
        *("start", "end", "type", "speaker", "speaker_mention", "cue", "marked", "confidence", "doubtful"),
    }
    assert set(found["claims"][0]) == {"start", "end", "kinds", "flags", "opinion"}
    assert [one["id"] for one in json.loads(extract(path, path, json=True))] == [path, path]


def test_json_lines_keep_the_text_as_it_is(tmp_path: Path) -> None:
    text = "  Odd\tspaces.  “It leaks,” said Mara Lind.\r\n"
    lines = "\n".join(json.dumps({"id": number, "text": text}) for number in (7, "b"))
    found = [json.loads(line) for line in extract(write(tmp_path, lines + "\n\n"), jsonl=True).splitlines()]
    assert [one["id"] for one in found] == [7, "b"]
    assert [text[start:end] for start, end in found[0]["sentences"]] == ["Odd\tspaces.", "“It leaks,” said Mara Lind."]
    [quote] = found[0]["quotes"]
    assert (quote["speaker"], quote["type"], quote["marked"]) == ("Mara Lind", "direct", [[15, 26]])


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(STORY.encode())))
    assert extract("-").startswith("-: 3 sentences")


@pytest.mark.parametrize(
    ("content", "options", "complaint"),
    [
        ('{"id": 1, "text": "x"}\n{"id": 2,', {"jsonl": True}, "line 2: this is not JSON"),
        ('{"id": 1}', {"jsonl": True}, "line 1: an object with “id” and “text”"),
        ("[1]", {"jsonl": True}, "line 1: an object"),
        (b'"\xff"', {"jsonl": True}, "line 1: this is not JSON"),
        (b"caf\xe9", {}, "byte 3 (0xe9)"),
        ("", {"json": True}, "no words"),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path: Path, content: str | bytes, options: Any, complaint: str) -> None:
    path = write(tmp_path, content)
    with pytest.raises(CommandError) as caught:
        extract(path, **options)
    assert str(caught.value).startswith(path)
    assert complaint in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"none.txt: No such file"):
        extract(str(tmp_path / "none.txt"))


def test_json_and_json_lines_exclude_each_other() -> None:
    with pytest.raises(CommandError, match="not allowed with"):
        call_command("extract", "--json", "--jsonl", "-")
