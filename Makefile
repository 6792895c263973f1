# make run    everything a fresh Debian or Ubuntu with Python needs, then the server
# make test   lint, types, import rules and all tests, browser journeys included
# make bench  the figures that the project holds itself to
# make lint   ruff, mypy, import-linter alone
# make conformance  Heat installed aside in .heat/ and asked: tables of where we differ (HOT_DESIGNER_HEAT: one that is there)
# make assets htmx and CodeMirror, bundled into static/vendor/
# make screenshot  docs/screenshot.png, taken by the browser tests
# make wheel  dist/*.whl with templates and assets inside
#
# Every step leaves a stamp and is done again only when what it depends on has changed.

PYTHON ?= python3
VENV ?= .venv
HOST ?= 127.0.0.1
PORT ?= 8000
REPOSITORY ?=
DATABASE ?=
WORKERS ?= 2

BIN := $(VENV)/bin
RUN_STAMP := $(VENV)/.installed-run
DEV_STAMP := $(VENV)/.installed-dev
HEAT_STAMP := .heat/.installed
ASSETS := static/vendor/codemirror.js

export PYTHON

.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: run test screenshot bench conformance lint assets wheel clean system-run system-test

run: system-run $(RUN_STAMP) assets
	@$(BIN)/hot-designer serve --host $(HOST) --port $(PORT) $(if $(REPOSITORY),--repository "$(REPOSITORY)") \
		$(if $(DATABASE),--database "$(DATABASE)")

test: system-test lint assets
	$(BIN)/python -m pytest -q -n $(WORKERS) --dist worksteal $(PYTEST_ARGS)

screenshot: system-test $(DEV_STAMP) assets
	HOT_DESIGNER_SCREENSHOT=docs/screenshot.png $(BIN)/python -m pytest -q tests/browser/test_screenshot.py

lint: $(DEV_STAMP)
	$(BIN)/ruff check designer web tests bench conformance
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(DEV_STAMP) assets
	$(BIN)/python bench/run.py $(BENCH)

conformance: system-test $(DEV_STAMP) assets $(if $(HOT_DESIGNER_HEAT),,$(HEAT_STAMP))
	HOT_DESIGNER_HEAT=$(or $(HOT_DESIGNER_HEAT),$(CURDIR)/.heat) $(BIN)/python -m pytest -q tests/browser/test_two_tiers.py
	$(BIN)/python -m conformance --heat $(or $(HOT_DESIGNER_HEAT),.heat) $(CONFORMANCE)

assets: $(ASSETS)

wheel: $(DEV_STAMP) assets
	$(BIN)/python -m build --wheel

clean:
	rm -rf $(VENV) node_modules static/vendor dist build .mypy_cache .ruff_cache .pytest_cache

# Debian keeps ensurepip, without which no environment can be made, in a package of its own. Without `dot` the built-in
# layout draws, so a machine where nothing may be installed still serves.
system-run:
	@sh setup/packages.sh $(if $(wildcard $(BIN)/python),,"$(PYTHON)=python3" "python:ensurepip=python3-venv")
	@sh setup/packages.sh --optional "dot=graphviz"

# A server of PostgreSQL starts by itself where it is installed, so only machines that test get it; without it the tests that need one
# are left out, and say what to install. libatomic is what the node inside of Playwright's wheel is linked against.
system-test:
	@sh setup/packages.sh $(if $(wildcard $(BIN)/python),,"$(PYTHON)=python3" "python:ensurepip=python3-venv") \
		"dot=graphviz" "chromium|chromium-browser|google-chrome=chromium" "git=git" \
		"library:libatomic.so.1=libatomic1"
	@$(if $(CI),sh setup/packages.sh --optional "initdb|/usr/lib/postgresql/*/bin/initdb=postgresql",true)

$(RUN_STAMP): pyproject.toml setup/venv.sh setup/packages.sh
	@test -e $(DEV_STAMP) -a $(DEV_STAMP) -nt pyproject.toml || sh setup/venv.sh $(VENV) ""
	@touch $@

$(DEV_STAMP): pyproject.toml setup/venv.sh setup/packages.sh
	@sh setup/venv.sh $(VENV) dev
	@touch $@

$(HEAT_STAMP): setup/heat.sh
	@sh setup/heat.sh .heat
	@touch $@

$(ASSETS): package.json package-lock.json $(wildcard static/js/vendor-entry/*) setup/assets.sh | $(RUN_STAMP)
	@sh setup/assets.sh $(VENV)
