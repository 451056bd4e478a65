"""A signature that leans on another's override names it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("newsroom", "0014_shelved")]

    operations = [
        migrations.AddField(
            model_name="signoff",
            name="leans",
            field=models.JSONField(
                default=list,
                help_text="Ids of the signatures over the open problems, where it leans on their reasons.",
                verbose_name="leans on",
            ),
        ),
    ]
