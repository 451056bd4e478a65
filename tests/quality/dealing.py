"""Makes second drafts of the house's own stories, and knows what became of every sentence.

Each scenario is a class of edits that a desk meets, dealt by seeded dice: the same seed, the same drafts.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace

from tests.quality.marked import Story, stories
from tests.quality.revisions import Blocks, Line, Revision, revision
from tests.quality.wording import Wording

PER_SCENARIO = 100
# So many second drafts have short lines.
WRAPPED = 0.15
BOILERPLATE = (
    "The ministry did not respond to a request for comment.",
    "She declined to say more.",
    "Police are still looking for witnesses.",
    "The company said it would appeal.",
    "No one was hurt.",
    "The trial continues.",
    "Tickets are on sale at the harbour office from nine until noon on weekdays.",
    "This story will be updated.",
    "A spokesman for Harrow Lines, which runs the route, said the firm was looking into it.",
)
LISTS = (
    "In {year}, the port counted {n} ships.",
    "In {year}, {n} people applied and {m} were taken on.",
    "Ward {m}: {n} votes for, 12 against.",
    "{name}, {m}, won by {n} votes.",
    "- {name} ({year})",
    "The {name} line carried {n} passengers a day in {year}.",
    "Q{m}: {n} complaints",
)
NAMES = ("Aldersund", "Brevik", "Carrow", "Dunmore", "Eastry", "Falken", "Garth", "Holm", "Inver", "Jarrow", "Kelso")
Wanted = Callable[[Line], bool]


def revisions(each: int = PER_SCENARIO) -> Iterator[Revision]:
    """So many pairs of drafts of every scenario."""
    pool = [paragraphs(story) for story in stories()]
    for scenario in SCENARIOS:
        for seed in range(each):
            yield Dealer(scenario, seed, pool).deal()


def paragraphs(story: Story) -> list[list[str]]:
    """A story's sentences, paragraph by paragraph, without bylines and the like."""
    found: list[list[str]] = []
    last = -1
    for start, end in story.sentences:
        if last < 0 or "\n\n" in story.text[last:start]:
            found.append([])
        found[-1].append(story.text[start:end])
        last = end
    return found


def anything(line: Line) -> bool:
    return bool(line.text)


def with_figures(line: Line) -> bool:
    return any(char.isdigit() for char in line.text)


class Dealer:
    """One pair of drafts in the making, of two stories: `texts` become the old one, `new` is worked on."""

    def __init__(self, scenario: str, seed: int, pool: list[list[list[str]]]) -> None:
        self.scenario, self.seed = scenario, seed
        self.dice = random.Random(f"{scenario} {seed}")
        first, second, *others = self.dice.sample(pool, len(pool))
        self.texts = [list(block) for block in first + second]
        self.pool = [text for story in others for block in story for text in block]
        self.wording = Wording(self.dice, self.pool)
        self.new: Blocks = []

    def deal(self) -> Revision:
        prepare, change = SCENARIOS[self.scenario]
        prepare(self)
        numbers = iter(range(10_000))
        old = [[Line(text, next(numbers)) for text in block] for block in self.texts]
        self.new = [list(block) for block in old]
        change(self)
        return revision(self.scenario, self.seed, old, self.new, wrapped=self.dice.random() < WRAPPED)

    # --- What the old draft has in it ---

    def nothing(self) -> None:
        """The stories as they are."""

    def boilerplate(self) -> None:
        """Two sentences that stand in several paragraphs, now and then alone; never next to themselves."""
        for text in self.dice.sample(BOILERPLATE, 2):
            for _ in range(self.dice.randint(2, 5)):
                place = self.dice.randrange(len(self.texts) - 1)
                if any(text in block for block in self.texts[max(0, place - 1) : place + 2]):
                    continue
                if self.dice.random() < 0.2:
                    self.texts.insert(place, [text])
                else:
                    block = self.texts[place]
                    block.insert(self.dice.choice([len(block), len(block), self.dice.randint(0, len(block))]), text)

    def lines(self) -> None:
        """A list whose lines differ by a figure or a name, each a block or all in one."""
        pattern, dice = self.dice.choice(LISTS), self.dice
        lines = [
            pattern.format(year=year, name=dice.choice(NAMES), n=dice.randint(100, 999), m=dice.randint(1, 60))
            for year in range(2012, 2012 + dice.randint(4, 9))
        ]
        place = dice.randrange(len(self.texts))
        self.texts[place:place] = [[line] for line in lines] if dice.random() < 0.5 else [lines]

    def twins(self) -> None:
        """Paragraphs that another one nearby is a copy of, but for a figure or word in each sentence."""
        for _ in range(3):
            place = self.dice.randrange(len(self.texts))
            twin = [self.wording.figures(text) for text in self.texts[place]]
            self.texts.insert(min(len(self.texts), place + self.dice.choice([1, 1, 2, 5])), twin)

    # --- What is done to the new one ---

    def several(self, least: int, most: int, *deeds: Callable[["Dealer"], None]) -> None:
        for _ in range(self.dice.randint(least, most)):
            self.dice.choice(deeds)(self)

    def spot(self, wanted: Wanted = anything) -> tuple[int, int] | None:
        """The paragraph and place of a sentence."""
        spots = [(i, j) for i, block in enumerate(self.new) for j, line in enumerate(block) if wanted(line)]
        return self.dice.choice(spots) if spots else None

    def twice(self, line: Line) -> bool:
        return sum(other.text == line.text for block in self.new for other in block) > 1

    def change(self, edit: Callable[[str], str], wanted: Wanted = anything) -> None:
        if spot := self.spot(wanted):
            line = self.new[spot[0]][spot[1]]
            self.new[spot[0]][spot[1]] = replace(line, text=edit(line.text))

    def delete(self, wanted: Wanted = anything) -> None:
        if spot := self.spot(wanted):
            del self.new[spot[0]][spot[1]]
            self.new = [block for block in self.new if block]

    def reword(self) -> None:
        self.change(self.wording.reworded)

    def insert(self) -> None:
        if spot := self.spot():
            self.new[spot[0]].insert(spot[1], Line(self.dice.choice(self.pool)))

    def delete_block(self) -> None:
        if len(self.new) > 3:
            del self.new[self.dice.randrange(len(self.new))]

    def insert_block(self) -> None:
        at = self.dice.randrange(len(self.pool) - 3)
        block = [Line(text) for text in self.pool[at : at + self.dice.randint(1, 3)]]
        self.new.insert(self.dice.randint(0, len(self.new)), block)

    def move_block(self, wanted: Wanted = anything) -> None:
        if spot := self.spot(wanted):
            block = self.new.pop(spot[0])
            self.new.insert(self.dice.randint(0, len(self.new)), block)

    def move_sentence(self) -> None:
        if spot := self.spot():
            line = self.new[spot[0]].pop(spot[1])
            target = self.dice.choice(self.new)
            target.insert(self.dice.randint(0, len(target)), line)
            self.new = [block for block in self.new if block]

    def swap(self) -> None:
        block = self.dice.choice(self.new)
        if len(block) > 1:
            at = self.dice.randrange(len(block) - 1)
            block[at], block[at + 1] = block[at + 1], block[at]

    def merge(self) -> None:
        if len(self.new) > 2:
            at = self.dice.randrange(len(self.new) - 1)
            self.new[at : at + 2] = [self.new[at] + self.new[at + 1]]

    def split(self) -> None:
        at = self.dice.randrange(len(self.new))
        block = self.new[at]
        if len(block) > 1:
            cut = self.dice.randint(1, len(block) - 1)
            self.new[at : at + 1] = [block[:cut], block[cut:]]

    def delete_copy(self) -> None:
        self.delete(self.twice)

    def move_copy(self) -> None:
        self.move_block(self.twice)

    def edit_copy(self) -> None:
        self.change(self.wording.reworded, self.twice)

    def another_copy(self) -> None:
        """One more of a sentence that stands there already, at the end or beginning of a paragraph."""
        spot, at = self.spot(self.twice) or self.spot(), self.dice.randrange(len(self.new))
        if spot:
            text = self.new[spot[0]][spot[1]].text
            if all(line.text != text for block in self.new[max(0, at - 1) : at + 2] for line in block):
                self.new[at].insert(self.dice.choice([0, len(self.new[at])]), Line(text))

    def delete_line(self) -> None:
        self.delete(with_figures)

    def edit_line(self) -> None:
        self.change(self.wording.figures, with_figures)

    def insert_line(self) -> None:
        if spot := self.spot(with_figures):
            self.new[spot[0]].insert(spot[1], Line(self.wording.figures(self.new[spot[0]][spot[1]].text)))


LIGHT = (Dealer.reword, Dealer.reword, Dealer.reword, Dealer.delete, Dealer.insert)
BY_BLOCKS = (Dealer.delete_block, Dealer.insert_block, Dealer.move_block)


def changed(*rounds: tuple[int, int, tuple[Callable[[Dealer], None], ...]]) -> Callable[[Dealer], None]:
    """What is done in a scenario: from so many to so many of some deeds, round after round."""

    def change(dealer: Dealer) -> None:
        for least, most, deeds in rounds:
            dealer.several(least, most, *deeds)

    return change


# What the old draft has in it, and what is done to it.
SCENARIOS: dict[str, tuple[Callable[[Dealer], None], Callable[[Dealer], None]]] = {
    "light": (Dealer.nothing, changed((3, 8, LIGHT))),
    "heavy": (Dealer.nothing, changed((25, 45, LIGHT), (1, 3, BY_BLOCKS))),
    "moved": (
        Dealer.nothing,
        changed((1, 3, (Dealer.move_block, Dealer.move_block, Dealer.move_sentence, Dealer.swap)), (0, 4, LIGHT)),
    ),
    "paragraphs": (Dealer.nothing, changed((2, 7, (Dealer.merge, Dealer.split)), (0, 5, LIGHT))),
    "repeated": (
        Dealer.boilerplate,
        changed(
            (1, 4, (Dealer.delete_copy, Dealer.move_copy, Dealer.another_copy, Dealer.edit_copy)),
            (0, 8, (*LIGHT, *BY_BLOCKS[:2])),
        ),
    ),
    "lists": (
        Dealer.lines,
        changed((1, 4, (Dealer.delete_line, Dealer.edit_line, Dealer.insert_line, Dealer.swap)), (0, 4, LIGHT)),
    ),
    "lookalikes": (
        Dealer.twins,
        changed((1, 3, (Dealer.delete_block, Dealer.delete, Dealer.delete_line)), (0, 4, LIGHT)),
    ),
}
