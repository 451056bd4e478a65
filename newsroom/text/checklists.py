"""The checker’s questions, kind by kind."""

CHECKLISTS: dict[str, tuple[str, ...]] = {
    "name": (
        "Is it spelled as the person or body spells it?",
        "Is it the right one of that name, and is the first name given once?",
        "Does the title or post belong to it on the day of publication?",
    ),
    "number": (
        "What document has the figure, and who counted?",
        "Does the unit, the scale (thousand, million) and the period agree with it?",
        "Does it agree with the same figure elsewhere in the story, the headline and the captions?",
    ),
    "money": (
        "Is the currency named, and right?",
        "Is it a total or a yearly sum, before or after tax, spent or only promised?",
        "If it was converted: at which day's rate?",
    ),
    "percentage": (
        "Per cent of what? Is the base given?",
        "Per cent or percentage points?",
        "Does the sum come out when you do it again?",
    ),
    "date": (
        "Do the weekday and the date belong together?",
        "Will “today”, “last week” and “this year” still be right on the day of publication?",
        "Does the order of events hold against the other dates in the story?",
    ),
    "place": (
        "Is it spelled as on the map, and in the right district or country?",
        "Did it happen in this place, or was it only announced there?",
        "Do distances and directions hold on a map?",
    ),
    "quote": (
        "Are these the words on the recording, in the transcript or in the notes?",
        "Did this person say them, and to whom, where and when?",
        "Is the meaning the same with the sentences before and after it?",
        "If it was translated or cut: where is the original?",
    ),
    "paraphrase": (
        "Would the person know the thought as their own?",
        "Is anything stronger or weaker than what was said?",
        "Is what the person states as fact also true?",
    ),
    "cause": (
        "Who says that one led to the other?",
        "Could it be mere coincidence, or a third thing behind both?",
        "Did the cause come before the effect?",
    ),
    "comparison": (
        "Are like things compared: same period, same unit, same method?",
        "Does the difference come out when you work it out again?",
    ),
    "superlative": (
        "First, largest, only: among what, where and since when?",
        "Who keeps the list, and is there a rival for the title?",
        "Did “never” or “always” get a search for the one exception?",
    ),
    "status": (
        "Is it still so on the day of publication?",
        "Who can confirm it today: the register, the body itself, the person?",
    ),
    "description": (
        "Who saw it: the reporter, a picture, a witness?",
        "Is there a picture, a recording or a second witness?",
    ),
    "allegation": (
        "Who makes it, and in what paper or proceeding does it stand?",
        "Was the person accused asked, with time to answer, and is the answer in the story?",
        "Is the stage right: suspected, charged, tried, convicted, appealed?",
        "Has the lawyer read these words?",
    ),
}
