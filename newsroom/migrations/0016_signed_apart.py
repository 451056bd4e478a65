"""A policy can ask that each signature is of another person, and does unless it says otherwise."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("newsroom", "0015_leaning")]

    operations = [
        migrations.AddField(
            model_name="policy",
            name="apart",
            field=models.BooleanField(
                default=True,
                help_text="Each signature is of another person: one who signed as checker does not sign as editor too.",
                verbose_name="nobody signs twice",
            ),
        ),
    ]
