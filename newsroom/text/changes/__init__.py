"""What an edit means: whether the marks given for the old words stand for the new ones, and if not, for which words."""

from newsroom.text.changes.judge import material, why
from newsroom.text.changes.language import listed_language, reads_english

__all__ = ["listed_language", "material", "reads_english", "why"]
