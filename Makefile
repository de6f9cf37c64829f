# Molt's daily commands. `make` alone lists them.

PREFIX ?= /usr/local
BUILD := build
TARGETS := x86_64-linux wasm32-wasi
TOOLS := molt molt-parse molt-lower molt-codegen molt-link
LIBRARIES := MoltRuntime MoltDynamic
RUNTIMES := $(foreach target,$(TARGETS),$(LIBRARIES:%=$(BUILD)/lib/molt/$(target)/lib%.a))
RUNTIME_SOURCES := $(shell find Sources/MoltRuntime Sources/MoltABI -type f) scripts/build-runtime
# The compiler that a program is linked with consists of the stages' own libraries.
DYNAMIC := MoltSpec MoltSyntax MoltIR MoltLower MoltOwnership MoltDynamic
DYNAMIC_SOURCES := $(shell find $(DYNAMIC:%=Sources/%) Sources/MoltABI/include -type f) scripts/build-runtime

.PHONY: help build tools runtime demo test test-fast test-lib test-cpython test-robust check format lint generate generate-check bench install uninstall clean dependencies

help: ## list these commands
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1	\2/p' Makefile | expand -t 24

dependencies: ## install what is missing of the Debian packages that Molt needs
	scripts/install-dependencies

build: tools runtime ## build the compiler and the runtime into build/

tools:
	swift build -c release
	@mkdir -p $(BUILD)/bin
	@for tool in $(TOOLS); do scripts/install-tool .build/release/$$tool $(BUILD)/bin/$$tool || exit 1; done

runtime: $(RUNTIMES)

$(BUILD)/lib/molt/%/libMoltRuntime.a: $(RUNTIME_SOURCES)
	scripts/build-runtime $* $(@D) release MoltRuntime

$(BUILD)/lib/molt/%/libMoltDynamic.a: $(DYNAMIC_SOURCES)
	scripts/build-runtime $* $(@D) release MoltDynamic

demo: dependencies build ## build everything, then compile and run an example
	scripts/demo

test: build ## all tests
	scripts/run-tests

test-fast: ## unit tests only
	scripts/run-tests --fast

test-lib: build ## compile the whole standard library of PYTHON (default python3.12) to LLVM IR
	scripts/compile-lib $(if $(PYTHON),--python $(PYTHON))

test-robust: build ## the long robustness runs: kill -9, bad inputs, full disk, determinism, guards left out
	tests/robustness/all

test-cpython: build ## run test modules of PYTHON's own Lib/test (NAMES, default all that can be) by a program with exec
	tests/cpython/run --python $(or $(PYTHON),python3.12) $(NAMES)

test-fuzz: build ## FUNCTIONS (default 1000) random functions from SEED (default 1), compared with PYTHON
	tests/fuzz/run $(if $(PYTHON),--python $(PYTHON)) --functions $(or $(FUNCTIONS),1000) --seed $(or $(SEED),1)

check: lint generate-check test ## everything that must pass before a commit

lint: ## formatting of Swift sources, and of what git tracks
	scripts/lint

generate: ## write the sources that come from the tables of Sources/MoltSpec
	scripts/generate

generate-check: ## compare them
	scripts/generate --check

format: ## format all Swift sources
	git ls-files '*.swift' | grep -v /Generated | xargs swift format --in-place

bench: build ## measure speed, sizes and build times against PYTHON and other peers into docs/benchmarks.md
	bench/run --molt $(BUILD)/bin/molt $(if $(PYTHON),--python $(PYTHON)) --output docs/benchmarks.md

install: build ## install into PREFIX (default /usr/local)
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 $(TOOLS:%=$(BUILD)/bin/%) $(DESTDIR)$(PREFIX)/bin
	for target in $(TARGETS); do \
	  install -d $(DESTDIR)$(PREFIX)/lib/molt/$$target; \
	  install -m 644 $(LIBRARIES:%=$(BUILD)/lib/molt/$$target/lib%.a) $(DESTDIR)$(PREFIX)/lib/molt/$$target; \
	done

uninstall: ## remove what install put into PREFIX
	rm -f $(TOOLS:%=$(DESTDIR)$(PREFIX)/bin/%)
	rm -rf $(DESTDIR)$(PREFIX)/lib/molt

clean: ## remove all that was built
	rm -rf .build $(BUILD)
