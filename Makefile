# Every target makes its own virtual environment first; only Python >= 3.11 is needed, uv is used
# where present. The environment is made again when the pinned requirements change.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
UV := $(shell command -v uv 2>/dev/null)
JOBS ?= 2
CHECKED := generator templates tests
PEERS := openapi-python-client==0.29.1 datamodel-code-generator==0.89.0 openapi-generator-cli==7.26.0 \
	openai==3.52.0 httpx2

.PHONY: generate test lint golden bench bench-client bench-mock soak-mock bench-setup conformance corpus corpus-peers fuzz schemathesis lock clean
.DEFAULT_GOAL := test

generate: $(READY) ## rewrite generated/ from specs/
	$(BIN)/twinspec generate --config specs/twinspec.toml

test: lint ## everything that must hold
	$(BIN)/pytest -n $(JOBS)

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/black --check --quiet $(CHECKED)
	$(BIN)/mypy --strict
	$(BIN)/pyright

golden: $(READY) ## rewrite the expected output of the golden tests
	UPDATE_GOLDEN=1 $(BIN)/pytest tests/golden

bench: $(READY) ## rewrite benchmarks/results.md: make bench CORPUS_DIR=folder [BENCH="imports --times 3"]
	CORPUS_DIR="$(CORPUS_DIR)" $(BIN)/python -m benchmarks $(or $(BENCH),--write)

bench-client: $(READY) ## calls and events beside other clients: make bench-client CORPUS_DIR=folder (with openai.json)
	CORPUS_DIR="$(CORPUS_DIR)" $(BIN)/python -m benchmarks client

bench-mock: $(READY) ## the mock beside Prism, at start and in process: make bench-mock [CORPUS_DIR=folder]
	CORPUS_DIR="$(CORPUS_DIR)" $(BIN)/python -m benchmarks.mock --write

soak-mock: $(READY) ## a million requests: make soak-mock [SOAK="--requests 100000 --state"]
	$(BIN)/python -m benchmarks.mock_soak $(SOAK)

bench-setup: ## install what `make bench` and `make bench-client` compare with, into .bench/
	$(PYTHON) -m venv .bench
	echo '*' > .bench/.gitignore
	for peer in $(PEERS); do \
		.bench/bin/python -m pip install --quiet $$peer || echo "not installed, so not measured: $$peer"; \
	done
	npm install --prefix .bench --silent --no-audit --no-fund @stoplight/prism-cli@5.16.0 \
		|| echo "npm could not install Prism, so it is not measured"

corpus: $(READY) ## judge by real documents: make corpus CORPUS_DIR=folder [CHECKS="imports loop"]
	$(BIN)/python tests/corpus "$(CORPUS_DIR)" --jobs $(JOBS) $(if $(CHECKS),--checks $(CHECKS))

corpus-peers: $(READY) bench-setup ## ask other generators the same: make corpus-peers CORPUS_DIR=folder
	.bench/bin/python -m pip install --quiet httpx2 jsonschema-rs email-validator
	$(BIN)/python tests/corpus/peers.py "$(CORPUS_DIR)" --jobs $(JOBS)

fuzz: $(READY) ## 10,000 mutated documents: make fuzz [CORPUS_DIR=folder]
	$(BIN)/python tests/fuzz --count 10000 --jobs $(JOBS) specs tests/golden $(CORPUS_DIR)

schemathesis: $(READY) ## have it judge the mocks: make schemathesis [CORPUS_DIR=folder]
	$(PYTHON) -m venv .bench
	echo '*' > .bench/.gitignore
	.bench/bin/python -m pip install --quiet "schemathesis==4.32.5"
	$(BIN)/python tests/schemathesis .bench/bin/st specs/cuadra/openapi.json specs/bookshop/openapi.yaml
	$(if $(CORPUS_DIR),$(BIN)/python tests/schemathesis -n 3 --sample 20 .bench/bin/st "$(CORPUS_DIR)")

conformance: $(READY) ## the JSON Schema Test Suite: make conformance JSON_SCHEMA_TEST_SUITE=folder
	JSON_SCHEMA_TEST_SUITE="$(JSON_SCHEMA_TEST_SUITE)" $(BIN)/pytest -s tests/conformance

lock: ## pin the newest allowed requirements; needs uv
	uv pip compile pyproject.toml --group dev --universal --generate-hashes --upgrade \
		--python-version 3.11 --quiet \
		--custom-compile-command "make lock" -o requirements/dev.txt

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache

$(READY): pyproject.toml requirements/dev.txt
ifdef UV
	$(UV) venv --quiet --allow-existing --python '>=3.11' $(VENV)
	$(UV) pip install --quiet --python $(BIN)/python --require-hashes -r requirements/dev.txt
else
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=...")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/dev.txt
endif
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@
