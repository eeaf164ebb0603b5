package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// check tells by its exit code whether an import would take all: faults are 3, warnings 0 or, if asked,
// 4; and it says so as text, JSON and a spreadsheet.
func TestCheck(t *testing.T) {
	t.Parallel()

	for name, test := range map[string]struct {
		creators string
		args     []string
		code     int
		want     string
	}{
		"nothing":         {"key,name\nc1,小鹿\n", nil, 0, "0 faults, 0 warnings"},
		"a fault":         {"key,name,followers\nc1,小鹿,12.3万\n", nil, exitRefused, `line 2: "12.3万"`},
		"a wrong heading": {"key,name,follower\nc1,小鹿,12\n", nil, exitRefused, `it may be "followers"`},
		"a heading passed over": {"key,name,follower\nc1,小鹿,12\n", []string{"--ignore-unknown"}, 0,
			`column "follower": did you mean "followers"?`},
		"a warning":            {"key,name\nc1,小鹿\nC1,阿楠\n", nil, 0, "twin-key"},
		"a warning, strictly":  {"key,name\nc1,小鹿\nC1,阿楠\n", []string{"--strict"}, exitWarned, "twin-key"},
		"JSON":                 {"key,name,followers\nc1,小鹿,12.3万\n", []string{"--json"}, exitRefused, `"kind": "no-number"`},
		"a spreadsheet's file": {"key,name\nc1,小鹿\n", []string{"--xlsx", "gone/report.xlsx"}, exitUsage, "there is no such folder"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			dir := t.TempDir()
			if err := os.WriteFile(filepath.Join(dir, "creators.csv"), []byte(test.creators), 0o600); err != nil {
				t.Fatal(err)
			}
			var out, errs bytes.Buffer
			if got := run(t.Context(), append([]string{"check", dir}, test.args...), &out, &errs); got != test.code {
				t.Errorf("exit code %d, want %d: %s", got, test.code, errs.String())
			}
			if said := out.String() + errs.String(); !strings.Contains(said, test.want) {
				t.Errorf("it does not say %s:\n%s", test.want, said)
			}
			if name == "JSON" && !json.Valid(out.Bytes()) {
				t.Errorf("no JSON: %s", out.String())
			}
		})
	}
}

// The help of whatever reads a data set names the document that tells all of it.
func TestHelpNamesTheImportFormat(t *testing.T) {
	t.Parallel()

	for _, name := range []string{"import", "check"} {
		var out, errs bytes.Buffer
		if code := run(t.Context(), []string{name, "--help"}, &out, &errs); code != 0 ||
			!strings.Contains(out.String(), "docs/import-format.md") {
			t.Errorf("%s --help: exit code %d, %s", name, code, out.String())
		}
	}
}
