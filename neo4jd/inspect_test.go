package neo4jd_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/creatorgraph/creatorgraph/neo4jd"
)

// On a machine where the database runs, nothing is found wrong and the running one is named.
func TestInspectOfARunningDatabase(t *testing.T) {
	t.Parallel()

	server := sharedDatabase(t)
	for _, finding := range neo4jd.Inspect(t.Context(), small(server.DataDir())) {
		if !finding.OK {
			t.Errorf("%+v", finding)
		}
		if finding.Subject == "running database" && !strings.HasPrefix(finding.Detail, server.URI()) {
			t.Errorf("%+v does not name %s", finding, server.URI())
		}
	}
}

// Whatever is missing comes with its remedy.
func TestInspectTellsWhatIsMissing(t *testing.T) {
	t.Parallel()

	root := t.TempDir()
	file := filepath.Join(root, "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	missing := map[string]bool{}
	for _, finding := range neo4jd.Inspect(t.Context(), neo4jd.Config{
		DataDir: filepath.Join(file, "data"), CacheDir: filepath.Join(root, "cache"), Java: root, Maven: "/nowhere/mvn",
	}) {
		if finding.OK {
			continue
		}
		missing[finding.Subject] = true
		if finding.Remedy == "" {
			t.Errorf("%+v has no remedy", finding)
		}
	}
	for _, subject := range []string{"Java", "Maven", "data folder"} {
		if !missing[subject] {
			t.Errorf("%s was not found missing: %v", subject, missing)
		}
	}
}
