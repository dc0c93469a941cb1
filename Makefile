# Needs Python 3.11 or later, git and make. Everything else is installed into .venv from requirements.lock.
PYTHON ?= python3
PYTEST_ARGS ?=
UPGRADE ?=
OLDEST_DUCKDB := 1.5.5
UV_VERSION := 0.13.9
SQL_FOLDERS := metrics/indicators metrics/checks metrics/current

.DEFAULT_GOAL := help
.PHONY: help setup demo test check bench mutants test-oldest lock clean

help: ## Say what each target does
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: .venv/installed ## Install the project and its tools into .venv

demo: setup ## Load the sample partnership and open the dashboard
	.venv/bin/scorecard demo

test: setup ## Run every test (browser tests need Chromium)
	.venv/bin/python -m pytest --numprocesses auto --dist loadfile $(PYTEST_ARGS)

check: setup ## Check style, types, SQL and which package imports which
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/sqlfluff lint $(SQL_FOLDERS)
	.venv/bin/lint-imports

bench: setup ## Measure loading, counting and drawing
	.venv/bin/python -m tests.bench

mutants: setup ## Change every definition by one token, and list the changes that no spec notices
	.venv/bin/python -m tests.mutants --current --report mutants.txt

test-oldest: .venv-oldest/installed ## Run the tests, browser tests apart, on the oldest DuckDB we support
	.venv-oldest/bin/python -m pytest -m "not browser" --numprocesses auto --dist loadfile $(PYTEST_ARGS)

lock: ## Write requirements.lock again (newest versions: make lock UPGRADE=--upgrade)
	$(PYTHON) -m venv .venv-lock
	.venv-lock/bin/python -m pip install --quiet uv==$(UV_VERSION)
	.venv-lock/bin/uv pip compile --quiet --universal --generate-hashes $(UPGRADE) \
		--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
		--group dev pyproject.toml --output-file requirements.lock
	@if grep -n '/' requirements.lock; then echo "requirements.lock names a host or a folder: see above"; exit 1; fi

clean: ## Remove the environments and what the tools left behind
	rm -rf mutants.txt .venv .venv-oldest .venv-lock build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find metrics dashboard sample_data tests -type d -name __pycache__ -prune -exec rm -rf {} +

# One rule for both environments: the stamp is newer than the lock, or the environment is brought up to it.
%/installed: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed: make setup PYTHON=python3.11")'
	$(PYTHON) -m venv $*
	$*/bin/python -m pip install --disable-pip-version-check --require-hashes -r requirements.lock
	$*/bin/python -m pip install --disable-pip-version-check --no-build-isolation --no-deps -e .
	$(if $(findstring oldest,$*),$*/bin/python -m pip install --disable-pip-version-check duckdb==$(OLDEST_DUCKDB))
	touch $@
