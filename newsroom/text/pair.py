"""Two drafts side by side."""

from newsroom.text.side import Side


class Pair:
    """An old and a new draft, and which token became which: `to[i]` is the new one of the old token `i`, `back[j]`
    the old one of the new token `j`, -1 none. No token is taken twice.
    """

    def __init__(self, old: Side, new: Side) -> None:
        self.old, self.new = old, new
        self.to, self.back = [-1] * len(old), [-1] * len(new)
