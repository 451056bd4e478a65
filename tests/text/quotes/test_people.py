"""Whom a short name or a pronoun stands for."""

import pytest

from newsroom.text.quotes import quotes

STORY = """“We should have kept it,” said Ilse Marsh, the mayor of Tolm.

The company wanted to build 44 flats. “Nobody may change that hall,” said Piet Odo, who leads the opposition. His \
group voted against it. Odo called the plan “a costume.”

Marsh does not dispute the sum. She said that the state would pay most of it.

“I have read the report more often than anything else,” she told the council in Holm."""


def speakers(text: str) -> list[tuple[str, str]]:
    return [(quote.speaker_mention, quote.speaker) for quote in quotes(text)]


def test_pronouns_stand_for_who_led_a_sentence_or_spoke_and_agree_with_what_is_known_of_them():
    assert speakers(STORY) == [
        ("Ilse Marsh", "Ilse Marsh"),
        ("Piet Odo", "Piet Odo"),
        ("Odo", "Piet Odo"),
        ("She", "Ilse Marsh"),
        ("she", "Ilse Marsh"),
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Mara Lind sailed with Jon Falk. “It leaks,” she said.", "Mara Lind"),
        ("Mara Lind sailed with Mr. Jon Falk. “It leaks,” he said.", "Jon Falk"),
        ("Mara Lind came with her son Olav. “It leaks,” he said.", "Olav"),
        ("“It leaks,” said Mara Lind. The Holm Courier was there. “It will sink,” she said.", "Mara Lind"),
        ("Mara Lind sailed to New Sund. “It leaks,” Ms. Lind said.", "Mara Lind"),
        ("The crew met J. J. Falk. “It leaks,” Falk said.", "J. J. Falk"),
        ("“It leaks,” said captain Mara Lind.", "Mara Lind"),
        ("The Courier wrote. “It leaks,” it said.", ""),
        ("“It leaks,” Radio Sund’s Mara Lind said.", "Mara Lind"),
    ],
)
def test_last_speaker(text, speaker):
    assert quotes(text)[-1].speaker == speaker
