# Every verb sets up what it needs the first time; «make help» lists them.
PY ?= python3
BIN := .venv/bin
READY := .venv/.ready
TEST_READY := .venv/.test-ready
ENGINES := .venv-engines/bin
ENGINES_READY := .venv-engines/.ready
ADDRESS ?= 127.0.0.1:8000
# One set-up of this folder at a time: the lock goes with the last process that has it.
ALONE = $(PY) -c 'import fcntl, os, sys; lock = os.open("Makefile", os.O_RDONLY); os.set_inheritable(lock, True); fcntl.flock(lock, fcntl.LOCK_EX); os.execvp(sys.argv[1], sys.argv[1:])' $(MAKE) -s --no-print-directory IS_ALONE=1
NOT_FETCHED = echo "The packages could not be installed; the reason stands above. Is there a network, and room on the disk? Then try again." >&2; exit 1
export NO_MKDOCS_2_WARNING = 1
export PYTHONUTF8 = 1

# The stamp is written last, and holds the folder: what is half made, has no Python any more or was moved is made anew.
$(shell [ ! -f $(READY) ] || { read -r folder < $(READY); [ "$${folder:-$$(pwd -P)}" = "$$(pwd -P)" ] && $(BIN)/python -Ssc ''; } || rm -f $(READY))

.DEFAULT_GOAL := help
.PHONY: help serve build check format test bench engines lock clean

help: ## list the verbs
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "%-12s%s\n", $$1, $$2 }' $(MAKEFILE_LIST)

serve: $(READY) ## set up, build and serve on http://127.0.0.1:8000, reload on every edit
	@$(BIN)/python -m macros vis --adresse $(ADDRESS)

build: $(READY) ## build the whole site into site/, which is replaced only by a finished build
	$(BIN)/python -m macros bygg

check: $(READY) ## judge the data; exit 1 when something is wrong
	@$(BIN)/python -m macros sjekk

format: $(TEST_READY) ## put every Python file in its one form
	@$(BIN)/ruff format -q .
	@$(BIN)/ruff check -q --fix .

test: $(TEST_READY) ## set up and run every test, the browser ones too
	@$(BIN)/ruff format --check -q . || { echo "Some files are not in their one form: run make format." >&2; exit 1; }
	@$(BIN)/ruff check -q .
	@$(BIN)/python tests/support/find_browser.py > .venv/.browser
	PYTHONDONTWRITEBYTECODE= CHROMIUM="$$(cat .venv/.browser)" $(BIN)/python -m pytest -n auto $(ARGS)

bench: $(TEST_READY) ## measure the heavy parts, each beside a reference (a quarter of an hour; PARTS="builds wire" for some)
	@$(BIN)/python tests/support/find_browser.py > .venv/.browser
	@CHROMIUM="$$(cat .venv/.browser)" $(BIN)/python -m bench $(PARTS)

engines: $(ENGINES_READY) ## build the site with the engines that it can move to, and compare
	@$(ENGINES)/python tests/support/engines.py

lock: ## make the lock files anew (needs uv)
	uv pip compile -q --universal --generate-hashes --python-version 3.11 requirements.in -o requirements.txt
	uv pip compile -q --universal --generate-hashes --python-version 3.11 requirements-test.in -o requirements-test.txt
	uv pip compile -q --universal --generate-hashes --python-version 3.11 requirements-engines.in -o requirements-engines.txt
	uv pip compile -q --universal --generate-hashes --python-version 3.11 requirements-kart.in -o requirements-kart.txt

clean: ## take away everything that the other verbs have made
	rm -rf .venv .venv-engines .site.ny .site.gammel site .cache build .pytest_cache .hypothesis *.egg-info

ifndef IS_ALONE
$(READY): requirements.txt pyproject.toml
	@command -v $(PY) >/dev/null || { echo "There is no «$(PY)» here. Install Python 3.11 or newer, or name yours: make PY=python3.12 …" >&2; exit 1; }
	@$(ALONE) $@

$(TEST_READY): requirements-test.txt $(READY)
	@$(ALONE) $@
else
$(READY): requirements.txt pyproject.toml
	@rm -rf .venv && mkdir .venv || { echo "This folder cannot be written to; the reason stands above." >&2; exit 1; }
	@$(PY) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("This project needs Python 3.11 or newer; «$(PY)» is %d.%d. Try: make PY=python3.12 …" % sys.version_info[:2])'
	@echo "Setting up .venv/ (the first time only) …"
	@$(PY) -m venv .venv || { echo "No virtual environment could be made. Is the disk full? On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@rm -rf .cache
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.txt || { $(NOT_FETCHED); }
	@$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e . || { $(NOT_FETCHED); }
	@pwd -P > $@

$(TEST_READY): requirements-test.txt $(READY)
	@rm $(READY)  # broken off here, all is made anew
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-test.txt || { pwd -P > $(READY); $(NOT_FETCHED); }
	@pwd -P > $(READY)
	@touch $@
endif

$(ENGINES_READY): requirements-engines.txt $(READY)
	@echo "Setting up .venv-engines/ (the first time only) …"
	@rm -rf .venv-engines && $(PY) -m venv .venv-engines
	@$(ENGINES)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.txt || { $(NOT_FETCHED); }
	@$(ENGINES)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-engines.txt || { $(NOT_FETCHED); }
	@$(ENGINES)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@
