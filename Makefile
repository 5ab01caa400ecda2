# Everything a newcomer, a developer or CI does. `make run` and `make test` need Python 3.11+, git and nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
# What the tests talk to, from Debian; installed by `make test` where that is possible (root and apt).
SERVERS := dovecot-imapd dovecot-lmtpd postgresql chromium openssl tesseract-ocr

# A file's tests stay with one worker: they share what is slow to start.
PYTEST := $(BIN)/pytest -n auto --maxprocesses 4 --dist loadfile

.DEFAULT_GOAL := help
.PHONY: help install run test check unit smoke bench bench-mail bench-extract bench-calendar fit soak fuzz lock pictures servers clean

help:
	@echo "make run      try it: sample mails, a sample calendar, pages on http://127.0.0.1:8000"
	@echo "make test     install everything the tests need, then lint, types, imports, tests"
	@echo "make install  .venv with inbrief in it;  make check  the tests without installing servers"
	@echo "make bench    speed, as ratios (bench-mail, bench-extract, bench-calendar: beside others');  make soak  the long proofs;  make fuzz  random input for a while"
	@echo "make lock     renew requirements/*.txt;  make clean  remove what the targets made (not var/)"

$(BIN)/python:
	@sh tools/make_venv.sh $(PYTHON) $(VENV)

$(VENV)/.run: requirements/build.txt requirements/run.txt pyproject.toml | $(BIN)/python
	@echo "Installing inbrief into $(VENV) …"
	@$(PIP) install --require-hashes -r requirements/build.txt -r requirements/run.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.run
	@echo "Installing what the tests need into $(VENV) …"
	@$(PIP) install --require-hashes -r requirements/dev.txt
	@touch $@

install: $(VENV)/.run

run: $(VENV)/.run
	@exec $(BIN)/inbrief run

servers:
	@sh tools/install_servers.sh $(SERVERS)

test: servers check

check: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(PYTEST) -m "not soak"
	TZ=Pacific/Auckland $(BIN)/pytest -q -m zone
	sh tools/test_wheel.sh $(BIN)

bench: $(VENV)/.dev
	$(BIN)/python -m benchmarks.extract

bench-calendar: $(VENV)/.dev
	$(BIN)/python -m benchmarks.calendars

# Our mail reader beside others' over the same mails; they are installed for this alone.
bench-mail: $(VENV)/.dev
	$(PIP) install --require-hashes -r requirements/bench.txt
	$(BIN)/python -m benchmarks.mail

bench-extract: $(VENV)/.dev
	$(PIP) install --require-hashes -r requirements/bench-extract.txt
	$(BIN)/python -m benchmarks.extract_peers
	$(BIN)/python -m benchmarks.lengths

# Weights from labelled mails; commit what it writes into extract/weights.
fit: $(VENV)/.dev
	$(PIP) install --require-hashes -r requirements/fit.txt
	$(BIN)/python -m tests.corpus.fit_intent
	$(BIN)/python -m tests.corpus.fit_pieces
	$(BIN)/python -m tests.corpus.fit_sure

soak: $(VENV)/.dev servers
	$(BIN)/pytest -m "soak or tenth"

fuzz: $(VENV)/.dev
	$(BIN)/pytest -m hypothesis --hypothesis-profile=fuzz --timeout=3600
	$(BIN)/python -m tests.fuzz.read_message -- -max_total_time=600

pictures: $(VENV)/.dev servers
	$(BIN)/python docs/make_pictures.py

# uv resolves for every platform at once; the files it writes name no host.
lock: $(VENV)/.dev
	$(PIP) install uv
	sh tools/lock.sh $(BIN)/uv

clean:
	rm -rf $(VENV) dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
