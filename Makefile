# The few commands of a day. `make` alone lists them.
VENV = .venv
PYTHON = $(VENV)/bin/python

help:  ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /	/'

venv:  ## a virtual environment with everything the project needs
	python3 -m venv $(VENV) && $(VENV)/bin/pip install -q -e '.[dev]'

.PHONY: docs
docs:  ## the pages made from the code
	$(PYTHON) docs/generate.py

texts:  ## the catalogues of translations from the code, compiled; names what is to be translated
	PYTHONPATH=. $(PYTHON) tests/translations.py

test:  ## the suite
	$(PYTHON) -m pytest -q

lint:  ## formatting, style, types, layers
	$(VENV)/bin/ruff check . && $(VENV)/bin/ruff format --check . && $(VENV)/bin/mypy && $(VENV)/bin/lint-imports --no-logo

check:  ## what must pass before a change lands, in an environment of its own: what CI runs
	.ci/run

versions:  ## the unit tests with the lowest dependencies, and with every supported Python that is found
	.ci/versions

bench:  ## what every command costs, against python -c pass
	$(PYTHON) benchmarks/run.py

bench-limits:  ## registries at the limits, and every command over them: 10 s and 512 MiB (half an hour)
	$(PYTHON) benchmarks/heavy.py

screens:  ## what a dozen commands show on a terminal, and pages in a browser, kept under docs/screens/
	$(PYTHON) docs/screens.py
	$(PYTHON) docs/page_screens.py

browser:  ## the pages in a real browser: every naughty text in every field, every rule of axe-core; minutes
	BROWSER=full $(PYTHON) -m pytest -q -n 0 tests/acceptance/test_pages.py

working-days:  ## counted for 30 countries, 20 years, 60 days forth and back (minutes)
	PYTHONPATH=src $(PYTHON) tests/working_days.py

mutants:  ## changes to the core that no test sees (minutes)
	$(PYTHON) tests/mutants.py

reliability:  ## every trial of the edits in full, with its figures; takes hours
	$(PYTHON) tests/reliability full

hostile-server:  ## export caldav against a server that means harm, every answer at every step; takes half an hour
	$(PYTHON) tests/reliability/hostile_server.py

random-edits:  ## 20,000 random edits on a failing disk against a model, figures printed; takes minutes
	$(PYTHON) tests/reliability full random-edits

random-merges:  ## 100,000 random merges of two sides against a model, figures printed; half an hour
	$(PYTHON) tests/reliability full random-merges

reminders-year:  ## a simulated year of reminders with 500 kills and more, figures printed
	$(PYTHON) tests/reliability/reminders_year.py --strace

completion:  ## TAB in bash, zsh and fish on every hostile text in every field; minutes
	EVERY_FIELD=1 $(PYTHON) -m pytest -q -n 2 tests/acceptance/test_completion_in_shells.py

fuzz:  ## what sources may answer, made up for ten minutes, counts printed
	PYTHONPATH=src $(PYTHON) tests/fuzzed.py 600

hostile-text:  ## every injection in every field through every output, figures printed; half an hour
	$(PYTHON) tests/reliability/hostile_texts.py

.PHONY: help venv texts test lint check versions browser working-days bench bench-limits screens mutants reliability hostile-server random-edits random-merges completion hostile-text reminders-year fuzz
