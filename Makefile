# Bali Desk: `make` lists what there is to do.
VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= python3
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.DEFAULT_GOAL := help
.PHONY: help run test check checks bench pictures app wheel clean

help:  ## list these commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

run: $(VENV)/ready  ## open the window with the sample meeting (no display: write its documents)
	@tools/run.sh $(BIN)/bali-desk

test: $(VENV)/ready  ## run all tests
	$(BIN)/python -m pytest --numprocesses auto

check: $(VENV)/ready  ## format, lint, types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

checks: $(VENV)/ready  ## what the draft checks find, miss and say falsely, over tests/checks_tables
	$(BIN)/python tools/check_figures.py

bench: $(VENV)/ready  ## measure speed, as ratios in one run
	@tools/system_libraries.sh bench
	$(BIN)/python tools/bench.py

pictures: $(VENV)/ready  ## save every page and dialog as PNG, light and dark, in pictures/
	$(BIN)/python tools/pictures.py

app: $(VENV)/ready  ## build the program as one folder in dist/ and let it test itself
	@tools/system_libraries.sh app
	$(BIN)/pyinstaller --noconfirm --log-level WARN build.spec
	dist/bali-desk/bali-desk self-test

wheel: $(VENV)/ready  ## build the wheel and let it test itself outside the checkout
	tools/wheel.sh $(PYTHON) $(BIN)/python

clean:  ## remove what was built
	rm -rf build dist pictures sample-output

$(VENV)/ready: pyproject.toml constraints.txt tools/system_libraries.sh
	@tools/system_libraries.sh window
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Bali Desk needs Python 3.11 or later")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --constraint constraints.txt --editable '.[test,dev]'
	@touch $@
