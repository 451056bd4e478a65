"""The house rules, as far as a machine can see them: sizes, names, layers, templates, migrations.

Why they are so stands in `newsroom/README.md`. A rule that is in the way is changed here, in the open.
"""

import ast
import fnmatch
import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest
from django.apps import apps
from django.db.migrations.loader import MigrationLoader
from django.urls import URLPattern, get_resolver

ROOT = Path(__file__).parent.parent
APP, TEMPLATES, STATIC = ROOT / "newsroom", ROOT / "templates", ROOT / "static"
MODULES = sorted(path for path in APP.rglob("*.py") if "migrations" not in path.parts)
TREES = {path: ast.parse(path.read_text()) for path in MODULES}
PAGES = sorted(TEMPLATES.rglob("*.html"))

TOP_LEVEL = {
    *(".ci", ".env.example", ".git", ".gitignore", "Makefile", "pyproject.toml", "manage.py"),
    *("README.md", "LICENSE", "NOTICE", "requirements.txt", "requirements-dev.txt"),
    *("newsroom", "templates", "static", "tests", "docs", "deploy"),
}
VAGUE_NAMES = {"utils", "util", "helpers", "core", "common", "misc", "base", "services"}
WRITES = {"save", "create", "delete", "bulk_create", "bulk_update", "get_or_create", "update_or_create"}
# Templates that Django or a package looks for by a name of its own.
NAMED_BY_OTHERS = ("account/", "allauth/", "admin/", "400", "403", "404", "429", "500")


def place(path: Path) -> str:
    return str(path.relative_to(ROOT))


def lines(path: Path) -> int:
    return len(path.read_text().splitlines())


def functions(path: Path) -> Iterator[tuple[str, ast.FunctionDef]]:
    for node in ast.walk(TREES[path]):
        if isinstance(node, ast.FunctionDef):
            yield f"{place(path)}:{node.lineno} {node.name}", node


def length(node: ast.FunctionDef) -> int:
    return (node.end_lineno or 0) - node.lineno + 1


def views() -> list[URLPattern]:
    """The pages of our own: function views of `newsroom.web`."""
    patterns = [pattern for pattern in get_resolver().url_patterns if isinstance(pattern, URLPattern)]
    return [pattern for pattern in patterns if pattern.callback.__module__.startswith("newsroom.web.")]


def layer(name: str) -> list[Path]:
    return [path for path in MODULES if name in path.relative_to(APP).parts]


# --- Sizes ---


def test_modules_are_short() -> None:
    assert [f"{place(path)}: {lines(path)} lines" for path in MODULES if lines(path) > 400] == []
    assert median(lines(path) for path in MODULES) <= 70


def test_functions_are_short() -> None:
    sized = {name: length(node) for path in MODULES if path not in layer("text") for name, node in functions(path)}
    assert [f"{name}: {size} lines" for name, size in sized.items() if size > 40] == []
    assert median(sized.values()) <= 8


def test_views_are_short() -> None:
    sizes = {view.name: len(inspect.getsource(inspect.unwrap(view.callback)).splitlines()) for view in views()}
    assert [f"{name}: {size} lines" for name, size in sizes.items() if size > 25] == []


def test_templates_and_scripts_are_short() -> None:
    assert [place(path) for path in PAGES if lines(path) > 150] == []
    assert [place(path) for path in STATIC.rglob("*.js") if lines(path) > 200] == []


# --- Names ---


def test_the_top_level_is_a_short_list() -> None:
    ignored = [line.strip("/") for line in (ROOT / ".gitignore").read_text().split()]
    here = {path.name for path in ROOT.iterdir()}
    kept = {name for name in here if not any(fnmatch.fnmatch(name, pattern) for pattern in ignored)}
    assert kept - TOP_LEVEL == set()


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert [place(path) for path in MODULES if {path.stem, path.parent.name} & VAGUE_NAMES] == []


def test_a_page_is_named_for_its_module_and_view() -> None:
    for view in views():
        module = view.callback.__module__.removeprefix("newsroom.web.")
        assert view.name == f"{module}-{view.callback.__name__}".replace("_", "-")
        assert (TEMPLATES / module).is_dir(), f"{view.name} has no folder of templates"


# --- Layers: what import-linter does not see ---


def test_models_send_no_signals() -> None:
    for path in MODULES:
        for node in ast.walk(TREES[path]):
            if isinstance(node, ast.ImportFrom) and node.module in ("django.db.models.signals", "django.dispatch"):
                names = {alias.name for alias in node.names} - {"pre_migrate", "post_migrate"}
                assert names == set(), f"{place(path)} listens to {', '.join(sorted(names))}"


@pytest.mark.parametrize("name", ["web", "admin", "management", "templatetags"])
def test_only_the_domain_changes_state(name: str) -> None:
    """Rows are written by verbs. (A form or model admin may well have a method of such a name.)"""
    for path in layer(name):
        for node in ast.walk(TREES[path]):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITES:
                assert "super()" in ast.unparse(node.func), f"{place(path)}:{node.lineno} {ast.unparse(node)}"


# --- Words ---


def test_every_module_says_what_it_is_for() -> None:
    silent = [place(path) for path in MODULES if path.read_text().strip() and not ast.get_docstring(TREES[path])]
    assert silent == []


def test_every_model_says_what_one_row_means() -> None:
    for model in apps.get_app_config("newsroom").get_models():
        assert model.__doc__ and not model.__doc__.startswith(f"{model.__name__}("), model.__name__


def test_every_verb_says_what_happens() -> None:
    """A verb is a public function of the domain that takes `by` and is atomic."""
    for path in layer("domain"):
        for name, node in functions(path):
            atomic = any("transaction.atomic" in ast.unparse(decorator) for decorator in node.decorator_list)
            if atomic and "by" in {argument.arg for argument in node.args.kwonlyargs}:
                assert ast.get_docstring(node), f"{name} has no docstring"


# --- Templates ---

UNSAFE = {
    "an inline script": r"<script(?![^>]*\bsrc=)[^>]*>(?!\s*</script>)",
    "an inline style": r"<style\b|\sstyle\s*=",
    "an inline handler": r"<[^>]*\son[a-z]+\s*=|\bhx-on\b|[\"']javascript:|[\"']js:",
    "unescaped output": r"\|\s*safe\b|autoescape\s+off",
    "an address elsewhere": r"(?:src|href)\s*=\s*[\"']?(?:https?:)?//",
}


def unsafe(source: str) -> list[str]:
    without_comments = re.sub(r"{#.*?#}|{% comment %}.*?{% endcomment %}", "", source, flags=re.DOTALL)
    return [what for what, pattern in UNSAFE.items() if re.search(pattern, without_comments, re.IGNORECASE)]


def test_templates_hold_nothing_that_the_content_policy_forbids() -> None:
    assert [f"{place(path)}: {what}" for path in PAGES for what in unsafe(path.read_text())] == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("<script>go()</script>", ["an inline script"]),
        ('<script type="module" src="{% static "js/desk.js" %}"></script>', []),
        ('<p style="color: red">', ["an inline style"]),
        ("<style>p {}</style>", ["an inline style"]),
        ('<button type="button" onclick="go()">', ["an inline handler"]),
        ('<a href="javascript:go()">', ["an inline handler"]),
        ('<p title="once upon">on the desk = here</p>', []),
        ("{{ comment|safe }}", ["unescaped output"]),
        ('<link href="https://cdn.example/x.css">', ["an address elsewhere"]),
        ('{# never <p style="…"> #}<p class="style">', []),
    ],
)
def test_the_watch_over_templates_is_awake(source: str, found: list[str]) -> None:
    assert unsafe(source) == found


NAMED = re.compile(r"[\"']([\w/-]+\.(?:html|txt))(?:#([\w-]+))?[\"']")


def named_templates() -> dict[tuple[str, str], str]:
    """(template, fragment or "") -> a place in our code or templates that names it."""
    sources = [*MODULES, *TEMPLATES.rglob("*.html"), *TEMPLATES.rglob("*.txt")]
    return {match.groups(""): place(path) for path in sources for match in NAMED.finditer(path.read_text())}  # type: ignore[misc]


def test_named_templates_and_fragments_exist() -> None:
    for (name, fragment), where in named_templates().items():
        path = TEMPLATES / name
        if path.exists() and fragment:
            assert re.search(rf"partialdef {fragment}\b", path.read_text()), f"{where}: {name}#{fragment}"
        elif path.parent.exists() and path.parent != TEMPLATES and "/" in name:
            assert path.exists() or name.startswith(NAMED_BY_OTHERS), f"{where}: {name}"


def test_every_template_is_used() -> None:
    named = {name for name, _ in named_templates()}
    names = {str(path.relative_to(TEMPLATES)) for path in PAGES}
    assert {name for name in names - named if not name.startswith(NAMED_BY_OTHERS)} == set()


# --- Migrations ---


def test_migrations_are_linear_and_named_by_hand() -> None:
    graph = MigrationLoader(None).graph
    own = sorted(name for app, name in graph.nodes if app == "newsroom")
    assert [name for name in own if not re.fullmatch(r"\d{4}_(?!auto_|alter_|initial)[a-z_]+", name)] == []
    assert len(graph.leaf_nodes("newsroom")) == 1
    for number, name in enumerate(own, 1):
        before = [parent.key[1] for parent in graph.node_map["newsroom", name].parents if parent.key[0] == "newsroom"]
        assert name.startswith(f"{number:04}_") and before == own[:number][-2:-1], f"{name} comes after {before}"


# --- Nothing of one machine in the project ---

ELSEWHERE = re.compile(
    r"(?<![\w.])/(?:work|root|home|Users)/\w|py[p]i\.org|pythonh[o]sted|npm[j]s|deb\.debi[a]n|unpk[g]\.com|jsdeli[v]r"
)


def test_no_file_names_a_machine_or_a_registry() -> None:
    kept = [ROOT / name for name in TOP_LEVEL - {".git"}]
    files = [path for top in kept for path in (top, *top.rglob("*")) if path.is_file()]
    for path in files:
        if "__pycache__" in path.parts or path.suffix in (".png", ".jpg", ".sqlite3", ".docx"):
            continue
        found = ELSEWHERE.search(path.read_text())
        assert found is None, f"{place(path)} names {found and found[0]}"
