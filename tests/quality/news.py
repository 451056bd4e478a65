"""The breakdown on news that people annotated: third-party text, read from outside and kept nowhere."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newsroom.text.breakdown import Quote, breakdown

BESIDE = Path(__file__).parents[3] / "shared" / "data"
DATA = Path(os.environ.get("QUALITY_DATA", BESIDE))
FOLDS = 5


def records(name: str) -> Iterator[dict[str, Any]]:
    with (DATA / name).open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def text() -> str:
    """All articles of the development set as one."""
    return "\n\n".join(record["text"] for record in records("quotes_dev.jsonl"))


def there() -> bool:
    return (DATA / "quotes_dev.jsonl").exists()


def scored(scorer: str, *arguments: str | Path, lines: list[dict[str, Any]]) -> dict[str, Any]:
    """What a scorer of the data's own says of the lines."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
        file.writelines(json.dumps(line) + "\n" for line in lines)
        file.flush()
        command = [sys.executable, DATA / scorer, *arguments, file.name, "--json"]
        answer: dict[str, Any] = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    return answer


def quote_line(quote: Quote) -> dict[str, Any]:
    fields = ("start", "end", "speaker", "speaker_mention", "cue", "marked")
    return {"type": quote.kind, **{field: getattr(quote, field) for field in fields}}


def silent_unless_sure(quote: Quote) -> dict[str, Any]:
    line = quote_line(quote)
    return line if quote.confidence == "sure" else {**line, "speaker": "", "speaker_mention": ""}


def quotes() -> dict[str, float]:
    """The measures of the quotations, by the name they have in the table."""
    gold = DATA / "quotes_dev.jsonl"
    found = [(record["id"], breakdown(record["text"]).quotes) for record in records(gold.name)]
    lines = [{"id": id, "quotes": [quote_line(quote) for quote in said]} for id, said in found]
    sure = [{"id": id, "quotes": [silent_unless_sure(quote) for quote in said]} for id, said in found]

    def score(*options: str, lines: list[dict[str, Any]] = lines) -> dict[str, Any]:
        return scored("score_quotes.py", "--gold", gold, *options, lines=lines)

    marked, certain = score(), score(lines=sure)["speaker"]
    return {
        "marked stretches, exact F1": marked["exact"]["f1"],
        "marked stretches, exact recall": marked["exact"]["r"],
        "speaker, lenient": marked["speaker"]["lenient"],
        "sure speakers: given": certain["given"],
        "sure speakers: lenient": certain["lenient_when_given"],
        "whole statements, overlap F1": score("--layer", "content", "--speech")["overlap"]["f1"],
        "indirect statements, overlap F1": score("--layer", "content", "--types", "indirect", "--speech")["overlap"][
            "f1"
        ],
    }


def sentences() -> float:
    """How many of the tricky snippets are cut exactly as people cut them."""
    right = 0
    for record in records("sentences_dev.jsonl"):
        cut = [record["text"][slice(*span)] for span in breakdown(record["text"]).sentences]
        right += cut == record["sentences"]
    return right


def opinion() -> dict[str, float]:
    """The opinion hint on the sentences of NewsSD-ENG (nlp-unibo/newssd-eng, CC BY 4.0).

    As shipped: the weights were learnt from this very file. `tests.quality.opinion` learns them anew for each fold.
    """
    gold = list(records("opinion_train.jsonl"))
    hints = [any(claim.opinion for claim in breakdown(record["text"]).claims) for record in gold]
    lines = [{"id": record["id"], "label": int(hint)} for record, hint in zip(gold, hints, strict=True)]
    whole = scored("score_binary.py", DATA / "opinion_train.jsonl", lines=lines)["results"]["all"]
    folds = [list(zip(gold, hints, strict=True))[place::FOLDS] for place in range(FOLDS)]
    worst = min(precision([(bool(record["label"]), hint) for record, hint in fold]) for fold in folds)
    return {"opinion, precision": whole["P"], "opinion, worst fold": worst, "opinion, recall": whole["R"]}


def precision(answers: list[tuple[bool, bool]]) -> float:
    hinted = [label for label, hint in answers if hint]
    return sum(hinted) / len(hinted) if hinted else 1.0
