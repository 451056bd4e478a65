"""The checker’s questions, kind by kind. The page that shows them translates them."""

from newsroom.text.messages import gettext_noop as _

CHECKLISTS: dict[str, tuple[str, ...]] = {
    "name": (
        _("Is it spelled as the person or body spells it? Where did you read that?"),
        _("Is it the right one of that name, with first name and age or office where they are needed?"),
        _("Is it spelled the same way in the headline, the captions and further down?"),
    ),
    "number": (
        _("Which document has the figure, and who counted?"),
        _("Do the unit, the scale (thousand, million) and the period agree with it?"),
        _("Does it agree with the same figure elsewhere in the story, the headline and the captions?"),
    ),
    "money": (
        _("Is the currency named, and right?"),
        _("A total or a yearly sum, before or after tax, paid or only promised?"),
        _("If it was converted: at which day’s rate?"),
    ),
    "percentage": (
        _("Per cent of what? Is the base given?"),
        _("Per cent or percentage points?"),
        _("Does the sum come out when you do it again?"),
    ),
    "date": (
        _("Do the weekday and the date belong together?"),
        _("Will “today”, “last week” and “this year” still be right on the day of publication?"),
        _("Does the order of events hold against the other dates in the story?"),
    ),
    "place": (
        _("Is it spelled as on the map, and in the right district and country?"),
        _("Did it happen there, or was it only announced there?"),
        _("Do distances and directions hold on a map?"),
    ),
    "quote": (
        _("Are these the words on the recording, in the transcript or in the notes?"),
        _("Did this person say them, and to whom, where and when?"),
        _("Is the meaning the same with the sentences before and after it?"),
        _("If it was cut or translated: where is the original?"),
    ),
    "paraphrase": (
        _("Would the speaker know the thought as their own?"),
        _("Is anything stronger or weaker than what was said?"),
        _("Is what the speaker states as fact also true?"),
    ),
    "cause": (
        _("Who says that one led to the other?"),
        _("Could it be coincidence, or a third thing behind both?"),
        _("Did the cause come before the effect?"),
    ),
    "comparison": (
        _("Are like things compared: same period, same unit, same method?"),
        _("Does the difference come out when you work it out again?"),
    ),
    "superlative": (
        _("First, largest, only: among what, where and since when?"),
        _("Who keeps the list, and is there a rival for the title?"),
        _("“Never”, “always”, “no one”: has anybody looked for the one exception?"),
    ),
    "status": (
        _("Is the title or office given as the body itself gives it?"),
        _("Is it still so on the day of publication, or already “former”?"),
        _("Who can confirm it today: the register, the body, the person?"),
    ),
    "description": (
        _("Who saw it: the reporter, a camera, a witness?"),
        _("Can anybody look it up, or does it stay open as not verifiable by the desk?"),
    ),
    "allegation": (
        _("Who makes it, and in which document or proceeding does it stand?"),
        _("Is the stage right: suspected, charged, tried, convicted, under appeal?"),
        _("Was the person accused asked, with time to answer, and is the answer in the story?"),
        _("Has the lawyer read these very words?"),
    ),
}
