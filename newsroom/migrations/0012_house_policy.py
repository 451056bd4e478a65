"""The first version of the house's policy, which works without any setting up."""

from django.db import migrations

RULES = (
    {"name": "Every claim", "primary": 1, "secondary": 3, "locator": True, "reviews": 1},
    {"name": "Quotations", "kinds": ["quote"], "record": True},
    {"name": "Unnamed sources", "anonymous": True, "second": True, "known": True},
    {"name": "Legal risk", "flags": ["legal"], "reviews": 2},
)


def make_policy(apps, schema_editor):
    using = schema_editor.connection.alias
    policies, rules = apps.get_model("newsroom", "Policy"), apps.get_model("newsroom", "Rule")
    policy = policies.objects.using(using).create(version=1, signatures=["checker", "editor"], legal=True)
    for number, rule in enumerate(RULES, start=1):
        rules.objects.using(using).create(policy=policy, number=number, **rule)


class Migration(migrations.Migration):
    dependencies = [("newsroom", "0011_evidence")]

    operations = [migrations.RunPython(make_policy, migrations.RunPython.noop)]
