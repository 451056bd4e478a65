"""Anchors: the words around a span, and the span's place in the next draft."""

from newsroom.text.anchors.context import context
from newsroom.text.anchors.placing import Placed, reanchor

__all__ = ["Placed", "context", "reanchor"]
