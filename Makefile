# Frontdesk. `make run` and `make test` do all, from a fresh machine on.
# Debian and Ubuntu get what is missing installed; elsewhere it is named.

GO      ?= go
OUT     := build
PROGRAM := $(OUT)/frontdesk

.PHONY: run build test day coverage soak mutants pictures bench estimate papers fuzz package test-package setup setup-test clean

build: setup
	$(GO) build -o $(PROGRAM) ./cmd/frontdesk

run: build
	scripts/run $(PROGRAM) $(if $(DATA),--data "$(DATA)")

# vet, staticcheck, all tests with the race detector, the real window, then the
# tests of many processes and of many random schedules at their full size, for
# which the race detector is too slow.
test: setup-test build
	$(GO) vet ./...
	$(GO) tool staticcheck ./...
	$(GO) test -race -timeout 60m $$($(GO) list ./... | grep -v -e /internal/windowtest -e /packagetest)
	FRONTDESK_TEST_DATABASE=postgres $(GO) test -count=1 ./internal/store
	$(GO) test -count=1 -v ./internal/windowtest
	FRONTDESK_TEST_FULL=1 $(GO) test -count=1 -timeout 30m -v -run 'EightProcesses|SurvivesAKill|Killed' ./cmd/frontdesk
	FRONTDESK_TEST_FULL=1 $(GO) test -count=1 -timeout 30m -v -run 'DamagedFiles' ./internal/backup
	FRONTDESK_TEST_FULL=1 $(GO) test -count=1 -timeout 30m -v -run 'FollowsTheModel' ./internal/store
	$(GO) test -count=1 -timeout 30m -v -run 'Model|SIGKILL' ./internal/nightly

# A whole day in the real window, 300 visitors at ten times real speed: 45 min.
# DAY=100 plays a third of it.
DAY ?= 300
day: setup-test
	FRONTDESK_DAY=$(DAY) $(GO) test -count=1 -timeout 3h -v -run WholeDay ./internal/windowtest

# How much of each room its own tests run through, in statements.
coverage: setup-test
	$(GO) test -cover $$($(GO) list ./internal/... | grep -v -e /windowtest -e /bench -e /tour) | awk '/coverage:/ { print $$2, $$5 }'

# The nightly sync against many more random schedules than a test can wait for.
SCHEDULES ?= 10000
soak: setup-test
	FRONTDESK_SCHEDULES=$(SCHEDULES) $(GO) test -count=1 -timeout 6h -v -run Model ./internal/nightly

# Deliberate faults in the protocol of the sync, each of which must be caught.
mutants: setup-test
	FRONTDESK_MUTANTS=2000 $(GO) test -count=1 -timeout 2h -v -run Mutants ./internal/nightly

pictures: build setup-test
	$(GO) run ./internal/tour -pictures -program $(PROGRAM) -out docs/pictures

# BOOK=100000,1000000,5000000 takes the guest book of decades along.
BOOK ?= 100000,1000000
bench: build setup-test
	scripts/bench $(PROGRAM) -book $(BOOK)

# Waiting-time estimates beside made-up days that they were never tuned on.
DAYS ?= 100
SEED ?= 1
estimate: build
	$(PROGRAM) estimate eval --simulated $(DAYS) --seed $(SEED)

# A report of made-up weeks in each format, its pages as pictures in
# build/papers.
papers: build
	scripts/install papers
	scripts/papers $(PROGRAM)

FUZZTIME ?= 1m
fuzz:
	scripts/fuzz $(FUZZTIME)

# Packages for Linux and Windows in build/package. OPENGL=…/opengl32.dll puts
# Mesa's software library into the installer as an option.
package: setup
	@scripts/install package
	OPENGL="$(OPENGL)" packaging/package

# The Windows program under wine on a virtual display checks a visitor in, and
# the Linux packages start as a new account would start them.
test-package: package
	@scripts/install wine
	$(GO) test -count=1 -v ./packaging/packagetest

setup:
	@scripts/install build

setup-test: setup
	@scripts/install test

clean:
	rm -rf $(OUT)
