package server

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// auditsOf is how many audits this version of graphql-http has: 13 MUST, 23 SHOULD, 25 MAY.
const auditsOf = 61

// The server behaves as the GraphQL-over-HTTP draft says, in the eyes of npm's graphql-http.
func TestAudits(t *testing.T) {
	t.Parallel()

	s := serve(t, Config{API: schemaOnly{real(t, nil)}, Introspect: true})
	run := exec.CommandContext(t.Context(), "node", "run.js", s.url+"/graphql")
	run.Dir = installAudits(t)
	run.Stderr = os.Stderr
	out, err := run.Output()
	if err != nil {
		t.Fatalf("node run.js: %v", err)
	}
	var results []struct{ ID, Name, Status, Reason string }
	if err := json.Unmarshal(out, &results); err != nil {
		t.Fatalf("%v: %.300s", err, out)
	}
	if len(results) != auditsOf {
		t.Errorf("%d audits, want %d", len(results), auditsOf)
	}
	for _, r := range results {
		if r.Status != "ok" {
			t.Errorf("%s %s: %s: %s", r.ID, r.Name, r.Status, r.Reason)
		}
	}
}

// installAudits gives a folder with the audits and their packages, kept in the user's cache so that
// only a machine's first run needs the network.
func installAudits(t *testing.T) string {
	t.Helper()

	if _, err := exec.LookPath("npm"); err != nil {
		t.Fatal("the audits need Node 20 or newer with npm; see https://nodejs.org:", err)
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(cache, "creatorgraph", "audit")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	isNew := false
	for _, name := range []string{"package.json", "package-lock.json", ".npmrc", "run.js"} {
		want, err := os.ReadFile(filepath.Join("audit", name))
		if err != nil {
			t.Fatal(err)
		}
		to := filepath.Join(dir, name)
		if has, err := os.ReadFile(to); err == nil && string(has) == string(want) {
			continue
		}
		isNew = true
		if err := os.WriteFile(to, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "node_modules", ".package-lock.json")); err == nil && !isNew {
		return dir
	}
	install := exec.CommandContext(t.Context(), "npm", "ci", "--ignore-scripts", "--no-progress")
	install.Dir = dir
	if out, err := install.CombinedOutput(); err != nil {
		t.Fatalf("npm ci in %s: %v\n%s", dir, err, out)
	}
	return dir
}
