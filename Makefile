# Needs Python 3.11 or newer and make; everything else is set up on demand.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint server/constraints.txt
LOCKED := pyproject.toml server/constraints.txt

.PHONY: help demo test bench extension lint types format clean

help:
	@echo "make demo       print a card, then serve the demo shop"
	@echo "make test       all tests; gets browsers and Node's tools where they are missing"
	@echo "make bench      what a card costs beside the bare parse of its page"
	@echo "make extension  the packages for Chrome and Firefox, in dist/"
	@echo "make lint       ruff"
	@echo "make types      mypy --strict"
	@echo "make format     lay the Python code out as ruff does"
	@echo "make clean      remove the environment and what the tools have cached"

demo: $(VENV)/.installed
	@$(BIN)/earmark demo

test: $(VENV)/.installed-test
	@sh tests/setup.sh $(BIN)/python
	@$(BIN)/python -m pytest --numprocesses=auto --dist=loadfile --no-loadscope-reorder

bench: $(VENV)/.installed-test
	@$(BIN)/python -m tests.benchmarks

extension: $(BIN)/python
	@$(BIN)/python .store/pack.py

lint: $(VENV)/.installed-test
	@$(BIN)/ruff check server .store tests
	@$(BIN)/ruff format --check server .store tests

types: $(VENV)/.installed-test
	@$(BIN)/mypy

format: $(VENV)/.installed-test
	@$(BIN)/ruff check --fix server .store tests
	@$(BIN)/ruff format server .store tests

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis tests/extension/node_modules

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Earmark needs Python 3.11 or newer. Name one: make PYTHON=python3.11 ...")'
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(LOCKED) | $(BIN)/python
	@$(INSTALL) --editable .
	@touch $@

$(VENV)/.installed-test: $(LOCKED) | $(BIN)/python
	@$(INSTALL) --editable '.[test]'
	@touch $@ $(VENV)/.installed
