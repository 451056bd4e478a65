"""F-revise: thirty labelled edits of one story, twelve of its looks and eighteen of what it says."""

from typing import NamedTuple


class Edit(NamedTuple):
    """A sentence, what it became, and for an edit that says something else the words that its `why` must name."""

    old: str
    new: str
    why: tuple[str, ...] = ()


COSMETIC = (
    Edit(
        'The harbour office called the delay "regrettable" on Monday.',
        "The harbour office called the delay “regrettable” on Monday.",
    ),
    Edit(
        "The ferry Selma, built in Gdansk, carries 410 passengers.",
        "The ferry Selma - built in Gdansk - carries 410 passengers.",
    ),
    Edit("Mara Lind, the operator's manager, joined in 2017.", "Mara Lind, the operator’s manager, joined in 2017."),
    Edit(
        "Workers organised a vote in the canteen and coloured the ballots green.",
        "Workers organized a vote in the canteen and colored the ballots green.",
    ),
    Edit(
        "After the storm the pilots waited, and the crew slept on board.",
        "After the storm, the pilots waited and the crew slept on board.",
    ),
    Edit(
        "The council keeps an e-mail archive of well-known complaints.",
        "The council keeps an email archive of well known complaints.",
    ),
    Edit(
        "The Mayor of Aldersund opened the new pier in silence.",
        "The mayor of Aldersund opened the new pier in silence.",
    ),
    Edit("Tickets  cost  12\u00a0euros for a return trip.", "Tickets cost 12 euros for a return trip."),
    Edit(
        "Two gulls — both ringed — were found on the upper deck.",
        "Two gulls – both ringed – were found on the upper deck.",
    ),
    Edit("Repairs rose by 4 per cent, a theatre of paperwork.", "Repairs rose by 4 percent, a theater of paperwork."),
    Edit("The log ended with a blank page…", "The log ended with a blank page."),
    Edit("The inspectors wrote: the bilge pump was new.", "The inspectors wrote; the bilge pump was new."),
)

MATERIAL = (
    Edit(
        "The operator did not pay the fine before the hearing.",
        "The operator did pay the fine before the hearing.",
        ("not",),
    ),
    Edit(
        "The port lost 1.2 million crowns in the first quarter.",
        "The port lost 1.3 million crowns in the first quarter.",
        ("1.2", "1.3 million"),
    ),
    Edit("Lind met the alleged smuggler in a hotel lobby.", "Lind met the smuggler in a hotel lobby.", ("alleged",)),
    Edit(
        "On board, some passengers were seasick by noon.",
        "On board, most passengers were seasick by noon.",
        ("some", "most"),
    ),
    Edit(
        "Jonas Berg lent money to Tove Falk for the engine.",
        "Tove Falk lent money to Jonas Berg for the engine.",
        ("Jonas Berg", "Tove Falk"),
    ),
    Edit(
        "“The hull was sound that night,” said Mara Lind.",
        "“The hull was sound that night,” said Jonas Berg.",
        ("Mara Lind", "Jonas Berg"),
    ),
    Edit(
        "The contract was signed on 3 March 2019 in Bergen.",
        "The contract was signed on 5 March 2019 in Bergen.",
        ("3", "5"),
    ),
    Edit(
        "The engine weighs about 40 tonnes without its fuel.",
        "The engine weighs about 40 kilograms without its fuel.",
        ("tonnes", "kilograms"),
    ),
    Edit(
        "A berth for the winter was priced at €900 in the offer.",
        "A berth for the winter was priced at $900 in the offer.",
        ("€", "$"),
    ),
    Edit(
        "Nearly a third of the lifebelts had been replaced.", "A third of the lifebelts had been replaced.", ("nearly",)
    ),
    Edit(
        "The Selma was the second-largest ferry in the strait.",
        "The Selma was the largest ferry in the strait.",
        ("second",),
    ),
    Edit(
        "The ministry denied that it had seen the report.",
        "The ministry said that it had seen the report.",
        ("denied", "said"),
    ),
    Edit(
        "The chief engineer called the noise “a cough” twice.",
        "The chief engineer called the noise a cough twice.",
        ("quotation marks", "a cough"),
    ),
    Edit(
        "“We were warned in May,” the deckhand told the desk.",
        "“We were warned in June,” the deckhand told the desk.",
        ("May", "June"),
    ),
    Edit(
        "The crossing takes more than fifty minutes in fog.",
        "The crossing takes less than fifty minutes in fog.",
        ("more", "less"),
    ),
    Edit(
        "Every cabin door had a lock that worked from inside.",
        "Every cabin door had a lock that worked.",
        ("from inside",),
    ),
    Edit(
        "The chandler in Malmo sold them the rope.", "The chandler in Aarhus sold them the rope.", ("Malmo", "Aarhus")
    ),
    Edit(
        "Rain caused the short circuit in the wheelhouse.",
        "Rain preceded the short circuit in the wheelhouse.",
        ("caused", "preceded"),
    ),
)


def stories() -> tuple[str, str, list[Edit]]:
    """Both drafts, and the edits in their order; untouched sentences stand between them, four edits a paragraph."""
    edits = [edit for pair in zip(COSMETIC, MATERIAL, strict=False) for edit in pair] + list(MATERIAL[len(COSMETIC) :])
    old, new = ["Ferry report"], ["Ferry report, revised"]
    for first in range(0, len(edits), 4):
        filler = f"Entry {first + 1} of the notebook concerns the night of the storm."
        old.append(" ".join([filler, *(edit.old for edit in edits[first : first + 4])]))
        new.append(" ".join([filler, *(edit.new for edit in edits[first : first + 4])]))
    return "\n\n".join(old), "\n\n".join(new), edits
