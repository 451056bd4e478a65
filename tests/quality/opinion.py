"""The opinion hint, measured: `python -m tests.quality.opinion ../shared/data/opinion_train.jsonl`.

Precision and recall as shipped, and cross-validated: the weights of the classes learnt anew from seven eighths of the
sentences, the threshold in use applied to the rest.
"""

import json
import math
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from newsroom.text.breakdown import breakdown
from newsroom.text.opinion import OPEN, THRESHOLD, WEIGHTS, cues, is_quoting
from newsroom.text.speech import own_words

FOLDS, ROUNDS, STEPS, RIDGE = 8, 4, 300, 2.0


def rows(path: Path) -> Iterator[tuple[list[int], bool, bool, bool]]:
    """Of each sentence: its cues, whether it can be hinted at, whether it is, and whether people call it opinion."""
    for line in path.read_text().splitlines():
        record = json.loads(line)
        text = record["text"]
        found = breakdown(text)
        own = own_words(text, 0, len(text), [quote for quote in found.quotes if not quote.doubtful])
        values = cues(own, quoting=is_quoting(text))
        hinted = any(claim.opinion for claim in found.claims)
        yield values, bool(found.claims) and any(values[:OPEN]), hinted, bool(record["label"])


def learnt(cases: Sequence[tuple[Sequence[int], bool]]) -> tuple[list[float], float]:
    """Weights and bias by logistic regression with a ridge: gradient descent with momentum."""
    width = len(WEIGHTS) + 1
    found, speed = [0.0] * width, [0.0] * width
    for _ in range(STEPS):
        slope = [RIDGE * value for value in found[:-1]] + [0.0]
        for values, label in cases:
            row = [*values, 1]
            error = 1 / (1 + math.exp(-sum(map(float.__mul__, found, map(float, row))))) - label
            for place, value in enumerate(row):
                slope[place] += error * value
        for place in range(width):
            speed[place] = 0.9 * speed[place] + slope[place] / len(cases)
            found[place] -= 0.05 * speed[place]
    return found[:-1], found[-1]


def score(shown: Sequence[bool], labels: Sequence[bool]) -> str:
    right = sum(map(bool.__and__, shown, labels))
    return f"precision {right / max(1, sum(shown)):.3f}  recall {right / sum(labels):.3f}  shown {sum(shown)}"


def main(path: Path) -> None:
    values, able, hinted, labels = zip(*rows(path), strict=True)
    print(f"as shipped       {score(hinted, labels)}")
    whole, bias = learnt(list(zip(values, labels, strict=True)))
    print("learnt weights  ", [round(10 * value, 1) for value in whole], "bias", round(10 * bias, 1))
    margin = THRESHOLD / 10 + bias
    for seed in range(ROUNDS):
        order = list(range(len(labels)))
        random.Random(seed).shuffle(order)
        shown = [False] * len(labels)
        for fold in range(FOLDS):
            held = set(order[fold::FOLDS])
            found, base = learnt([(values[i], labels[i]) for i in order if i not in held])
            for i in held:
                shown[i] = able[i] and sum(map(float.__mul__, found, map(float, values[i]))) + base >= margin
        print(f"cross-validated  {score(shown, labels)}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
