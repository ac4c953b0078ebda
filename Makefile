# Every target sets up what it needs; a second run skips what is done.
# Words that may be given: PORT=8001, PYTHON=python3.13, CHROMIUM=/path/to/another/browser,
# and to `make bench` TOPICS="weights lighthouse", which are then only printed.

PORT ?= 8000
BIN := .venv/bin
BUILD := .venv/.build-is-set-up
TEST := .venv/.test-is-set-up
# Tests, pictures and the bench open one kind of browser and of local server.
WITH_SUPPORT := PYTHONPATH=tests/support
BENCH := bench/node_modules/.is-set-up
# What `make serve` builds again for, besides docs/ and mkdocs.yml.
WATCHED := overrides downloads mentoring_tools/strings
# The rooms whose tests are plain values in, plain values out.
QUICK := $(addprefix tests/,source worksheet content checks language docx)
export PYTHON CHROMIUM

# Material tells about MkDocs 2 on every build; HACKING.md says what this project does about it.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: always help serve site test quick check tidy ids status new-tool new-path new-guide bench picture screens icons lock clean

# Shows this list.
help:
	@awk '/^# /{said=substr($$0,3)} /^[a-z-]+:/{sub(/:.*/,""); printf "make %-9s %s\n",$$0,said} /^$$/{said=""}' Makefile

# Serves the site on this machine and shows each change as you save it.
serve: $(BUILD)
	@$(BIN)/python -c "import socket; socket.create_server(('127.0.0.1', $(PORT))).close()" 2>/dev/null \
		|| { echo "Something else uses port $(PORT). Choose another: make serve PORT=8001" >&2; exit 1; }
	@echo "The site will be at http://127.0.0.1:$(PORT)/ (stop with Ctrl+C)"
	@$(BIN)/mkdocs serve --strict --dev-addr 127.0.0.1:$(PORT) $(addprefix --watch ,$(WATCHED))

# Builds the whole site with its downloads into site/.
site: $(BUILD)
	@setup/site.sh

# Runs every test, in a real browser too.
test: $(TEST)
	@echo "== Style"
	@$(BIN)/ruff check
	@echo "== Types"
	@$(BIN)/mypy
	@echo "== The walls between rooms"
	@$(BIN)/lint-imports --no-logo --cache-dir .cache/imports
	@echo "== Workflows"
	@$(BIN)/zizmor --offline --quiet --no-progress .github
	@echo "== Tests: unit tests, then the built site in real browsers (some twelve minutes)"
	@$(BIN)/pytest --numprocesses auto --dist worksteal || { \
		echo "== Once more, one by one: what failed above, and why, is to be mended even if it passes now"; \
		$(BIN)/pytest --last-failed --last-failed-no-failures none; }

# Runs the tests that need neither browser nor built site, in half a minute.
quick: $(TEST)
	@$(BIN)/ruff check
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo --cache-dir .cache/imports
	@$(BIN)/pytest -m "not built and not office" $(QUICK)

# Looks for mistakes in the pages, all of them at once, without building.
check: $(BUILD)
	@$(BIN)/python -m mentoring_tools check

# Mends what can be mended by itself in the pages, such as pasted characters, and shows each change.
tidy: $(BUILD)
	@$(BIN)/python -m mentoring_tools tidy

# Lists new questions in words/question-ids.yml, where later changes are compared with.
ids: $(BUILD)
	@$(BIN)/python -m mentoring_tools ids

# Counts the pages and measures how easy each is to read; ! marks those to rewrite.
status: $(BUILD)
	@$(BIN)/python -m mentoring_tools status

# Makes the pages of a new tool in every language: make new-tool SLUG=its-name
new-tool: $(BUILD)
	@$(BIN)/python -m mentoring_tools new tool "$(SLUG)"

# Makes the pages of a new path in every language: make new-path SLUG=its-name
new-path: $(BUILD)
	@$(BIN)/python -m mentoring_tools new path "$(SLUG)"

# Makes the pages of a new guide in every language: make new-guide SLUG=its-name
new-guide: $(BUILD)
	@$(BIN)/python -m mentoring_tools new guide "$(SLUG)"

# Measures speed, weights and Lighthouse's scores (a quarter of an hour) into bench/FIGURES.md.
bench: $(TEST) $(BENCH)
	@$(WITH_SUPPORT) $(BIN)/python bench $(TOPICS)

# Makes README's picture again, from the built site, and those of shared links.
picture: $(TEST)
	@$(WITH_SUPPORT) $(BIN)/python setup/picture.py
	@$(WITH_SUPPORT) $(BIN)/python setup/share.py

# Makes the pictures in pictures/screens/ again, of every kind of page, from the built site.
screens: $(TEST)
	@$(WITH_SUPPORT) $(BIN)/python setup/screens.py

# Makes the icons for phones and favicon.ico again, from overrides/assets/img/icon.svg.
icons: $(TEST)
	@$(WITH_SUPPORT) $(BIN)/python setup/icons.py

# Chooses the newest allowed versions again and writes them, with hashes, into requirements*.txt.
lock:
	setup/lock.sh

# Removes what was made; the virtual environment stays.
clean:
	rm -rf site site.new site.old .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis build *.egg-info

# The script itself knows what is done: it looks at the folder and at Python too, not at times only.
$(BUILD): always
	@setup/environment.sh build

$(TEST): always
	@setup/environment.sh test

$(BENCH): bench/package.json bench/package-lock.json
	@setup/system.sh bench
	npm --prefix bench ci --ignore-scripts
	@touch $@
