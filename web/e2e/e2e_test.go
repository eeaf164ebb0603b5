// Package e2e walks through the explorer in Chromium, in front of a served graph with a generated market.
package e2e

import (
	"io/fs"
	"os"
	"os/exec"
	"testing"
	"time"

	"github.com/creatorgraph/creatorgraph/dataset/market"
	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/analyze"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
	"github.com/creatorgraph/creatorgraph/internal/harness"
	"github.com/creatorgraph/creatorgraph/resolvers"
	"github.com/creatorgraph/creatorgraph/server"
	"github.com/creatorgraph/creatorgraph/web"
)

// urlEnv names a server to walk through instead of one of the test's own, while pages are written.
const urlEnv = "CREATORGRAPH_E2E_URL"

// The journeys of the explorer, in Chromium: what each shows stands in the .spec.ts files beside this one.
// Where Chromium or the built pages cannot be had, the test says so.
func TestExplorer(t *testing.T) {
	chromium := findChromium(t)
	if _, err := os.Stat("../node_modules/@playwright/test"); err != nil {
		t.Skip("the explorer was not tried: Playwright is missing; run make web")
	}
	url := os.Getenv(urlEnv)
	if url == "" {
		if _, err := fs.Stat(web.Dist, "dist/index.html"); err != nil {
			t.Skip("the explorer was not tried: it is not built; run make web")
		}
		url = serve(t, filled(t))
	}
	command := exec.CommandContext(t.Context(), "node", "node_modules/@playwright/test/cli.js", "test", "--config", "e2e/playwright.config.ts")
	command.Dir = ".."
	command.Env = append(os.Environ(), "CREATORGRAPH_E2E_URL="+url, "CHROMIUM="+chromium, "NO_COLOR=1", "FORCE_COLOR=0")
	out, err := command.CombinedOutput()
	t.Logf("%s", out)
	if err != nil {
		t.Errorf("journeys failed: %v", err)
	}
}

func findChromium(t *testing.T) string {
	t.Helper()

	for _, name := range []string{os.Getenv("CHROMIUM"), "chromium", "chromium-browser", "google-chrome"} {
		if name == "" {
			continue
		}
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Skip("the explorer was not tried: there is no Chromium; install the packages chromium and fonts-noto-cjk, or set CHROMIUM")
	return ""
}

// filled gives a store with an analysed market of 800 creators.
func filled(t *testing.T) *graph.Store {
	t.Helper()

	store := graphtest.Own(t, true)
	harness.Market(t, store, market.Params{Creators: 800, Seed: 1})
	if _, err := analyze.Run(t.Context(), store, analyze.Options{}); err != nil {
		t.Fatal(err)
	}
	return store
}

// serve serves a store until the test ends; it gives the address.
func serve(t *testing.T, store *graph.Store) (url string) {
	t.Helper()

	api := harness.Resolver(t, resolvers.Config{
		Store: store, Queries: harness.SavedQueries(t), Client: server.ClientOf, Now: time.Now,
	})
	return harness.Serve(t, server.New(server.Config{
		API: api, Database: store, Introspect: true, Explain: true, Limits: server.Limits{Time: time.Minute},
	}))
}
