"""Calculations as people write them, and the sentences that say what is wrong."""

import pytest
from django.core.exceptions import ValidationError

from newsroom.domain.calculating import SENTENCES, Figure, figures, result_of, sentence, written
from newsroom.text.amounts import Miscalculated


def refused(call, *args, **kwargs) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as error:
        call(*args, **kwargs)
    return error.value.message_dict


def test_inputs_are_written_one_a_line_with_where_they_are_from() -> None:
    text = "yes = 212 (school board, table of 4 July)\n\n  all=1,540  \n"
    found = figures(text)
    assert found == [Figure("yes", "212", "school board, table of 4 July"), Figure("all", "1540")]
    assert figures(written([figure._asdict() for figure in found])) == found


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("212", "Write each figure like this"),
        ("two words = 3", "Write each figure like this"),
        ("yes = many", "“many” is no figure"),
        ("yes = 1\nyes = 2", "two figures called “yes”"),
        ("\n".join(f"a{n} = {n}" for n in range(31)), "at most 30 figures"),
        (f"{'a' * 41} = 1", "too long"),
        (f"a ={' ' * 9000})", "Write each figure like this"),
    ],
)
def test_inputs_that_can_not_be_read_are_refused_beside_their_field(text: str, says: str) -> None:
    assert says in refused(figures, text)["inputs"][0]


def test_the_result_is_worked_out_anew() -> None:
    inputs = [Figure("yes", "212"), Figure("all", "540")]
    assert result_of("yes / all * 100", inputs) == "39.2592592593"
    assert result_of("round(yes / all * 100)", inputs, typed="39") == "39"
    assert result_of("yes / all * 100", inputs, typed=" 39.3 ") == "39.2592592593"


def test_what_is_wrong_stands_beside_its_field() -> None:
    inputs = [Figure("yes", "212")]
    assert refused(result_of, "yes / 540 * 100", inputs, typed="40") == {"result": ["The formula gives 39.2592592593."]}
    assert "“about 40” is no figure" in refused(result_of, "yes", inputs, typed="about 40")["result"][0]
    assert refused(result_of, "yes / no", inputs)["formula"] == ["There is no figure called “no” (character 7)."]
    assert refused(result_of, "yes", [Figure("yes", "x")])["inputs"] == [
        "“x” is no figure. Write 212000, 212,000, 1.5 or 39%."
    ]


@pytest.mark.parametrize("code", SENTENCES)
def test_every_fault_has_a_sentence(code: str) -> None:
    said = sentence(Miscalculated(code, 7, "word"))
    assert said.endswith(".") and "%(" not in said
