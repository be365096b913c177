# Portico. `make help` lists what there is.
SHELL := /bin/bash -o pipefail
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

VERSION := $(shell git describe --always --dirty 2>/dev/null || echo dev)
LINT := go tool -modfile=tools/go.mod
# The program and its tests are compiled alike, so that nothing is compiled twice.
export GOFLAGS := -trimpath $(shell go env GOFLAGS)

.PHONY: help run dev build test check rules generate generate-from-nothing migration bench fuzz e2e clean

help: ## show this list
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "  make %-24s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: build ## set up, build, and serve a sandbox with a demo account
	@exec bin/portico serve --sandbox

dev: frontend/node_modules/.installed frontend/dist/index.html ## the server and Vite, with reload, on http://localhost:5173
	@tools/dev

build: frontend/dist/index.html ## build bin/portico with the pages in it
	@echo "building bin/portico"
	@go build -ldflags "-X main.version=$(VERSION)" -o bin/portico ./server

# The pages, and a gzipped copy of each file beside it for the server to send.
frontend/dist/index.html: frontend/node_modules/.installed $(shell git ls-files -co --exclude-standard frontend graph/schema 2>/dev/null | grep -v -e '^frontend/e2e/' -e '\.go$$')
	@echo "building the dashboard and the playground"
	@cd frontend && npm run --silent build
	@touch frontend/dist/.keep frontend/dist-playground/.keep
	@find frontend/dist frontend/dist-playground -type f \( -name '*.js' -o -name '*.css' -o -name '*.svg' -o -name '*.map' \) -exec gzip -9kf {} +
	@touch $@

frontend/node_modules/.installed: frontend/package-lock.json
	@echo "installing the front end's packages"
	@cd frontend && npm ci --no-audit --no-fund --loglevel=error && touch node_modules/.installed

test: ## everything: Go on SQLite (with the race detector) and PostgreSQL, front end, browser (installs what it needs)
	@tools/need chromium postgresql openssh-client git oathtool ssh-audit
	@$(MAKE) build
	@echo "== Go, on SQLite"
	@go test -race -shuffle=on ./...
	@go test -run '^TestR90_' ./server # what it allocates takes too long with the race detector
	@echo "== Go, on PostgreSQL"
	@tools/with-postgres go test -shuffle=on $$(tools/database-packages)
	@echo "== front end"
	@cd frontend && npm test --silent
	@echo "== browser"
	@$(MAKE) e2e

e2e: build ## the journeys in a real browser against the real binary
	@tools/need chromium openssh-client git
	@tools/e2e

check: build ## formats, linters, types, sizes, and that what is generated is committed
	@tools/need postgresql
	@echo "== Go"
	@$(LINT) golangci-lint run ./...
	@$(LINT) deadcode -test ./... | tee -a /dev/stderr | (! grep -q .)
	@go mod tidy -diff
	@go mod verify >/dev/null
	@echo "== front end"
	@cd frontend && npm run --silent check
	@echo "== rules of security and billing"
	@tools/rules >/dev/null || { tools/rules | tail -n 1; exit 1; }
	@echo "== generated"
	@tools/unchanged $(MAKE) generate
	@tools/with-postgres go run ./ent/migrate/diff -check

rules: ## the rules of docs/security.md and docs/billing.md, each with the tests that hold it
	@tools/rules

generate: frontend/node_modules/.installed ## what is generated: ent, gqlgen, the front end's types
	@cd ent && go run entc.go
	@rm -rf graph/generated graph/model
	@go run graph/gqlgen.go
	@cd frontend && npm run --silent codegen

generate-from-nothing: ## the same after a bad merge: first removes all that ent generated
	@cd ent && find . -name '*.go' -not -path './schema/*' -not -path './migrate/diff/*' -not -path './migrate/versions/*' \
		-not -name entc.go -not -name generate.go -delete
	@$(MAKE) generate

migration: ## write the migrations for a changed schema: make migration name=add_colour
	@test -n "$(name)" || { echo "say: make migration name=what_it_does"; exit 1; }
	@tools/need postgresql
	@tools/with-postgres go run ./ent/migrate/diff $(name)

bench: ## measure, as ratios within one run
	@tools/need postgresql
	@go test -run '^$$' -bench . -benchmem ./internal/... ./server/...
	@echo "== a month's billing, on PostgreSQL"
	@tools/with-postgres go test -run '^$$' -bench Month ./internal/metering

fuzz: ## every fuzz target for a minute
	@tools/fuzz

clean: ## remove what was built
	@rm -rf bin frontend/node_modules frontend/dist/* frontend/dist-playground/*
