"""Claims in the next draft: on their words, or nowhere."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsroom.text.anchors import Placed, reanchor
from newsroom.text.graphemes import snap
from newsroom.text.sentences import sentences
from tests.text.revise import COSMETIC, MATERIAL, stories

FERRY = "The ferry Selma left the harbour of Aldersund at noon with eleven people on board."
PUMP = "A pump had failed twice that week, the harbour log says."
HOTEL = "The owner spent the night in a hotel by the station and slept badly."
RAIN = "Rain fell on the island from Tuesday until the end of the week."


def follow(old: str, new: str, words: str, nth: int = 0, language: str = "") -> tuple[Placed, str | None]:
    """What became of the nth copy of some words, and the words they stand on now."""
    start = -1
    for _ in range(nth + 1):
        start = old.index(words, start + 1)
    [placed] = reanchor(old, new, [(start, start + len(words))], language=language)
    return placed, None if placed.start is None else new[placed.start : placed.end]


# --- The six states ---


def test_the_same_words_in_the_same_place_are_unchanged() -> None:
    placed, words = follow(f"{FERRY}\n\n{PUMP}", f"New first line.\n\n{FERRY}\n\n{PUMP}", PUMP)
    assert (placed.state, placed.changed, placed.why, words) == ("unchanged", False, "", PUMP)


def test_a_paragraph_elsewhere_is_moved_and_keeps_its_marks() -> None:
    placed, words = follow(f"{FERRY} {RAIN}\n\n{PUMP}\n\n{HOTEL}", f"{PUMP}\n\n{HOTEL}\n\n{FERRY} {RAIN}", FERRY)
    assert (placed.state, placed.changed, words) == ("moved", False, FERRY)


def test_a_number_changed_is_reworded_and_says_which() -> None:
    old, new = "It lost 1.2 million crowns in May.", "It lost 1.3 million crowns in May."
    placed, words = follow(f"{FERRY} {old} {RAIN}", f"{FERRY} {new} {RAIN}", old)
    assert (placed.state, placed.changed, placed.why, words) == ("reworded", True, "1.2 → 1.3 million", new)


def test_words_that_are_gone_are_cut() -> None:
    placed, _ = follow(f"{FERRY} {HOTEL} {RAIN}", f"{FERRY} {RAIN}", HOTEL)
    assert placed[:4] == (None, None, "cut", True)


def test_a_claim_whose_sentence_now_stands_in_two_paragraphs_is_split() -> None:
    words = f"{FERRY} {PUMP}"
    placed, _ = follow(f"{HOTEL} {words} {RAIN}", f"{HOTEL} {FERRY}\n\n{PUMP} {RAIN}", words)
    assert placed[:4] == (None, None, "split", True)


def test_the_same_short_words_about_somebody_else_are_ambiguous() -> None:
    old = f"{FERRY}\n\nBerg was arrested on the quay. He denied the charges. A hearing is set for May.\n\n{RAIN}"
    new = f"{FERRY}\n\n{RAIN}\n\nThe owner of the hotel was fined too. He denied the charges. Nobody believed it."
    placed, _ = follow(old, new, "He denied the charges.")
    assert (placed.start, placed.state, placed.changed) == (None, "ambiguous", True)


def test_a_statement_that_names_its_subject_is_followed_anywhere() -> None:
    words = "Mara Lind was fined 400 crowns by the port."
    old, new = (
        f"{FERRY} {words} {PUMP}\n\n{HOTEL} {RAIN}",
        f"{FERRY} {PUMP}\n\n{HOTEL} So much is known: {words} {RAIN}",
    )
    placed, there = follow(old, new, words)
    assert (placed.state, placed.changed, there) == ("moved", False, words)


# --- Never the lookalike ---


def test_the_same_short_words_in_a_paragraph_put_in_place_of_theirs_are_ambiguous() -> None:
    old = f"{FERRY}\n\nBerg was arrested on the quay. He denied the charges. A hearing is set for May.\n\n{RAIN}"
    new = f"{FERRY}\n\nThe hotel owner was fined too. He denied the charges. Nobody believed it.\n\n{RAIN}"
    assert follow(old, new, "He denied the charges.")[0][:3] == (None, None, "ambiguous")


NORTH = "The north depot burned on Friday. Police said 12 people were hurt when the roof fell. Nobody was charged."
SOUTH = "The south depot burned on Sunday. Police said 14 people were hurt when the roof fell. Nobody was charged."


@pytest.mark.parametrize("words", ["Police said 12 people were hurt when the roof fell.", "Nobody was charged."])
def test_the_first_of_two_like_paragraphs_deleted_is_cut(words: str) -> None:
    placed, _ = follow(f"{FERRY}\n\n{NORTH}\n\n{SOUTH}\n\n{RAIN}", f"{FERRY}\n\n{SOUTH}\n\n{RAIN}", words)
    assert (placed.start, placed.state) == (None, "cut")


def test_a_lookalike_that_was_edited_stays_with_its_own_claim() -> None:
    edited = SOUTH.replace("Sunday", "Sunday night")
    old, new = f"{FERRY}\n\n{NORTH}\n\n{SOUTH}\n\n{RAIN}", f"{FERRY}\n\n{edited}\n\n{RAIN}"
    assert follow(old, new, "Police said 12 people were hurt when the roof fell.")[0].state == "cut"
    placed, words = follow(old, new, "The south depot burned on Sunday.")
    assert (placed.state, placed.changed, words) == ("reworded", True, "The south depot burned on Sunday night.")
    assert follow(old, new, "Nobody was charged.", 1)[1] == "Nobody was charged."


def test_a_lookalike_far_away_is_not_looked_for() -> None:
    placed, _ = follow(f"{NORTH}\n\n{FERRY}\n\n{RAIN}", f"{FERRY}\n\n{RAIN}\n\n{HOTEL}\n\n{SOUTH}", NORTH)
    assert placed.start is None


def test_a_sentence_that_stood_twice_and_stands_once_is_not_placed_twice() -> None:
    old, new = f"{PUMP} {FERRY} {RAIN}\n\n{HOTEL} {PUMP}", f"{FERRY} {RAIN}\n\n{HOTEL} {PUMP}"
    assert follow(old, new, PUMP, 0)[0].start is None
    assert follow(old, new, PUMP, 1)[1] == PUMP


def test_copies_keep_their_order() -> None:
    old = f"{PUMP} {FERRY}\n\n{PUMP} {RAIN}\n\n{PUMP} {HOTEL}"
    new = f"An introduction.\n\n{PUMP} {FERRY} Added.\n\n{PUMP} {RAIN} Added.\n\n{PUMP} {HOTEL} Added."
    starts = [new.index(PUMP), new.index(PUMP, new.index(FERRY)), new.rindex(PUMP)]
    assert [follow(old, new, PUMP, nth)[0].start for nth in range(3)] == starts


def test_a_line_of_a_list_that_was_deleted_leaves_nothing_on_its_neighbours() -> None:
    lines = ["- Inver (2012)", "- Eastry (2013)", "- Dunmore (2014)", "- Garth (2015)", "- Carrow (2016)"]
    for gone in lines:
        old, new = " ".join(lines), " ".join(line for line in lines if line != gone)
        placed, _ = follow(f"{FERRY}\n\n{old}\n\n{RAIN}", f"{FERRY}\n\n{new}\n\n{RAIN}", gone)
        assert (placed.start, placed.state) == (None, "cut"), gone


def test_a_long_sentence_that_stood_twice_is_not_taken_for_its_copy_elsewhere() -> None:
    words = (
        "A spokesman for Harrow Lines, which runs the route, said that the firm was looking into all of it at length."
    )
    old = f"{words}\n\n{FERRY} {PUMP}\n\n{HOTEL}\n\n{PUMP} {words}\n\n{RAIN}"
    new = f"{FERRY} {PUMP}\n\n{HOTEL}\n\n{PUMP}\n\n{words}\n\n{RAIN}"
    assert follow(old, new, words, 0)[0].start is None
    assert follow(old, new, words, 1)[1] == words


@pytest.mark.parametrize(
    ("words", "state"),
    [("Dayfield did not admit any guilt.", "moved"), ("They visited Dayfield next spring.", "ambiguous")],
)
def test_a_short_sentence_is_followed_if_it_names_somebody_and_points_at_nobody(words: str, state: str) -> None:
    old = f"{FERRY} In Dayfield nobody slept.\n\n{PUMP} {words} {HOTEL}\n\n{RAIN}"
    new = f"{FERRY} In Dayfield nobody slept.\n\n{PUMP} {HOTEL}\n\n{RAIN} So much for the night. {words} It is late."
    assert follow(old, new, words)[0].state == state


# --- Edits between and within sentences ---


def test_a_paragraph_that_was_moved_and_edited_is_known_by_its_names_and_figures() -> None:
    old = "Island Power said that Port Lorne lost 88 poles in six hours on Monday."
    lookalikes = [
        old.replace(*edit) for edit in (("88", "97"), ("six", "nine"), ("Monday", "Friday"), ("Lorne", "Brae"))
    ]
    for new, figures in ((old.replace("lost", "had lost"), True), *((line, False) for line in lookalikes)):
        placed, words = follow(f"{old}\n\n{FERRY}\n\n{PUMP}\n\n{HOTEL}", f"{FERRY}\n\n{PUMP}\n\n{HOTEL}\n\n{new}", old)
        assert (placed.state, words) == (("reworded", new) if figures else ("cut", None))


def test_a_sentence_that_was_moved_within_its_paragraph_and_edited_is_found() -> None:
    old = "Island Power said that Port Lorne lost 88 poles in six hours on Monday."
    new = old.replace("lost", "had lost")
    placed, words = follow(f"{FERRY} {old} {PUMP} {HOTEL}", f"{FERRY} {PUMP} {HOTEL} {new}", old)
    assert (placed.state, placed.changed, words) == ("reworded", True, new)


def test_one_paragraph_that_was_moved_does_not_part_edited_ones_from_theirs() -> None:
    old = [FERRY, PUMP, HOTEL, RAIN, "Nobody was hurt, and the crew slept on board."]
    new = [line.replace("the ", "the old ", 1) for line in old]
    moved = "\n\n".join([old[4], *new[:4]])
    for number in range(4):
        assert follow("\n\n".join(old), moved, old[number])[1] == new[number]
    assert follow("\n\n".join(old), moved, old[4])[1] == old[4]


def test_a_line_without_a_stop_before_a_sentence_is_not_part_of_it() -> None:
    old, new = "Crews from 13 towns fought it all night.", "Crews from 16 towns fought it all night."
    heading = "Wilhelmina Strand, who mapped the drowned villages, dies at 91"
    placed, words = follow(f"{FERRY} {old} {RAIN}", f"{FERRY} {heading} {new} {RAIN}", old)
    assert (placed.state, placed.why, words) == ("reworded", "13 → 16", new)


def test_a_line_doubled_with_another_figure_leaves_the_claim_on_its_own() -> None:
    line, other = "Brightwater profit falls 18% as costs bite", "Brightwater profit falls 78% as costs bite"
    placed, words = follow(f"{FERRY}\n\n{line}\n\n{RAIN}", f"{FERRY}\n\n{other} {line}\n\n{RAIN}", line)
    assert (placed.state, placed.changed, words) == ("unchanged", False, line)


def test_markup_around_a_sentence_is_no_part_of_it() -> None:
    caption = f'"{PUMP}" (1 means no, 7 means yes.)'
    table = f"<table>\n<caption>\n{caption}\n</caption>\n<td>1</td>\n<td>2</td>\n</table>"
    old = f'Chart - "{PUMP[:-1]}"\n\n{table}\n\n{RAIN}'
    new = f"“{PUMP}” (1 means no,\n7 means yes.)\n\nScore 1 2\n\n{RAIN}"
    placed, words = follow(old, new, f'"{PUMP}"')
    assert (placed.state, placed.changed, words) == ("reworded", False, f"“{PUMP}”")


def test_paragraphs_cut_anew_keep_every_mark() -> None:
    old, new = f"{FERRY} {PUMP}\n\n{HOTEL} {RAIN}", f"{FERRY}\n\n{PUMP} {HOTEL}\n\n{RAIN}"
    for words in (FERRY, PUMP, HOTEL, RAIN):
        placed, there = follow(old, new, words)
        assert (placed.state, placed.changed, there) == ("unchanged", False, words)


def test_lines_wrapped_anew_keep_every_mark() -> None:
    placed, words = follow(f"{FERRY} {PUMP}", f"{FERRY} {PUMP}".replace(" ", "\n"), PUMP)
    assert (placed.state, placed.changed, words) == ("unchanged", False, PUMP.replace(" ", "\n"))


def test_a_sentence_that_was_joined_to_its_neighbour_is_found_in_it() -> None:
    old, new = (
        "The pump failed on Monday. The crew went ashore.",
        "The pump failed on Monday, and the crew went ashore.",
    )
    placed, words = follow(f"{FERRY} {old} {RAIN}", f"{FERRY} {new} {RAIN}", "The pump failed on Monday.")
    assert placed.state == "reworded"
    assert words is not None
    assert words.startswith("The pump failed on Monday")
    assert "ashore" not in words


def test_what_was_added_to_a_sentence_belongs_to_its_claim() -> None:
    old, new = "Eleven people were on board.", "On Monday eleven people were on board, allegedly."
    placed, words = follow(f"{FERRY} {old} {RAIN}", f"{FERRY} {new} {RAIN}", old)
    assert (placed.state, placed.changed, words) == ("reworded", True, new)


def test_a_name_alone_is_followed_within_its_sentence() -> None:
    old = f"{FERRY} The log was kept by Mara Lind until the autumn storms. {RAIN}"
    placed, words = follow(old, old.replace("Mara Lind", "Jonas Berg"), "Mara Lind")
    assert (placed.state, words, placed.why) == ("reworded", "Jonas Berg", "Mara Lind → Jonas Berg")


def test_a_claim_inside_a_word_stays_inside_it() -> None:
    placed, words = follow(f"{FERRY} The 47-year-old slept.", f"New.\n\n{FERRY} The 47-year-old slept.", "7-year")
    assert (placed.state, words) == ("unchanged", "7-year")


def test_a_span_that_the_draft_does_not_have_is_refused() -> None:
    with pytest.raises(ValueError, match="no span"):
        reanchor(FERRY, FERRY, [(0, len(FERRY) + 1)])


def test_blocks_given_are_taken_at_their_word() -> None:
    old, new = f"{FERRY} {PUMP}", f"{FERRY} {PUMP}"
    span = (0, len(old))
    [placed] = reanchor(old, new, [span], new_blocks=[(0, len(FERRY)), (len(FERRY) + 1, len(new))])
    assert placed.state == "split"


# --- What stands around ---

CONTEXT = [
    ("He said that the pump was new.", "He did not say that the pump was new."),
    ("They knew that the pump was new.", "They knew, allegedly, that the pump was new."),
    ("Everybody knew the pump was new.", "Everybody knew the pump was new, Berg claimed."),
    ("Mara Lind said the pump was new.", "Jonas Berg said the pump was new."),
    ("They knew the pump was new.", "They doubted the pump was new."),
    ("It is clear that the pump was new.", "It is false that the pump was new."),
    ("They knew the pump was new.", "They asked if the pump was new."),
    ("They knew the pump was new.", "They knew the pump was new?"),
    ("According to Lind, the pump was new.", "As it was, the pump was new."),
    ("It may be that the pump was new.", "It is that the pump was new."),
]


@pytest.mark.parametrize(("old", "new"), CONTEXT)
def test_a_changed_context_suspends_unchanged_words(old: str, new: str) -> None:
    placed, words = follow(f"{FERRY} {old} {RAIN}", f"{FERRY} {new} {RAIN}", "the pump was new")
    assert (placed.state, placed.changed, words) == ("unchanged", True, "the pump was new")
    assert placed.why.startswith("around it: ")


def test_a_context_that_says_the_same_suspends_nothing() -> None:
    old, new = "On the quay he said that the pump was new.", "On the quay, late, he said that the pump was new."
    assert not follow(f"{FERRY} {old} {RAIN}", f"{FERRY} {new} {RAIN}", "the pump was new")[0].changed


def test_another_speaker_of_a_long_quotation_suspends_all_of_it() -> None:
    old = "“The pump was new. We had checked it twice. Nobody told us otherwise,” said Mara Lind."
    placed, _ = follow(
        f"{FERRY}\n\n{old}", f"{FERRY}\n\n{old}".replace("Mara Lind", "Jonas Berg"), "We had checked it twice."
    )
    assert (placed.state, placed.changed, placed.why) == ("unchanged", True, "around it: Mara Lind → Jonas Berg")


@pytest.mark.parametrize(
    ("speaker", "now", "why"),
    [
        ("the club’s director, Mara Lind", "the club’s\ndirector, Mara Lind", ""),
        ("Lind", "Dr. Mara Lind", ""),
        ("the mayor", "the deputy mayor", "the mayor → the deputy mayor"),
        ("Mara Lind", "Jonas Berg", "Mara Lind → Jonas Berg"),
    ],
)
def test_a_speaker_written_otherwise_is_the_same_a_title_more_is_not(speaker: str, now: str, why: str) -> None:
    old = f"“The pump was new. We had checked it twice,” said {speaker}, on the quay that night."
    new = f"“The pump was new. We had checked it twice,” said {now}, on the quay that very night."
    placed, _ = follow(f"{FERRY} {old}", f"{FERRY} {new}", "The pump was new.")
    assert placed.why == (f"around it: {why}" if why else "")


def test_lines_wrapped_anew_leave_the_speaker_alone() -> None:
    old = (
        "The theft was seen at 8am by two ringers. ‘We saw nothing but sky,’ said Edith Farrow, the tower captain. "
        "‘I rang here for years. I sat down and cried.’"
    )
    new = old.replace("tower captain", "tower\ncaptain").replace("Edith Farrow", "Edith\nFarrow").replace("8am", "9am")
    for words in ("I rang here for years.", "I sat down and cried."):
        assert not follow(f"{FERRY} {old}", f"{FERRY} {new}", words)[0].changed


def test_words_put_in_quotation_marks_are_somebody_elses() -> None:
    old, new = "The pump was new. It leaked.", "“The pump was new. It leaked.”"
    placed, _ = follow(f"{FERRY} {old} {RAIN}", f"{FERRY} {new} {RAIN}", "It leaked.")
    assert placed.changed
    assert "quotation marks" in placed.why


# --- F-revise ---


def revised() -> list[Placed]:
    old, new, edits = stories()
    return reanchor(old, new, [(old.index(edit.old), old.index(edit.old) + len(edit.old)) for edit in edits])


def test_f_revise_places_every_claim_on_its_own_words() -> None:
    _, new, edits = stories()
    assert [new[at.start : at.end] for at in revised()] == [edit.new for edit in edits]


def test_f_revise_suspends_the_eighteen_material_edits_and_only_them() -> None:
    _, _, edits = stories()
    assert (len(COSMETIC), len(MATERIAL)) == (12, 18)
    assert {edit.old for edit, at in zip(edits, revised(), strict=True) if at.changed} == {
        edit.old for edit in MATERIAL
    }


def test_f_revise_says_which_words_did_it() -> None:
    _, _, edits = stories()
    for edit, at in zip(edits, revised(), strict=True):
        assert all(word.lower() in at.why.lower() for word in edit.why), (edit, at.why)


# --- F-i18n ---

SCRIPTS = {
    "ar": ("قال الوزير إن 47 شخصا أصيبوا في الحادث.", "قال الوزير إن 48 شخصا أصيبوا في الحادث."),
    "he": (
        "המשטרה אמרה כי 12 אנשים נפצעו ב-Tel Aviv ביום ראשון.",
        "המשטרה אמרה כי 15 אנשים נפצעו ב-Tel Aviv ביום ראשון.",
    ),
    "th": ("ตำรวจกล่าวว่ามีผู้บาดเจ็บ 12 คนในเหตุการณ์นี้", "ตำรวจกล่าวว่ามีผู้บาดเจ็บ 15 คนในเหตุการณ์นี้"),
    "ja": ("市長は十二人が負傷したと述べた。", "市長は十五人が負傷したと述べた。"),
    "de": ("Der Minister bestritt die Vorwürfe am Montag.", "Der Minister bestätigte die Vorwürfe am Montag."),
    "en": (
        "The crew 👩‍🔬👨‍👩‍👧 of the cafe\u0301 counted 12 gulls.",
        "The crew 👩‍🔬👨‍👩‍👧 of the cafe\u0301 counted 15 gulls.",
    ),
}


@pytest.mark.parametrize("language", SCRIPTS)
def test_every_script_is_followed(language: str) -> None:
    old, edited = SCRIPTS[language]
    frame = "😀 {}\n\n{}\n\n{}"
    story = frame.format(FERRY, old, RAIN)
    placed, words = follow(story, "ק 😀 new\n\n" + story, old, language=language)
    assert (placed.state, placed.changed, words) == ("unchanged", False, old)
    placed, words = follow(story, frame.format(FERRY, edited, RAIN), old, language=language)
    assert (placed.state, placed.changed, words) == ("reworded", True, edited)


def test_a_language_without_word_lists_suspends_for_every_change_of_wording() -> None:
    old, new = "Der Ausschuss tagte lange im alten Saal.", "Der Ausschuss tagte lang im alten Saal."
    placed, _ = follow(f"{FERRY} {old}", f"{FERRY} {new}", old, language="de")
    assert (placed.changed, placed.why) == (True, "lange → lang")


def test_bidi_controls_and_soft_hyphens_are_not_words() -> None:
    old, new = "קו 12 של האוטובוס בוטל היום.", "\u200fקו \u206612\u2069 של האוטו\u00adבוס בוטל היום."
    placed, _ = follow(f"{FERRY} {old}", f"{FERRY} {new}", old, language="he")
    assert (placed.state, placed.changed) == ("reworded", False)


# --- Any text, any edits ---

PIECES = [
    FERRY,
    PUMP,
    HOTEL,
    RAIN,
    *(edit.old for edit in MATERIAL[:6]),
    *(old for old, _ in SCRIPTS.values()),
    "He left.",
]
WORDS = st.sampled_from(
    ["not", "12", "Lind", "“", "”", ",", "\n", "\n\n", " ", "alleged", "é", "\u0301", "👩‍🔬", "מה", "ที่"]
)


@st.composite
def shuffled(draw: st.DrawFn, text: str) -> str:
    """The text with some of its paragraphs elsewhere, once more or gone, some joined to the next and some cut."""
    blocks = text.split("\n\n")
    for _ in range(draw(st.integers(0, 4))):
        at, to = draw(st.integers(0, len(blocks) - 1)), draw(st.integers(0, len(blocks)))
        what = draw(st.sampled_from(["move", "repeat", "join", "cut", "delete"]))
        if what == "repeat":
            blocks.insert(to, blocks[at])
        elif what == "move":
            blocks.insert(min(to, len(blocks) - 1), blocks.pop(at))
        elif what == "join":
            blocks[at : at + 2] = [" ".join(blocks[at : at + 2])]
        elif what == "cut":
            blocks[at : at + 1] = blocks[at].split(". ", 1)
        elif len(blocks) > 1:
            del blocks[at]
    return "\n\n".join(blocks)


@st.composite
def revisions(draw: st.DrawFn) -> tuple[str, str, list[tuple[int, int]]]:
    """A story, the same after some edits anywhere in it, and spans of the first."""
    old = "".join(
        piece + draw(st.sampled_from([" ", "\n", "\n\n"]))
        for piece in draw(st.lists(st.sampled_from(PIECES), min_size=1, max_size=12))
    )
    new = draw(shuffled(old))
    for _ in range(draw(st.integers(0, 6))):
        at, length = draw(st.integers(0, len(new))), draw(st.sampled_from([0, 0, 1, 7, 60]))
        new = new[:at] + draw(st.one_of(WORDS, st.sampled_from(PIECES), st.text(max_size=3))) + new[at + length :]
    ends = st.integers(0, len(old))
    spans = [tuple(sorted(draw(st.tuples(ends, ends)))) for _ in range(5)] + list(sentences(old))
    return old, new, [(start, end) for start, end in spans if start < end]


@settings(deadline=None, max_examples=120)
@given(revisions())
def test_every_claim_stands_on_its_words_or_nowhere(revision: tuple[str, str, list[tuple[int, int]]]) -> None:
    old, new, spans = revision
    for (start, end), at in zip(spans, reanchor(old, new, spans), strict=True):
        if at.start is None or at.end is None:
            assert (at.end, at.state in ("cut", "split", "ambiguous"), at.changed) == (None, True, True)
            continue
        words = new[at.start : at.end]
        assert 0 <= at.start < at.end <= len(new)
        assert (words.split() == old[start:end].split()) == (at.state in ("unchanged", "moved"))
        assert bool(at.why) == at.changed
        if snap(old, start, end) == (start, end):
            assert snap(new, at.start, at.end) == (at.start, at.end)


@settings(deadline=None, max_examples=80)
@given(revisions())
@example((f"{FERRY} {FERRY} ", f"not{FERRY} The {FERRY}{FERRY.removeprefix('The ')} ", []))
def test_no_two_copies_of_a_sentence_come_to_stand_on_the_same_words(
    revision: tuple[str, str, list[tuple[int, int]]],
) -> None:
    old, new, _ = revision
    spans = [span for span in sentences(old) if any(char.isalnum() for char in old[slice(*span)])]
    placed = reanchor(old, new, spans)
    same = [
        (old[slice(*span)].split(), at.start)
        for span, at in zip(spans, placed, strict=True)
        if at.start is not None and at.state in ("unchanged", "moved")
    ]
    assert all(same.count(one) == 1 for one in same)


@settings(deadline=None, max_examples=40)
@given(revisions())
def test_a_draft_that_did_not_change_changes_nothing(revision: tuple[str, str, list[tuple[int, int]]]) -> None:
    old, _, spans = revision
    for (start, end), at in zip(spans, reanchor(old, old, spans), strict=True):
        if old[start:end].strip():
            assert (at.state, at.changed, (old[at.start : at.end]).split()) == (
                "unchanged",
                False,
                old[start:end].split(),
            )


# --- F-long ---


def long_story(edited: bool) -> str:
    """Some 12,000 words in 900 sentences; `edited` has a word changed in every second one."""
    places = ["Aldersund", "Bergen", "Malmo", "Aarhus", "Gdansk", "Riga", "Turku"]
    lines = [
        f"In {places[n % 7]} the clerk of berth {n} counted {3 * n + 1} bags {'late' if edited and n % 2 else 'early'}"
        f" on day {n % 28 + 1} of the strike."
        for n in range(900)
    ]
    return "\n\n".join(" ".join(lines[n : n + 4]) for n in range(0, 900, 4))


@pytest.mark.parametrize("edited", [False, True])
def test_900_claims_of_a_long_story_are_all_placed(edited: bool) -> None:
    """How long it takes is measured by `make quality`."""
    old, new = long_story(edited=False), "A new first line.\n\n" + long_story(edited)
    spans = sentences(old)
    placed = reanchor(old, new, spans)
    assert len(placed) == 900
    assert sum(at.changed for at in placed) == (450 if edited else 0)
    assert all(at.start is not None for at in placed)
