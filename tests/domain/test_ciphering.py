"""Words that only the keys in the settings open."""

import pytest
from cryptography.fernet import Fernet
from django.core.exceptions import ValidationError

from newsroom.domain.ciphering import BLOCK, Secret, is_on, open_up, renewed, seal_up, vault

SECRET = Secret("Zyxw Qvut", "zq@quay.example\n+99 555 0100")


def refused(*args) -> str:
    with pytest.raises(ValidationError) as refusal:
        open_up(*args)
    return str(refusal.value.code)


def test_what_is_sealed_opens_and_says_nothing_by_itself():
    sealed = seal_up(SECRET, 7)
    assert open_up(sealed, 7) == SECRET
    assert "Zyxw" not in sealed and seal_up(SECRET, 7) != sealed


def test_its_length_says_nothing():
    assert len(seal_up(Secret("Li"), 7)) == len(seal_up(Secret("Zyxw Qvut", "x" * 700), 7)) > BLOCK
    assert open_up(seal_up(Secret("x" * 200, "y\n" * 1000), 7), 7).contact == "y\n" * 1000


def test_printed_it_says_nothing():
    assert f"{SECRET} {SECRET!r}" == "Secret() Secret()"


def test_moved_to_another_row_it_does_not_open():
    assert refused(seal_up(SECRET, 7), 8) == "unopened"


def test_changed_or_under_another_key_it_does_not_open(settings):
    sealed = seal_up(SECRET, 7)
    assert refused(sealed[:-9] + "AAAAAAAA=", 7) == "unopened" == refused("words", 7)
    settings.VAULT_KEYS = [Fernet.generate_key().decode()]
    assert refused(sealed, 7) == "unopened"


def test_a_new_key_goes_first_and_the_old_one_can_go_once_all_is_renewed(settings):
    old, new = settings.VAULT_KEYS[0], Fernet.generate_key().decode()
    sealed = seal_up(SECRET, 7)
    settings.VAULT_KEYS = [new, old]
    assert open_up(sealed, 7) == SECRET
    again = renewed(sealed)
    settings.VAULT_KEYS = [new]
    assert open_up(again, 7) == SECRET and refused(sealed, 7) == "unopened"
    with pytest.raises(ValidationError):
        renewed(sealed)


@pytest.mark.parametrize(("keys", "code"), [([], "off"), (["too short"], "key"), (["ü" * 44], "key")])
def test_without_a_key_or_with_a_wrong_one_nothing_is_sealed(settings, keys, code):
    settings.VAULT_KEYS = keys
    assert is_on() == bool(keys)
    for deed in (vault, lambda: seal_up(SECRET, 7), lambda: open_up("words", 7)):
        with pytest.raises(ValidationError) as refusal:
            deed()
        assert refusal.value.code == code
