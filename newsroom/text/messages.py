"""Marking words for translation without translating them: this layer knows no Django."""


def gettext_noop(message: str) -> str:
    """The message itself. `makemessages` collects it by this function's name; the page that shows it translates it."""
    return message
