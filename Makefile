# One command serves the desk with a sample story (make run), one runs every check and test (make test).
# Packages come from wherever this machine's pip and uv are set up to find them.

PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
UV := $(BIN)/uv pip install --quiet --python $(BIN)/python
# A desk as it is set up behind a reverse proxy, for Django's deployment checks.
PRODUCTION := HTTPS=true DEBUG=false SITE_URL=https://desk.example ALLOWED_HOSTS=desk.example \
	STATIC_ROOT=var/static DATABASE_URL=sqlite:///var/newsroom.sqlite3 \
	SECRET_KEY=$$($(BIN)/python -c "import secrets; print(secrets.token_urlsafe(50))")

.PHONY: help run install install-dev settings test lint unit postgres bench quality format pins clean

help: ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

run: install settings ## the desk at http://127.0.0.1:8000, with a sample story and sample accounts
	@$(BIN)/python manage.py migrate --verbosity 0
	@$(BIN)/python manage.py sample
	@echo "The desk: http://127.0.0.1:$(PORT)    (Ctrl-C ends it; the stories stay in var/)"
	@exec $(BIN)/gunicorn newsroom.wsgi --bind 127.0.0.1:$(PORT) --worker-class gthread --workers 2 --threads 4 \
		--timeout 120 --no-control-socket --log-level warning

install: .venv/run.stamp ## the virtual environment alone

install-dev: .venv/dev.stamp ## the virtual environment with what tests and checks need

.venv/uv.stamp:
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	@touch $@

.venv/run.stamp: requirements.txt .venv/uv.stamp
	$(UV) -r requirements.txt
	@touch $@

.venv/dev.stamp: requirements-dev.txt .venv/run.stamp
	$(UV) -r requirements-dev.txt
	@touch $@

# A secret key, a key for the vault and a password for the sample accounts of this installation alone, made once.
settings: install
	@mkdir -p var
	@touch .env && chmod 600 .env
	@grep -q '^SECRET_KEY=' .env || \
		$(BIN)/python -c "import secrets; print('SECRET_KEY=' + secrets.token_urlsafe(50))" >> .env
	@grep -q '^VAULT_KEYS=' .env || $(BIN)/python -c "from cryptography.fernet import Fernet; \
		print('VAULT_KEYS=' + Fernet.generate_key().decode())" >> .env
	@grep -q '^SAMPLE_PASSWORD=' .env || \
		$(BIN)/python -c "import secrets; print('SAMPLE_PASSWORD=' + '-'.join(secrets.token_hex(2) for _ in 'abc'))" >> .env

test: lint unit postgres ## every check and every test: unit, web, browser, PostgreSQL

lint: install-dev ## style, types, import contracts, templates, migrations, deployment
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy newsroom tests
	$(BIN)/lint-imports
	$(BIN)/djlint templates --lint --check
	$(BIN)/python manage.py makemigrations --check --dry-run --settings tests.settings
	$(PRODUCTION) $(BIN)/python manage.py check --deploy --fail-level WARNING

unit: install-dev
	DATABASE_URL=sqlite:///var/newsroom.sqlite3 $(BIN)/python -m pytest

postgres: install-dev
	$(BIN)/python -m tests.postgres pytest

bench: install-dev ## the speed of the desk on both databases
	$(BIN)/python -m tests.bench

quality: install-dev ## how well quotes, speakers and claims are found
	$(BIN)/python -m tests.quality

format: install-dev ## write Python and templates the house's way
	$(BIN)/ruff check --fix --quiet .
	$(BIN)/ruff format .
	$(BIN)/djlint templates --reformat --quiet

pins: install-dev ## new versions of everything, within the ranges of pyproject.toml
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --no-annotate --no-header \
		--output-file requirements.txt pyproject.toml
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --no-annotate --no-header \
		--constraint requirements.txt --group dev --output-file requirements-dev.txt

clean: ## away with the environment and caches; stories and settings stay
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
