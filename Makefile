# Frontdesk. `make run` and `make test` do all, from a fresh machine on.
# Debian and Ubuntu get what is missing installed; elsewhere it is named.

GO      ?= go
OUT     := build
PROGRAM := $(OUT)/frontdesk

.PHONY: run build test pictures bench fuzz setup setup-test clean

build: setup
	$(GO) build -o $(PROGRAM) ./cmd/frontdesk

run: build
	scripts/run $(PROGRAM) $(if $(DATA),--data "$(DATA)")

# vet, staticcheck, all tests with the race detector (the real window among
# them), then the tests of many processes at their full size.
test: setup-test build
	$(GO) vet ./...
	$(GO) tool staticcheck ./...
	$(GO) test -race ./...
	FRONTDESK_TEST_FULL=1 $(GO) test -count=1 -v -run 'EightProcesses|SurvivesAKill' ./cmd/frontdesk

pictures: build setup-test
	$(GO) run ./internal/tour -pictures -program $(PROGRAM) -out docs/pictures

bench: build setup-test
	scripts/bench $(PROGRAM)

FUZZTIME ?= 1m
fuzz:
	scripts/fuzz $(FUZZTIME)

setup:
	@scripts/install build

setup-test: setup
	@scripts/install test

clean:
	rm -rf $(OUT)
