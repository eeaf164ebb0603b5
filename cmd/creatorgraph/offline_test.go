package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// An offline import fills the embedded database, refuses rows as any import does, and never touches
// a database that holds something.
func TestImportOffline(t *testing.T) {
	t.Setenv("NEO4J_URI", "") // the run's shared database is not meant
	dir := t.TempDir()
	market, db := filepath.Join(dir, "market"), filepath.Join(dir, "db")
	command(t, 0, "generate", market, "--creators", "100", "--seed", "3")
	spoil(t, filepath.Join(market, "participations.csv"), "cp-none,cr-000001,SELF_PICKED,1,,,,,\n")
	args := []string{"import", market, "--offline", "--data-dir", db, "--progress", "none",
		"--rejects", filepath.Join(dir, "rejects.csv")}

	said := command(t, exitRefused, args...)
	if !strings.Contains(said, "1 rows were refused") {
		t.Errorf("it said %s", said)
	}
	kept, err := os.ReadFile(filepath.Join(dir, "rejects", "participations.csv"))
	want := "campaign,creator,source,fee,impressions,engagements,clicks,conversions,gmv\ncp-none,cr-000001,SELF_PICKED,1,,,,,\n"
	if err != nil || string(kept) != want {
		t.Errorf("the refused row was kept as %q, %v", kept, err)
	}
	said = command(t, exitFailure, args...)
	if !strings.Contains(said, "is not empty; import without --offline") {
		t.Errorf("a second one said %s", said)
	}
	out := filepath.Join(dir, "out")
	command(t, 0, "export", out, "--data-dir", db)
	for _, file := range []string{"creators.csv", "follower_history.csv"} {
		if rows(t, filepath.Join(out, file)) != rows(t, filepath.Join(market, file)) {
			t.Errorf("%s has another number of rows than was imported", file)
		}
	}
}

// command runs a command line, wants an exit code and gives what it said on standard error.
func command(t *testing.T, code int, args ...string) string {
	t.Helper()

	var out, errs bytes.Buffer
	if got := run(t.Context(), args, &out, &errs); got != code {
		t.Fatalf("%v: exit code %d: %s%s", args, got, out.String(), errs.String())
	}
	return errs.String()
}

func spoil(t *testing.T, file, line string) {
	t.Helper()

	raw, err := os.ReadFile(file)
	if err == nil {
		err = os.WriteFile(file, append(raw, line...), 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func rows(t *testing.T, file string) int {
	t.Helper()

	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return bytes.Count(raw, []byte("\n"))
}
