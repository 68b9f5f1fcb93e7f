# Two commands: `make up` runs the portal, `make test` proves it. Both need Python 3.11+ and make, nothing else.

PYTHON ?= python3
PORT ?= 8000
DATA_DIR ?= $(CURDIR)/.data
export PORT DATA_DIR
RUN = .venv/bin/python
PRODUCTION = PORTAL=production SECRET_KEY=$(shell head -c 48 /dev/urandom | base64) ALLOWED_HOSTS=portal.example \
	DATABASE_URL=postgres://portal@localhost/portal REDIS_URL=redis://localhost EMAIL_URL=smtp://localhost
CORES := $(shell getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)

.PHONY: help up test lint format drill words lock

help: ## this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 16

up: .venv/installed ## from nothing to the running portal with demo data (PORT=, DATA_DIR=); Ctrl-C stops it
	@exec $(RUN) manage.py up --port $(PORT)

test: .venv/installed ## every test, on Postgres and Redis of its own
	@$(RUN) manage.py compile_words
	@exec $(RUN) -m pytest -q -n $(CORES) $(ARGS)

lint: .venv/installed ## style, types of templates, missing migrations, settings for production
	@$(RUN) -m ruff check .
	@$(RUN) -m ruff format --check .
	@$(RUN) -m djlint --check --quiet templates */templates
	@$(RUN) manage.py makemigrations --check --dry-run
	@env $(PRODUCTION) $(RUN) manage.py check --deploy --fail-level WARNING

format: .venv/installed ## put code and templates in order
	@$(RUN) -m ruff check --fix --quiet .
	@$(RUN) -m ruff format --quiet .
	@$(RUN) -m djlint --reformat --quiet templates */templates || true

words: .venv/installed ## bring new words into locale/*/LC_MESSAGES/django.po
	@$(RUN) manage.py extract_words

drill: .venv/installed ## break something real and count what was lost or doubled (NAME=bookings)
	@$(RUN) manage.py drill $(or $(NAME),bookings) $(ARGS)

lock: ## write requirements.txt from requirements.in, every version by hash (needs uv)
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --quiet requirements.in -o requirements.txt

.venv/installed: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed.")'
	@test -x .venv/bin/python || $(PYTHON) -m venv .venv
	@echo "Installing packages …"
	@.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements.txt
	@touch $@
