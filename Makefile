# Two commands for a newcomer: `make demo` and `make test`. Both set up a virtual environment first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

# Modules are compiled once, not at each start of the many that tests make, whatever the caller's environment says.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: demo test check suite types-and-quality setup formats without-venv clean

setup: $(VENV)/.ready

$(VENV)/.ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV) 2>/dev/null || $(MAKE) --no-print-directory without-venv
	$(BIN)/python -m pip --quiet --disable-pip-version-check install uv
	$(BIN)/uv pip install --quiet --compile-bytecode --python $(BIN)/python --constraint constraints.txt --editable '.[all]' --group dev
	touch $@

# What FollowTheMoney exports are checked with. On Linux `setup` has it, from wheels; elsewhere this compiles PyICU (a compiler, ICU).
formats: setup
	$(BIN)/uv pip install --quiet --python $(BIN)/python --constraint constraints.txt --group formats

# Debian ships Python without the venv module's parts; virtualenv does the same and comes from pip.
without-venv:
	$(PYTHON) -m pip install --quiet --disable-pip-version-check --target $(VENV)-tools virtualenv
	PYTHONPATH=$(VENV)-tools $(PYTHON) -m virtualenv --quiet --clear $(VENV)

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

# Types and quality are measured by one process each, beside the three of the tests.
test: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/python -m compileall -q -j 2 src benchmarks
	$(MAKE) --no-print-directory --jobs 2 suite types-and-quality

suite: setup
	$(BIN)/pytest --numprocesses 3 --dist worksteal

types-and-quality: setup
	$(BIN)/mypy
	$(BIN)/python -m benchmarks gate

clean:
	rm -rf $(VENV) $(VENV)-tools demo test-output
