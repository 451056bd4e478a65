"""`manage.py rotate_identities`."""

from io import StringIO
from typing import Any

import pytest
from cryptography.fernet import Fernet
from django.core.management import CommandError, call_command

from newsroom.domain import sealing
from newsroom.domain.ciphering import Secret
from newsroom.models import Identity
from tests import factories

pytestmark = pytest.mark.django_db


def test_all_are_sealed_anew_and_the_old_key_can_go(settings: Any) -> None:
    owner = factories.user("checker")
    source = factories.source(by=owner)
    before = sealing.seal(source, by=owner, secret=Secret("Zyxw Qvut"), code="K-1").sealed
    new = Fernet.generate_key().decode()
    settings.VAULT_KEYS = [new, *settings.VAULT_KEYS]
    out = StringIO()
    call_command("rotate_identities", stdout=out)
    assert out.getvalue() == "1 identities are sealed with the newest key; the others can be taken out.\n"
    settings.VAULT_KEYS = [new]
    assert sealing.read(source.pk, by=owner).name == "Zyxw Qvut" and Identity.objects.get().sealed != before


def test_one_that_no_key_opens_is_named_and_stays(settings: Any) -> None:
    owner = factories.user("checker")
    identity = sealing.seal(factories.source(by=owner), by=owner, secret=Secret("Zyxw Qvut"), code="K-1")
    settings.VAULT_KEYS = [Fernet.generate_key().decode()]
    errors = StringIO()
    with pytest.raises(CommandError, match="keep the old keys"):
        call_command("rotate_identities", stderr=errors)
    assert errors.getvalue() == f"identity {identity.pk}: No key in the settings of this desk opens this identity.\n"
    assert Identity.objects.get().sealed == identity.sealed


@pytest.mark.parametrize(("keys", "said"), [([], "switched off"), (["words"], "is no key")])
def test_without_a_key_it_says_so(settings: Any, keys: list[str], said: str) -> None:
    settings.VAULT_KEYS = keys
    with pytest.raises(CommandError, match=said):
        call_command("rotate_identities")
