"""Stories about a made-up coast: the same number gives the same story, on every machine."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from string import Formatter

SEED = "newsroom bench"
CLAIMS = 30  # in a story of some 500 words
HEADS = ("Ost", "Kell", "Bram", "Vin", "Thor", "Mar", "Lund", "Sel", "Hav", "Wick", "Gran", "Ald", "Ruth", "Fen", "Dun")
TAILS = ("rand", "by", "mere", "holm", "stead", "ness", "bridge", "low", "combe", "sund", "ford", "garth", "hythe")
PLACES = tuple(head + tail for head in HEADS for tail in TAILS)
FIRST = ("Marta", "Jonas", "Ines", "Tomas", "Wiebke", "Noor", "Pia", "Ada", "Silas", "Runa", "Emil", "Orla", "Kit")
BODIES = ("harbour board", "water company", "school council", "district court", "ferry line", "fire service")
THINGS = ("north pier", "pumping station", "school kitchen", "tidal gate", "bus depot", "lending library", "fish hall")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November")
DESKS = ("City", "Coast", "Courts", "Schools", "Sport", "")
SENTENCES = (
    ("In {month} the {body} of {place} paid {n} crowns for the {thing}, the most ever.", "money date superlative"),
    ("The {body} counted {n} visitors at the {thing}, twice as many as in {year}.", "number date comparison"),
    ("{name}, who has led the {body} since {year}, lives beside the {thing} with two dogs.", "name date description"),
    ("Because the {thing} was under water, the {body} closed the road from {place} to {place2}.", "cause place"),
    ("It is the oldest {thing} between {place} and {place2}, the {body} writes in a report.", "superlative place"),
    ("The share of broken lamps in {place} fell to {p} per cent within {n} days.", "percentage number"),
    ("{name} told the {body} that nobody from {place} had inspected the {thing}.", "name paraphrase allegation"),
    ("The {body} and the town of {place} have shared the {thing} since {year}, records show.", "place date status"),
    ("Nobody in {place} could say why the {thing} needed {n} new windows before the winter.", "number place"),
)
QUOTES = (
    "We tested the {thing} for {n} days and found nothing that would worry {place}",
    "The {body} promised us {n} crowns for the {thing}, and none have arrived",
    "There were {n} people on the {thing}, and all of them came home to {place}",
)
HEADLINE = "{place} waits for its {thing} after {n} days"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One claim: its words and kinds, and who says them if it is a quotation."""

    text: str
    kinds: tuple[str, ...]
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    headline: str
    byline: str
    desk: str
    paragraphs: list[list[Sentence]]


def story(number: int, claims: int = CLAIMS) -> Story:
    """The story with this number; three sentences make a paragraph."""
    random = Random(f"{SEED} {number} {claims}")
    sentences = [sentence(random, quoted=i % 5 == 3) for i in range(claims)]
    return Story(
        headline=filled(random, HEADLINE),
        byline=name(random),
        desk=random.choice(DESKS),
        paragraphs=[sentences[i : i + 3] for i in range(0, claims, 3)],
    )


def sentence(random: Random, *, quoted: bool) -> Sentence:
    if not quoted:
        pattern, kinds = random.choice(SENTENCES)
        return Sentence(filled(random, pattern), tuple(kinds.split()))
    speaker = name(random)
    return Sentence(f"“{filled(random, random.choice(QUOTES))},” said {speaker}.", ("number", "quote"), speaker)


def filled(random: Random, pattern: str) -> str:
    """The pattern with a word for each of its gaps."""
    return pattern.format(**{gap: word(random, gap) for gap in gaps(pattern)})


def gaps(pattern: str) -> Iterator[str]:
    return (gap for _words, gap, _spec, _conversion in Formatter().parse(pattern) if gap)


def word(random: Random, gap: str) -> str:
    if gap == "name":
        return name(random)
    if gap in ("n", "p", "year"):
        return str(random.randrange(*{"n": (12, 9000), "p": (2, 90), "year": (1920, 2020)}[gap]))
    lists = {"place": PLACES, "place2": PLACES, "body": BODIES, "thing": THINGS, "month": MONTHS}
    return random.choice(lists[gap])


def name(random: Random) -> str:
    return f"{random.choice(FIRST)} {random.choice(PLACES)}"


def as_text(told: Story) -> str:
    """The story as a text file holds it: headline, blank line, paragraphs."""
    paragraphs = (" ".join(sentence.text for sentence in paragraph) for paragraph in told.paragraphs)
    return "\n\n".join([told.headline, *paragraphs])
