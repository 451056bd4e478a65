"""Administrators edit the policy in the admin: a save is a new version."""

import pytest
from django.urls import reverse

from newsroom.domain import ruling
from newsroom.models import Event, Policy, User
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator() -> User:
    return factories.user("editor", staff=True, is_superuser=True)


def page(policy):
    return reverse("admin:newsroom_policy_change", args=[policy.pk])


def shown(client, policy):
    """All that the form holds when it is opened, as it would be posted."""
    context = client.get(page(policy)).context
    forms = [context["adminform"].form, *(f for s in context["inline_admin_formsets"] for f in s.formset.forms)]
    forms += [s.formset.management_form for s in context["inline_admin_formsets"]]
    fields = {form.add_prefix(name): form[name].value() for form in forms for name in form.fields}
    return {name: value for name, value in fields.items() if value is not None and value is not False}


def errors(response):
    assert response.status_code == 200
    return " ".join(str(each) for each in response.context["errors"])


def test_a_save_makes_the_next_version_and_the_old_one_stays(client_for, administrator):
    client, first = client_for(administrator), Policy.objects.latest()
    before = ruling.rules_in(first)
    sent = shown(client, first) | {"rules-0-primary": "2", "note": "Two are better.", "signatures": "editor checker"}
    response = client.post(page(first), sent)
    made = Policy.objects.latest()
    assert response.url == page(made)
    assert (made.version, made.signatures, made.note, made.by) == (
        2,
        ["editor", "checker"],
        "Two are better.",
        administrator,
    )
    assert ruling.rules_in(made) == [before[0] | {"primary": 2}, *before[1:]]
    assert ruling.rules_in(first) == before
    assert Event.objects.get(verb="revise policy").account == administrator


def test_rules_are_added_taken_out_and_put_in_another_order(client_for, administrator):
    client, first = client_for(administrator), Policy.objects.latest()
    new = {
        "number": "3",
        "name": "Figures",
        "kinds": ["number", "money"],
        "primary": "2",
        "secondary": "0",
        "reviews": "0",
    }
    sent = shown(client, first) | {"rules-TOTAL_FORMS": "5", "rules-0-number": "2", "rules-1-number": "1"}
    sent |= {"rules-2-DELETE": "on", **{f"rules-4-{name}": value for name, value in new.items()}}
    assert client.post(page(first), sent).status_code == 302
    rules = Policy.objects.latest().rules.all()
    assert [rule.name for rule in rules] == ["Quotations", "Every claim", "Figures", "Legal risk"]
    assert rules[2].kinds == ["number", "money"]


def test_that_one_person_may_sign_twice_is_unticked(client_for, administrator):
    client, first = client_for(administrator), Policy.objects.latest()
    sent = shown(client, first)
    assert sent.pop("apart") is True
    assert client.post(page(first), sent).status_code == 302
    assert not Policy.objects.latest().apart


def test_nothing_changed_is_no_version(client_for, administrator):
    client, first = client_for(administrator), Policy.objects.latest()
    response = client.post(page(first), shown(client, first), follow=True)
    assert "Nothing differed" in response.content.decode()
    assert Policy.objects.count() == 1


def test_a_rule_that_asks_nothing_is_said_so_in_the_form(client_for, administrator):
    client, first = client_for(administrator), Policy.objects.latest()
    sent = shown(client, first)
    del sent["rules-1-record"]
    assert "The rule “Quotations” asks nothing." in errors(client.post(page(first), sent))
    assert Policy.objects.count() == 1


def test_older_versions_are_read_only(client_for, administrator):
    client, first = client_for(administrator), Policy.objects.latest()
    sent = shown(client, first)
    ruling.revise(first, by=administrator, rules=ruling.rules_in(first), signatures=["editor"], legal=True)
    assert 'name="signatures"' not in client.get(page(first)).content.decode()
    late = client.post(page(first), sent | {"signatures": "editor", "note": "Typed at length."})
    assert "Somebody made version 2 of the policy meanwhile." in errors(late)
    assert "Typed at length." in late.content.decode()  # what is refused can be copied
    assert Policy.objects.count() == 2


def test_an_administrator_without_a_role_finds_it_on_the_first_page(client_for):
    client, first = client_for(factories.user(staff=True, is_superuser=True)), Policy.objects.latest()
    assert reverse("admin:newsroom_policy_changelist") in client.get(reverse("admin:index")).content.decode()
    assert 'name="signatures"' in client.get(page(first)).content.decode()


def test_orders_that_make_sense_are_offered_and_the_one_that_holds(client_for, administrator):
    client, first = client_for(administrator), Policy.objects.latest()
    offered = dict(client.get(page(first)).context["adminform"].form.fields["signatures"].choices)
    assert {"checker editor", "editor", "checker editor legal"} <= set(offered)
    assert not {"checker", "legal checker", "legal"} & set(offered)
    odd = ruling.revise(first, by=administrator, rules=ruling.rules_in(first), signatures=["checker"], legal=True)
    assert "checker" in dict(client.get(page(odd)).context["adminform"].form.fields["signatures"].choices)


def test_others_read_it(client_for):
    client, first = client_for(factories.user("editor", staff=True)), Policy.objects.latest()
    response = client.get(page(first))
    assert "Unnamed sources" in response.content.decode()
    assert 'name="signatures"' not in response.content.decode()
    assert client.post(page(first), {"signatures": "editor"}).status_code == 403
    assert client.get(reverse("admin:newsroom_policy_add")).status_code == 403
    assert client.post(reverse("admin:newsroom_policy_delete", args=[first.pk])).status_code == 403
