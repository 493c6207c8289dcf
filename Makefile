# Two commands for a newcomer: `make demo` and `make test`. Both set up a virtual environment first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test check setup clean

setup: $(VENV)/.ready

$(VENV)/.ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip --quiet install uv
	$(BIN)/uv pip install --quiet --python $(BIN)/python --constraint constraints.txt --editable . --group dev
	touch $@

demo: setup
	rm -rf demo
	$(BIN)/rashomon init demo --sample
	$(BIN)/rashomon -C demo update
	$(BIN)/rashomon -C demo search --disputed
	$(BIN)/rashomon -C demo desk

check: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

test: check
	$(BIN)/pytest --numprocesses 2
	$(BIN)/python -m benchmarks gate

clean:
	rm -rf $(VENV) demo test-output
