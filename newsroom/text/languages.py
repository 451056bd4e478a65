"""Which language a text is in: by its script or, in Latin letters, by the commonest words of some languages."""

import re
from collections import Counter

from newsroom.text.listed import listed

LOOKED_AT = 20_000  # code points
FEW, SHARE, LEAD = 3, 0.08, 1.25  # common words there must be, their part of all words, and of the next language's
WORD = re.compile(r"[^\W\d_]+")
# Letters of scripts that one of the languages here is written in; Han alone is Chinese, and Japanese has kana too.
SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7a3]")),
    ("zh-hans", re.compile("[\u4e00-\u9fff]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
)
UKRAINIAN, RUSSIAN = re.compile("[іїєґІЇЄҐ]"), re.compile("[ыэъёЫЭЪЁ]")
COMMON = {
    "en": listed("the of and to in is that was for it on with as he she by at from are this be have not were they his"),
    "de": listed("der die das und ist nicht ein eine von zu den mit sich auf für im dem es am wir sie wird haben des"),
    "fr": listed("le la les des et du est une dans que qui pour pas au il elle sur ce avec un par plus sont ont aux"),
    "es": listed("el la los las de del y que en un una es por con para su se al lo como más pero sus fue ha está"),
    "it": listed("il la di che e un una per non è con del della dei sono si da al le gli ha nel alla anche come più"),
    "pt": listed("o a os as de do da dos das que e em um uma para não com por se mais foi ao na no são mas pelo"),
    "nl": listed("de het een van en is dat in niet op te zijn met voor die aan er ook om maar werd bij naar hij door"),
    "sv": listed("och att det som en är på för av med till den har inte om ett han var men sig från kan de vid efter"),
    "da": listed("og at det som en er på for af med til den har ikke om et han var men sig fra kan de ved efter blev"),
    "nb": listed("og at det som en er på for av med til den har ikke om et han var men seg fra kan de ved etter ble"),
    "pl": listed("i w na z do nie się jest że to o za od po przez jak dla ale są był była oraz przy został tym"),
    "cs": listed("a v na se je že z s do o to k ve i pro za si jsou po by jako od ale který která bylo podle při"),
    "fi": listed("ja on ei se että oli hän ovat mutta myös kun ole joka sen mukaan tai kuin niin jo vain vielä"),
}


def language_of(text: str) -> str:
    """The language's tag (*de*, *zh-hans*), "" where the words don't tell or are too few."""
    text = text[:LOOKED_AT]
    letters = sum(map(str.isalpha, text))
    counts = {language: len(script.findall(text)) for language, script in SCRIPTS}
    if 2 * sum(counts.values()) > letters:
        return by_script(text, counts)
    words = Counter(WORD.findall(text.lower()))
    found = {language: sum(words[word] for word in common) for language, common in COMMON.items()}
    (best, most), (_next, second) = Counter(found).most_common(2)
    return best if most >= max(FEW, SHARE * words.total(), LEAD * second) else ""


def by_script(text: str, counts: dict[str, int]) -> str:
    """The language of the commonest script; a Japanese text may have more Han than kana, and Cyrillic is two."""
    best = max(counts, key=lambda language: counts[language])
    if best == "zh-hans" and 10 * counts["ja"] > counts["zh-hans"]:
        return "ja"
    if best == "ru" and len(UKRAINIAN.findall(text)) > len(RUSSIAN.findall(text)):
        return "uk"
    return best
