"""A lawyer signs a draft again where a passage was flagged, or put on other words, after the first signature."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("newsroom", "0012_house_policy")]

    operations = [
        migrations.RemoveConstraint(model_name="signoff", name="signoff_once"),
        migrations.AddConstraint(
            model_name="signoff",
            constraint=models.UniqueConstraint(fields=("draft", "capacity", "by", "head"), name="signoff_once"),
        ),
    ]
