# One line a target: `make` alone lists them. Each makes the environment first where it is missing or out of date.
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

# `python` in dvc.yaml is then the environment's own.
export PATH := $(CURDIR)/.venv/bin:$(PATH)
export DVC_NO_ANALYTICS := true
export MLFLOW_DISABLE_TELEMETRY := true
export BENTOML_DO_NOT_TRACK := true
export HF_HUB_DISABLE_TELEMETRY := 1

# What the user gives reaches the shell as a quoted variable, unexpanded: a space or a $ is part of the name.
override SOURCE := $(value SOURCE)
override MAPPING := $(value MAPPING)
override RAW := $(value RAW)
override PORT := $(value PORT)
override MINUTES := $(value MINUTES)
export SOURCE RAW MAPPING PORT MINUTES

environment := .venv/.installed
python := .venv/bin/python

.PHONY: help run test lint types format serve mlflow doctor readme policy rollback history tune matrix catalogue ablation bench-encoder bench-features bench-data constraints clean

help:  ## this list
	@echo "Targets:"
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' Makefile

run: $(environment)  ## run the pipeline and print the results (SOURCE=name RAW=file MAPPING=file for your own conversations)
	@$(python) -m data.source --name "$$SOURCE" --raw "$$RAW" --mapping "$$MAPPING"
	@$(python) -m dvc repro
	@$(python) -m training.results

test: $(environment)  ## run the tests (with ESCALATION_CORPORA=folder also those on real corpora)
	@$(python) -m pytest

lint: $(environment)  ## check style and formatting
	@$(python) -m ruff check
	@$(python) -m ruff format --check

types: $(environment)  ## check types
	@$(python) -m mypy

format: $(environment)  ## format the code and mend what can be mended
	@$(python) -m ruff check --fix --exit-zero --quiet
	@$(python) -m ruff format

serve: $(environment)  ## answer POST /predict on 127.0.0.1:3000 (PORT=number for another)
	@$(python) -m serving.server --port "$${PORT:-3000}"

mlflow: $(environment)  ## show every run on 127.0.0.1:5000 (PORT=number for another)
	@$(python) -m serving.doctor --port "$${PORT:-5000}"
	@echo "MLflow: http://127.0.0.1:$${PORT:-5000} (stop it with Ctrl-C)"
	@MLFLOW_SERVER_ENABLE_JOB_EXECUTION=false $(python) -m mlflow server --host 127.0.0.1 --port "$${PORT:-5000}" \
	  --workers 1 --backend-store-uri sqlite:///mlflow.db --artifacts-destination mlartifacts

doctor:  ## check Python, disk, memory, ports, packages and the encoder; says how to mend what is wrong
	@for python in $(python) python3.11 python3; do \
	  command -v $$python >/dev/null 2>&1 && $$python -c "" 2>/dev/null && exec $$python -m serving.doctor; done; \
	echo "error: Python: '' is not there. Fix: install Python 3.11." >&2; exit 2

readme: $(environment)  ## write results and example of the last run into README.md
	@$(python) -m training.results --readme
	@$(python) -m serving.example --readme
	@$(python) -m tests.benchmarks.readme

policy: $(environment)  ## say and draw what the threshold means in alarms, hits and money
	@$(python) -m training.policy_report

matrix: $(environment)  ## check and draw the escalation matrices (training/matrices.yaml) and their decision tree
	@$(python) -m training.matrices check
	@$(python) -m training.matrices draw

rollback: $(environment)  ## give the champion's alias back to the version before (REASON="alarms doubled")
	@$(python) -m training.rollback --reason "$$REASON"

history: $(environment)  ## show who promoted or rolled back which version, when and why
	@$(python) -m training.rollback --history

tune: $(environment)  ## search better settings of the escalation model (MINUTES=10), inside the training part
	@$(python) -m training.tune --minutes "$${MINUTES:-10}"

catalogue: $(environment)  ## write the feature catalogue of the last run to features/CATALOGUE.md
	@$(python) -m training.catalogue

ablation: $(environment)  ## measure what each family of features is worth on the last run; table and picture
	@$(python) -m training.ablation

bench-encoder: $(environment)  ## compare the encoder's backends on the real tickets (about 15 minutes)
	@$(python) -m tests.benchmarks.encoder

bench-features: $(environment)  ## measure featurize() without embeddings on the last run
	@$(python) -m tests.benchmarks.features

bench-data: $(environment)  ## measure time and memory of data/ up to a million conversations (about 40 minutes)
	@$(python) -m tests.benchmarks.data_size

constraints: $(environment)  ## write the installed versions to constraints.txt
	@$(python) -m pip freeze --exclude-editable | sed 's/+cpu$$//' | grep -v -e '@' -e '^nvidia' >.venv/frozen
	@{ echo "# Exact versions of every installed package; remade by: make constraints"; cat .venv/frozen; } >constraints.txt
	@touch $(environment)

clean:  ## remove outputs, kept vectors and tool caches; the environment, DVC's cache and MLflow's runs stay
	@rm -rf data/out features/out features/cache training/out serving/out build *.egg-info/ .mypy_cache .ruff_cache .pytest_cache .hypothesis
	@find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +

# A half-made environment has no stamp and is finished at the next try; one of another Python is made anew.
$(environment): pyproject.toml constraints.txt
	@right='import sys; sys.exit(sys.version_info[:2] != (3, 11))'; \
	$(python) -c "$$right" 2>/dev/null && $(python) -m pip --version >/dev/null 2>&1 || { rm -rf .venv; \
	  for python in python3.11 python3; do "$$python" -c "$$right" 2>/dev/null && break; python=; done; \
	  test -n "$$python" || { found=$$(python3 --version 2>&1); \
	    echo "error: Python: '$$found' is not 3.11. Fix: install Python 3.11 and run make again." >&2; exit 2; }; \
	  "$$python" -m venv .venv || { rm -rf .venv; \
	    echo "error: Python: '$$python' cannot make an environment. Fix: install its venv module." >&2; exit 2; }; }
	@echo "Installing the pinned packages into .venv (once; some minutes) ..."
	@$(python) -m pip install -qq --disable-pip-version-check --constraint constraints.txt --editable '.[test]'
	@touch $@
