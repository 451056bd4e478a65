"""What a verb refuses, said in the form that asked for it."""

from collections.abc import Callable
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.forms import Form

from newsroom.domain.locking import Conflict

Row = TypeVar("Row", bound=Model)


def said_beside(form: Form, verb: Callable[[], Row], *, field: str | None = None) -> Row | None:
    """What the verb returns; or None, and what it refused stands in the form, with all that was typed.

    What is about no field of the form stands beside `field`. A `Conflict` goes on: it has a page of its own.
    """
    try:
        return verb()
    except Conflict:
        raise
    except ValidationError as error:
        for name, said in getattr(error, "error_dict", {field: error.error_list if field else error}).items():
            form.add_error(name if name in form.fields else field, said)
    return None
