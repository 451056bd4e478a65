"""Where a sentence with several facts is cut. One bar where it is."""

import pytest

from newsroom.text.breakdown import breakdown

CASES = """
The bridge was built in 1931|and widened in 1968.
The bridge, built in 1931,|carries 8,000 cars a day.
The port lost 40 jobs,|while Kell gained 12.
Marta Falk, who has led the port since 2016,|wants to sell two ferries.
The fleet has 12 ferries,|three of them older than the port itself.
Fares rose 4 per cent,|the largest increase since 1999.
The toll was raised to 40 crowns,|up from 25 a year earlier.
The road has cost 40 million crowns,|at £700,000 a mile.
It opened on 3 May,|two years later than promised.
The owner sold two ferries,|three barges|and 12 lorries.
The port promised 600 berths,|a ban on cruise ships|and £5m for the sea wall.
Lind won 412 votes,|and Falk won 398.
Lind won 412 votes;|Falk won 398.
The ferry sank on 3 May|after a lorry broke loose on deck 2.
The ferry lost 40 containers|because two chains were loose.
The ferry hit the quay at Holm,|injuring 12 passengers.
The ferry hit the quay at Holm,|injuring 12 passengers|and sinking two barges.
Ida Storm bought the mill in 1999;|she died in 2004.
Ida Storm blamed the crew:|six of the 14 sailors were asleep.
In 2019 the ferry carried 40,000 people,|and the barge carried 900.
Though the toll rose to 40 crowns,|it is still the lowest in Norway.
The line ends at Kell, where|400 people live.
The pool opened in 1931|and drew 48,200 swimmers last year,|down from 71,000 in 2009.
“We are full,” said Ida Storm, 54,|a teacher who moved to Holm in 1999.
The mayor, Jon Falk, wants it by 2030, which|would save 190,000 crowns a year.
Lind took 43 per cent of the vote,|compared with 38 per cent in 2019.
The state has 40 harbours|and 31 of them are closed.
"""
WHOLE = """
The crew, 14 men and women, slept on board.
Mara Lind, 52, of Holm, denies four charges.
“It was built in 1978, and it was mended in 2004,” said Mara Lind.
The ferry was late, and nobody minded at all that evening.
Both the ferry built in 1978 and the barge built in 1990 are for sale.
When the ferry sank in 2019, the port closed.
He said that if the port closed in May, he would leave Holm.
The plan, Lind said, costs 40 million crowns.
The 12 boats and four barges were sold.
Two adults, 3 children and 4 dogs were hurt.
It sails on 3 May, 4 June and 5 July.
The trial (it began on 3 May, and 40 people came) is over.
The council – which met on 3 May, and again on 9 May – said no.
It is the first to sail since the port opened in 1999.
The port closed two days after the ferry sank in May.
Lind said: “We lost 40 men in 1999.”
She met Ana Sorel, Jon Falk and Ida Storm, who sat in the hall.
Port loses 40 jobs, and Kell gains 12
"""


def parts(text: str) -> list[str]:
    return [text[claim.start : claim.end] for claim in breakdown(text).claims]


def bare(words: str) -> str:
    """Without the signs and joining words at its ends."""
    for joint in (" where", " which", "and ", "while ", "after ", "because "):
        words = words.removesuffix(joint) if joint[0] == " " else words.removeprefix(joint)
    return words.strip(" .,;:")


@pytest.mark.parametrize("marked", CASES.strip().splitlines())
def test_facts_are_cut_apart_without_the_words_that_join_them(marked: str) -> None:
    assert parts(marked.replace("|", " ")) == [bare(part) for part in marked.split("|")]


@pytest.mark.parametrize("sentence", WHOLE.strip().splitlines())
def test_what_is_one_fact_stays_whole(sentence: str) -> None:
    assert parts(sentence) == [sentence.removesuffix(".")]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The ferry sank on 3 May, police said on Friday.", "The ferry sank on 3 May"),
        ("The ferry sank on 3 May, according to the port.", "The ferry sank on 3 May"),
        ("The ferry sank on 3 May, a report by the port showed.", "The ferry sank on 3 May"),
        ("But the ferry sank on 3 May.", "the ferry sank on 3 May"),
        ("However, the ferry sank on 3 May.", "the ferry sank on 3 May"),
    ],
)
def test_words_that_do_not_carry_the_fact_are_left_out(sentence: str, words: str) -> None:
    assert parts(sentence) == [words]


def test_an_attribution_in_the_middle_loses_nothing() -> None:
    sentence = "The plan is cheap, he said, selling it would be dear and could cost Holm 40 jobs."
    assert "selling it would be dear" in " ".join(parts(sentence))


def test_each_part_has_the_kinds_of_its_own_words() -> None:
    text = "The port lost 40 jobs, while Kell gained a hall for £3m."
    assert [claim.kinds for claim in breakdown(text).claims] == [("number",), ("name", "money")]
    assert {claim.rule for claim in breakdown(text).claims} == {"part of a sentence"}
