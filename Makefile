# `make help` lists the targets. Nothing here needs a second document.

.DEFAULT_GOAL := help
.PHONY: help demo test test-web check generate verify web build bench bench-quick clean

BIN := bin/creatorgraph
WEB := web/dist/index.html
GO_FILES := $(shell git ls-files '*.go' 2>/dev/null)

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /	/' | expand -t 12

demo: build ## database, a market of 20,000 creators, server and its page: everything, from nothing
	$(BIN) demo $(DEMO_FLAGS)

# One package at a time: several start databases of their own, and tests that kill one want the cores.
test: web ## every test, on a real Neo4j that the run starts and ends
	go run ./internal/testdb go tool gotestsum --format pkgname -- -p 1 -timeout 40m ./...

check: ## gofmt, vet, staticcheck, govulncheck, and the arrow table
	@test -z "$$(gofmt -l $(GO_FILES))" || { echo "gofmt these:"; gofmt -l $(GO_FILES); exit 1; }
	go vet ./...
	go tool staticcheck ./...
	@scripts/govulncheck
	go test ./internal/archtest

generate: ## gqlgen, from schema/
	go generate ./...

verify: ## what gqlgen makes of schema/ is what is committed
	go generate ./resolvers
	git diff --exit-code -- resolvers/generated

build: web ## the one binary, bin/creatorgraph
	go build -o $(BIN) ./cmd/creatorgraph

web: $(WEB) ## the pages that the server embeds

$(WEB): web/package-lock.json web/index.html web/vite.config.js $(wildcard web/src/*) $(wildcard docs/examples/*.graphql)
	cd web && npm ci --no-audit --no-fund --loglevel=error && npm run build

bench: build ## this server beside two others on 100,000 creators, under 30 minutes; writes docs/benchmarks.md
	go run ./bench $(BENCH_FLAGS)

bench-quick: build ## the same on 20,000 creators, under 5 minutes; shows the figures and keeps docs/benchmarks.md
	go run ./bench -quick $(BENCH_FLAGS)

clean: ## what was built; data and caches stay
	rm -rf bin web/dist/assets web/dist/index.html web/node_modules docs/clients/npm/node_modules docs/clients/python/.venv*
