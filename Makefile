# Everything a developer or a build machine runs. `make help` lists the targets; .ci/run calls them in order.
#
# Needs Go, make and bash; `make race` also a C compiler. Go fetches modules, and the tools of tools/go.mod, by itself.

# Recipes begin with set -e, so that a loop stops at the first error.
SHELL := bash
MAKEFLAGS += --no-builtin-rules
.DEFAULT_GOAL := help

# All modules of this repository. Those with code are tested, vetted and linted; tools/ only pins development tools.
CODE := . examples benchmarks/peers
MODULES := $(CODE) tools

FUZZTIME ?= 10s# for each fuzz target
OUT ?= out# where `make report` writes
SEED ?= 1# of the random cases of property tests, so that a build never fails by chance; 0 draws new ones

# No version stamp, so that a checkout owned by another user builds; and no go.work above this folder.
export GOFLAGS += -buildvcs=false
export GOWORK := off

TOOL = tool -modfile=$(CURDIR)/tools/go.mod

.PHONY: help modules test race fuzz bench fmt fmt-check vet staticcheck lint cross tidy tidy-check report

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "%-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# A module that is missing, or that nobody told the list above about, is an error: it would go untested.
modules: ## check that the modules found are those listed in this file
	@set -e; found=$$(find . -name go.mod -not -path '*/testdata/*' -exec dirname {} + | sed 's,^\./,,' | sort | xargs); \
	listed=$$(printf '%s\n' $(MODULES) | sort | xargs); \
	if [ "$$found" != "$$listed" ]; then \
		echo "modules found: $$found; modules listed in the Makefile: $$listed" >&2; exit 1; \
	fi

# packages lists those of a module whose tests draw random cases, which alone know the flag of the seed, or with ! the others.
packages = go -C $$m list -f '{{.ImportPath}} {{.TestImports}} {{.XTestImports}}' ./... | awk '$(1)/pgregory.net.rapid/ { print $$1 }'

test: modules ## all tests of all modules; SEED=0 draws new random cases
	@set -eo pipefail; for m in $(CODE); do echo "test $$m"; go -C $$m test $$($(call packages,!)); \
		drawn=$$($(call packages)); if [ -n "$$drawn" ]; then go -C $$m test $$drawn -rapid.seed=$(SEED); fi; done

race: ## the core's tests with the race detector, in shuffled order
	@set -eo pipefail; m=.; export CGO_ENABLED=1; go test -race -shuffle=on $$($(call packages,!)); \
		go test -race -shuffle=on $$($(call packages)) -rapid.seed=$(SEED)

# `go test -list` prints the targets of a package and then a line "ok <package>".
# Go 1.26 can end a fuzz run with a bare "context deadline exceeded" when its time is up (go.dev/issue/75804). Such an
# end, without a failing input, is tried once more; everything else fails at once.
fuzz: ## every fuzz target for FUZZTIME (default 10s)
	@set -eo pipefail; \
	list() { go -C $$1 test -list '^Fuzz' ./... | awk -v m=$$1 '/^Fuzz/ { name[n++] = $$1 } \
		$$1 == "ok" { for (i = 0; i < n; i++) print m, $$2, name[i]; n = 0 }'; }; \
	targets=$$(for m in $(CODE); do list $$m || exit 1; done); \
	if [ -z "$$targets" ]; then echo "no fuzz target found" >&2; exit 1; fi; \
	log=$$(mktemp); trap 'rm -f "$$log"' EXIT; \
	once() { go -C $$1 test -run='^$$' -fuzz="^$$3\$$" -fuzztime=$(FUZZTIME) -fuzzminimizetime=100x $$2 </dev/null 2>&1 | tee "$$log"; }; \
	while read -r target; do \
		echo "fuzz $$target"; \
		if once $$target; then continue; fi; \
		if grep -q 'Failing input' "$$log" || ! grep -q 'context deadline exceeded' "$$log"; then exit 1; fi; \
		echo "fuzz $$target, again"; once $$target; \
	done <<< "$$targets"

bench: ## every benchmark once, to see that it runs
	@set -e; for m in $(CODE); do echo "bench $$m"; go -C $$m test -run='^$$' -bench=. -benchtime=1x ./...; done

fmt: ## format all Go files
	go $(TOOL) gofumpt -w .

fmt-check: ## fail if a Go file is not formatted
	@set -e; unformatted=$$(go $(TOOL) gofumpt -l .); \
	if [ -n "$$unformatted" ]; then echo "not formatted, run make fmt:" $$unformatted >&2; exit 1; fi

vet: ## go vet
	@set -e; for m in $(CODE); do echo "vet $$m"; go -C $$m vet ./...; done

staticcheck: ## staticcheck
	@set -e; for m in $(CODE); do echo "staticcheck $$m"; go -C $$m $(TOOL) staticcheck ./...; done

lint: fmt-check vet staticcheck ## format, vet and staticcheck

cross: ## go vet, tests included, for a 32-bit target, a 64-bit ARM target and Windows
	@set -e; for target in linux/386 linux/arm64 windows/amd64; do for m in $(CODE); do \
		echo "vet $$m for $$target"; CGO_ENABLED=0 GOOS=$${target%/*} GOARCH=$${target#*/} go -C $$m vet ./...; \
	done; done

tidy: ## tidy every module
	@set -e; for m in $(MODULES); do echo "tidy $$m"; go -C $$m mod tidy; done

tidy-check: ## fail if a module is not tidy
	@set -e; for m in $(MODULES); do echo "tidy $$m"; go -C $$m mod tidy -diff; done

report: ## the report of the built-in hotel, written to OUT (default out/)
	@mkdir -p "$(OUT)"
	go run -C examples ./report -out "$(abspath $(OUT))"
	@cd "$(OUT)" && for f in report.html guests.csv summary.json; do \
		if [ ! -s $$f ]; then echo "report did not write $$f" >&2; exit 1; fi; \
	done
