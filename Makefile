# The two commands of the README are `make build` and `make test`; each sets up all that it needs.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: build test check slow bench derive wheel clean

build: $(VENV)/.run
	$(BIN)/saisei build

test: $(VENV)/.dev
	$(BIN)/python -m pytest -n auto -m "not slow"

check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/saisei derive --check
	$(BIN)/python tests/check_docs.py
	$(BIN)/python tests/check_release.py

slow: $(VENV)/.dev
	$(BIN)/python -m pytest -n auto -m slow

bench: $(VENV)/.dev
	$(BIN)/python -m bench.writing
	$(BIN)/python -m bench.linking
	$(BIN)/python -m bench.reading
	$(BIN)/python -m bench.matching
	$(BIN)/python -m bench.provenance --plans 10000
	$(BIN)/python -m bench.validating
	$(BIN)/python -m bench.release
	$(BIN)/python -m bench.changes
	$(BIN)/python -m bench.querying
	$(BIN)/python -m bench.serving

derive: $(VENV)/.dev
	$(BIN)/saisei derive

wheel: $(VENV)/.dev
	$(PIP) wheel --no-deps --no-build-isolation --wheel-dir build/wheel .

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "saisei-lod needs Python 3.11 or later: make PYTHON=python3.12 ...")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements/run.txt pyproject.toml | $(VENV)/bin/python
	$(PIP) install --require-hashes --only-binary :all: -r requirements/run.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/.dev: requirements/dev.txt pyproject.toml | $(VENV)/bin/python
	$(PIP) install --require-hashes --only-binary :all: -r requirements/dev.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	touch $(VENV)/.run $@

clean:
	rm -rf $(VENV) build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
