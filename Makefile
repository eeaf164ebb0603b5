# `make help` lists the targets. Nothing here needs a second document.

.DEFAULT_GOAL := help
.PHONY: help demo test test-web check generate verify web build bench bench-quick mutation clean

BIN := bin/creatorgraph
WEB := web/dist/index.html
NPM := web/node_modules/.package-lock.json
WEB_FILES := $(shell git ls-files web/src web/public web/graphiql web/scripts schema/*.graphqls docs/examples/*.graphql 2>/dev/null)
GO_FILES := $(shell git ls-files '*.go' 2>/dev/null)

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /	/' | expand -t 12

demo: build ## database, a market of 20,000 creators, server and its page: everything, from nothing
	$(BIN) demo $(DEMO_FLAGS)

# They take minutes, so they begin first: the last to end would otherwise be alone.
LONG := web/e2e cmd/creatorgraph internal/oracle internal/reference bench graph/analyze graph/load resolvers graph docs/clients

# As many packages at a time as there are databases, each with one to itself. check vets.
test: web bin/testdb ## every test, on real Neo4js that the run starts and ends
	bin/testdb -databases 2 go tool gotestsum --format pkgname $(RERUN) --packages '$(LONG:%=./%) ./...' -- -p 2 -exec '$(CURDIR)/bin/testdb lend' -vet=off -timeout 40m

.PHONY: bin/testdb
bin/testdb:
	go build -o $@ ./internal/testdb

check: $(NPM) ## gofmt, vet, staticcheck, govulncheck, the arrow table, tsc, eslint, vitest
	@test -z "$$(gofmt -l $(GO_FILES))" || { echo "gofmt these:"; gofmt -l $(GO_FILES); exit 1; }
	go vet ./...
	go tool staticcheck ./...
	@scripts/govulncheck
	go test ./internal/archtest
	cd web && npm run check && npm test

generate: ## gqlgen, from schema/
	go generate ./...

verify: ## what gqlgen makes of schema/ is what is committed
	go generate ./resolvers
	git diff --exit-code -- resolvers/generated

build: web ## the one binary, bin/creatorgraph
	go build -o $(BIN) ./cmd/creatorgraph

web: $(WEB) ## the pages that the server embeds

$(WEB): $(NPM) web/index.html web/vite.config.ts web/codegen.ts $(WEB_FILES)
	cd web && npm run build

$(NPM): web/package-lock.json web/package.json
	cd web && npm ci --no-audit --no-fund --loglevel=error && touch node_modules/.package-lock.json

bench: build ## this server beside two others on 100,000 creators, under 30 minutes; writes docs/benchmarks.md
	go run ./bench $(BENCH_FLAGS)

bench-quick: build ## the same on 20,000 creators, under 5 minutes; shows the figures and keeps docs/benchmarks.md
	go run ./bench -quick $(BENCH_FLAGS)

# One package after the other; hours, most of it for compile. Only packages whose tests need no database.
MUTATED := graph/answer graph/compile insight/competitor insight/overlap insight/partner insight/strength
mutation: ## gremlins change the code of MUTATED; the tests should notice 85 % of the changes they cover
	for package in $(MUTATED); do GOFLAGS="-trimpath -vet=off -ldflags=-w" nice -n 15 go run github.com/go-gremlins/gremlins/cmd/gremlins@v0.6.0 \
		unleash --workers 1 --timeout-coefficient 30 --threshold-efficacy 85 ./$$package || exit 1; done

clean: ## what was built; data and caches stay
	rm -rf bin web/dist/* web/node_modules docs/clients/npm/node_modules docs/clients/python/.venv*
