"""The language of a text is told by its words, or not at all."""

import pytest

from newsroom.text.languages import language_of

TEXTS = {
    "en": "The ferry between Ostrand and Little Quay will run again on 4 May, nine weeks after its engine failed.",
    "de": "Die Fähre fährt am 4. Mai wieder. „Wir haben beide Pumpen ersetzt“, sagte Lindqvist. Das ist es.",
    "fr": "Le bac reprendra le 4 mai, neuf semaines après la panne de son moteur, a dit la direction du port.",
    "es": "El transbordador volverá el 4 de mayo, nueve semanas después de que fallara su motor, según la junta.",
    "it": "Il traghetto tra Ostrand e il molo tornerà il 4 maggio, nove settimane dopo il guasto del motore.",
    "pt": "A balsa entre Ostrand e o cais voltará no dia 4 de maio, nove semanas depois da falha, e não antes.",
    "nl": "De veerboot tussen Ostrand en de kade vaart op 4 mei weer, negen weken nadat de motor het begaf.",
    "sv": "Färjan går igen den 4 maj, nio veckor efter att motorn gick sönder, och det kostade en tredjedel mer.",
    "da": "Færgen sejler igen den 4. maj, ni uger efter at motoren gik i stykker, og det blev ikke billigt for havnen.",
    "nb": "Fergen går igjen 4. mai, ni uker etter at motoren sviktet, og det ble ikke billig for havna.",
    "pl": "Prom znów będzie kursował od 4 maja, po awarii silnika, i nie jest to tanie, jak się okazało w porcie.",
    "cs": "Trajekt bude opět jezdit od 4. května, devět týdnů po poruše, a nebude to levné, jak se ukázalo v přístavu.",
    "fi": "Lautta kulkee taas 4. toukokuuta, kun moottori hajosi, mutta se ei ole halpa, ja hän sanoi että on.",
    "uk": "Пором знову ходитиме з 4 травня, через дев’ять тижнів після поломки двигуна.",
    "ru": "Паром снова будет ходить с 4 мая, через девять недель после поломки двигателя, объявила дирекция.",
    "ja": "連絡船は五月四日に再開する。",
    "zh-hans": "渡轮将于五月四日恢复运营。",
    "ko": "여객선은 5월 4일에 다시 운항한다.",
    "el": "Το πλοίο θα λειτουργήσει ξανά στις 4 Μαΐου.",
    "ar": "تعود العبارة في الرابع من مايو.",
    "he": "המעבורת תחזור בארבעה במאי.",
    "hi": "नौका चार मई को फिर चलेगी।",
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_sentence_tells_its_language(language: str) -> None:
    assert language_of(TEXTS[language]) == language
    assert language_of(TEXTS[language].upper()) == language


@pytest.mark.parametrize("text", ["", "12.5", "Ferry back", "Ostrand, Lindqvist, Kell Bridge", "The Ostrand ferry"])
def test_too_few_words_tell_nothing(text: str) -> None:
    assert language_of(text) == ""


def test_a_quotation_in_another_language_does_not_change_what_the_story_is_in() -> None:
    assert language_of(f"{TEXTS['en']} {TEXTS['en']} “{TEXTS['de'][:47]}”") == "en"
    assert language_of(f"{TEXTS['en']} “{TEXTS['ru'][:60]}”") == "en"
