"""`manage.py createsuperuser`: the first administrator, through the domain, so that the audit trail begins with it."""

import getpass
import os
from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from newsroom.domain import inviting

PREFIX = "DJANGO_SUPERUSER_"


class Command(BaseCommand):
    help = (
        "Make an administrator's account. What is not given is asked for; with --noinput it comes from "
        f"{PREFIX}USERNAME, {PREFIX}EMAIL and {PREFIX}PASSWORD in the environment."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--username", default=os.environ.get(f"{PREFIX}USERNAME", ""))
        parser.add_argument("--email", default=os.environ.get(f"{PREFIX}EMAIL", ""))
        parser.add_argument("--noinput", "--no-input", action="store_false", dest="interactive")

    def handle(self, *args: Any, **options: Any) -> None:
        asked: bool = options["interactive"]
        username = options["username"] or (input("User name: ") if asked else "")
        email = options["email"] or (input("E-mail address: ") if asked else "")
        password = os.environ.get(f"{PREFIX}PASSWORD", "") or (typed_twice() if asked else "")
        if not (username and email and password):
            raise CommandError("User name, e-mail address and password are all needed.")
        try:
            user = inviting.open_administrator(username, email=email, password=password)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        self.stdout.write(f"{user.username} is an administrator now, and can sign in.")


def typed_twice() -> str:
    """A password that was typed the same way twice; it is not shown."""
    password = getpass.getpass("Password: ")
    if getpass.getpass("The same again: ") != password:
        raise CommandError("These were two different passwords. Run the command again.")
    return password
