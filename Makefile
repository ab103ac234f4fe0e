# The few commands of a day. `make` alone lists them.
PYTHON = .venv/bin/python

help:  ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /	/'

venv:  ## a virtual environment with everything the project needs
	python3 -m venv .venv && .venv/bin/pip install -q -e '.[dev]'

.PHONY: docs
docs:  ## the pages made from the code
	$(PYTHON) docs/generate.py

texts:  ## the catalogues of translations from the code, compiled; names what is to be translated
	PYTHONPATH=. $(PYTHON) tests/translations.py

test:  ## the suite
	$(PYTHON) -m pytest -q

lint:  ## formatting, style, types, layers
	.venv/bin/ruff check . && .venv/bin/ruff format --check . && .venv/bin/mypy && .venv/bin/lint-imports --no-logo

bench:  ## what every command costs, against python -c pass
	$(PYTHON) benchmarks/run.py

screens:  ## what a dozen commands show on a terminal, kept under docs/screens/
	$(PYTHON) docs/screens.py

mutants:  ## changes to the core that no test sees (minutes)
	$(PYTHON) tests/mutants.py

reliability:  ## every trial of the edits in full, with its figures; takes hours
	$(PYTHON) tests/reliability full

reminders-year:  ## a simulated year of reminders with 500 kills and more, figures printed
	$(PYTHON) tests/reliability/reminders_year.py --strace

.PHONY: help venv texts test lint bench screens mutants reliability reminders-year
