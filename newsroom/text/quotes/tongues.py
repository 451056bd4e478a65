"""What is known of single words in other languages than English: French, German, Ukrainian and Russian.

The rules are the same; each language brings its own words.
"""

from collections import Counter
from collections.abc import Sequence

from newsroom.text.listed import listed
from newsroom.text.quotes import grammar as g

SAID = g.SAY | g.STRICT | g.REPORT | g.CLAUSAL

FRENCH_VERBS = listed(
    """dit disait déclare déclaré déclarait affirme affirmé affirmait explique expliqué expliquait ajoute ajouté
    ajoutait indique indiqué souligne souligné estime estimé estimait précise précisé assuré annoncé raconte
    raconté répond répondu confié rappelle rappelé écrit lancé conclut conclu poursuit poursuivi regrette
    regretté reconnaît reconnu demandé martèle insisté résume résumé confirme confirmé prévient prévenu avertit
    averti plaide plaidé témoigne témoigné commenté répète répété répliqué réplique crié murmure murmuré soupire"""
)
FRENCH_PRONOUNS = listed("il elle ils elles on je nous vous")
# dit-il, explique-t-elle: the speaker is part of the verb; a-t-elle déclaré: part of the auxiliary.
TURNED = frozenset(f"{verb}-{t}{who}" for verb in FRENCH_VERBS for t in ("", "t-") for who in FRENCH_PRONOUNS)
HAVING = frozenset(f"{verb}-{who}" for verb in ("a-t", "avait", "ont", "avaient", "aurait") for who in FRENCH_PRONOUNS)
FRENCH = (
    (SAID, FRENCH_VERBS),
    (SAID | g.PRON, TURNED),
    (g.PRON, FRENCH_PRONOUNS | HAVING),
    (g.DET, listed("le la les un une ce cette ces son sa ses leur leurs notre")),
    (g.PREP, listed("de du des dans en à au aux sur par pour avec chez lors depuis devant après avant vers")),
    (g.LINK, listed("et mais ou qui dont où quand car si comme lorsque")),
    (g.THAT, listed("que qu'il qu'elle qu'un qu'une")),
    (g.AUX, listed("a ont avait avaient est sont était étaient aurait ne pas n'a n'ont l'a")),
    (g.ADVERB, listed("également aussi ainsi encore alors ensuite")),
    (g.TIME, listed("lundi mardi mercredi jeudi vendredi samedi dimanche hier")),
    (g.ACCORDING, listed("selon d'après")),
)

GERMAN_VERBS = listed(
    """sagte sagt sagten sagen erklärte erklärt erklärten meinte meint betonte betont berichtete berichtet schrieb
    schreibt fügte kündigte warnte warnt forderte fordert antwortete fragte fragt rief räumte bestätigte
    bestätigt kritisierte kritisiert teilte teilten behauptete behauptet lobte versicherte flüsterte so"""
)
GERMAN = (
    (SAID, GERMAN_VERBS),
    (g.PRON, listed("er sie es wir ich man")),
    (g.DET, listed("der die das ein eine einer dem den des seine ihre sein ihr unser unsere")),
    (g.PREP, listed("von vom in im am an auf bei beim mit nach für aus zu zum zur über unter vor gegen seit")),
    (g.LINK, listed("und aber oder dass weil wenn ob als während denn")),
    (g.THAT, listed("dass")),
    (g.AUX, listed("hat haben hatte hatten ist war wird würde nicht")),
    (g.ADVERB, listed("auch dann noch später weiter dazu")),
    (g.TIME, listed("montag dienstag mittwoch donnerstag freitag samstag sonntag heute gestern")),
    (g.ACCORDING, listed("laut")),
)

# Ukrainian and Russian share their conventions, many words, and hardly a word that means a different thing.
CYRILLIC_VERBS = listed(
    """сказав сказала сказали каже кажуть говорить говорять заявив заявила заявили зазначив зазначила зазначили
    наголосив наголосила наголосили підкреслив підкреслила повідомив повідомила повідомили додав додала додали
    розповів розповіла розповіли пояснив пояснила пояснили написав написала написали вважає вважають запитав
    запитала спитав спитала відповів відповіла відповіли вигукнув вигукнула прошепотів прошепотіла мовив мовила
    попередив попередила закликав закликала визнав визнала підтвердив підтвердила уточнив уточнила стверджує
    сказал говорит говорят заявил отметил отметила отметили подчеркнул подчеркнула подчеркнули сообщил сообщила
    сообщили добавил добавила добавили рассказал рассказала рассказали пояснил объяснил объяснила написал
    считает считают спросил спросила ответил ответила ответили крикнул крикнула воскликнул воскликнула прошептал
    прошептала произнес произнёс произнесла предупредил предупредила призвал призвала признал признала
    подтвердил подтвердила уточнил утверждает"""
)
CYRILLIC = (
    (SAID, CYRILLIC_VERBS),
    (g.PRON, listed("він вона вони воно ми он она они оно мы я")),
    (g.PREP, listed("у в во на з із зі с со до від от про о об для за під под після после перед через щодо по из")),
    (g.LINK, listed("і й та але який яка які коли де бо щоб якщо и но а который которая которые когда где чтобы если")),
    (g.THAT, listed("що что")),
    (g.ADVERB, listed("також потім тоді ще вже также потом тогда ещё еще уже")),
    (g.ACCORDING, listed("словами словам")),
)
KNOWN = {"en": g.KINDS} | {
    language: g.kinds(g.MARKS, table) for language, table in (("fr", FRENCH), ("de", GERMAN), ("uk", CYRILLIC))
}

# Words that every text in a language holds, and those in another do not; and its verbs, which are telling too.
COMMON = {
    "fr": listed("le la les des du et est une dans que qui pour pas au il elle sur ce avec selon")
    | FRENCH_VERBS
    | TURNED,
    "de": listed("der das und ist nicht ein eine mit von zu den auf für er sie dem sich auch laut")
    | GERMAN_VERBS - {"so"},
    "uk": listed("і та що є це як від він вона й и что это он она был в не на с з по за словами словам")
    | CYRILLIC_VERBS,
    "en": listed("the of and to is that was for it said he she with his her they has have by this are be at says"),
}
LANGUAGES = {word: language for language, words in COMMON.items() for word in words}
# Whose marks these are first of all.
MARKS = (("„", "de"), ("«", "fr"))
# So many words tell which language a text is in.
SAMPLE = 200


def language_of(lowers: Sequence[str]) -> str:
    """The language that most of the common words among the first belong to, "" if none tells."""
    found = Counter(filter(None, map(LANGUAGES.get, lowers[:SAMPLE])))
    return found.most_common(1)[0][0] if found else ""


def shown_by(text: str) -> str:
    """The language of a text whose words outside marks tell none: by those inside, else by its marks."""
    told = language_of(text.lower().split())
    return told or next((language for mark, language in MARKS if mark in text), "en")
