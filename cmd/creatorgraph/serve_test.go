package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A trusted document with a mistake stops serve at once, before a database is started for it.
func TestServeRefusesTrustedDocumentsWithMistakes(t *testing.T) {
	t.Parallel()

	folder, data := t.TempDir(), filepath.Join(t.TempDir(), "data")
	if err := os.WriteFile(filepath.Join(folder, "top.graphql"), []byte("{\n  creators { nodes { nmae } }\n}\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ folder, want string }{
		{folder, filepath.Join(folder, "top.graphql") + `:2:22: Cannot query field "nmae" on type "Creator". Did you mean "name"?`},
		{filepath.Join(folder, "none"), "give a folder of .graphql files"},
	} {
		var out, errs bytes.Buffer
		code := run(t.Context(), []string{"serve", "--listen", "127.0.0.1:0", "--data-dir", data, "--trusted-documents", c.folder}, &out, &errs)
		if code != exitFailure || !strings.Contains(errs.String(), c.want) {
			t.Errorf("%s: exit %d, %s\nwant %s", c.folder, code, errs.String(), c.want)
		}
	}
	if _, err := os.Stat(data); err == nil {
		t.Error("a database was made")
	}
}
