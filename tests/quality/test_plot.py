"""A plot can be read: every line and name stands inside, no name on another."""

import re
from xml.etree import ElementTree

from tests.quality.growth import DRAWN, LENGTHS, Point, table
from tests.quality.plot import BOTTOM, HEIGHT, LEFT, RIGHT, TOP, WIDTH, plot, steps

SVG = "{http://www.w3.org/2000/svg}"
LINES = {name: [(0.5, high / 2), (2.0, high)] for name, high in {"a": 2.0, "b": 2.01, "c": 0.5}.items()}


def test_lines_run_from_the_corner_to_their_ends():
    root = ElementTree.fromstring(plot(LINES, across="MB", up="s"))
    lines = [path.get("d", "") for path in root.iter(f"{SVG}path") if path.get("class") is None]
    ends = [[tuple(map(float, place.split())) for place in line[1:].split("L")] for line in lines]
    assert [line[0] for line in ends] == [(LEFT, BOTTOM)] * 3
    assert [line[-1] for line in ends] == [(RIGHT, TOP), (RIGHT, 25.4), (RIGHT, 240.4)]


def test_names_stand_inside_and_apart():
    drawn = plot(LINES, across="MB", up="s")
    places = {name: (float(x), float(y)) for x, y, name in re.findall(r'x="(\S+)" y="(\S+)"[^>]*>([abc])<', drawn)}
    assert list(places) == ["b", "a", "c"]
    assert all(RIGHT < x < WIDTH and TOP <= y < HEIGHT for x, y in places.values())
    assert places["a"][1] - places["b"][1] >= 18


def test_steps_are_round_and_few():
    assert steps(2.0) == [0, 0.5, 1, 1.5, 2]
    assert steps(2.83) == [0, 1, 2]
    assert steps(0.41) == [0, 0.1, 0.2, 0.3, 0.4]


def test_the_table_says_how_much_longer_twice_the_text_takes():
    rows = list(table({"linear": [Point(length, length / 1e6, 15.0) for length in LENGTHS]}))
    assert [row.split()[3:] for row in rows[2:]] == [[], *[["2.00"]] * (len(LENGTHS) - 1)]
    assert LENGTHS[-1] == 2_000_000
    assert DRAWN.parts[0] == "var"
