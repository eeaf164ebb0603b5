package neo4jd

import (
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A folder that cannot hold a database is refused by name, with a way out. (The tests may run as root,
// whom modes do not stop: a file in the way and the kernel's own folders do.)
func TestUnfitDataFoldersAreRefused(t *testing.T) {
	t.Parallel()

	for name, c := range map[string]struct {
		folder   func(root string) string
		needFree uint64
		want     []string
	}{
		"a file stands there": {
			func(root string) string { return touch(t, filepath.Join(root, "data"), "") }, 0,
			[]string{"cannot be written", "not a directory", "--data-dir"},
		},
		"a file stands above": {
			func(root string) string { return filepath.Join(touch(t, filepath.Join(root, "file"), ""), "data") }, 0,
			[]string{"cannot be written", "not a directory", "--data-dir"},
		},
		"a file system that takes no files": {
			func(string) string { return "/proc/self/data" }, 0,
			[]string{`"/proc/self/data" cannot be written`, "--data-dir"},
		},
		"a full disk": {
			func(root string) string { return root }, 1 << 60,
			[]string{"MB free on its disk", "1099511627776 MB needed", "free some space"},
		},
		"a newer Neo4j's": {
			func(root string) string { touch(t, filepath.Join(root, "version"), "2027.01.0\n"); return root }, 0,
			[]string{"was written by Neo4j 2027.01.0, this program brings " + Version, "newer creatorgraph"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			folder := c.folder(t.TempDir())
			err := prepare(folder, c.needFree)
			var mine *Error
			if !errors.As(err, &mine) {
				t.Fatalf("got %v, want an *Error", err)
			}
			for _, part := range append(c.want, folder) {
				if !strings.Contains(err.Error(), part) {
					t.Errorf("%q does not say %q", err, part)
				}
			}
		})
	}
}

func touch(t *testing.T, file, text string) string {
	t.Helper()
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestNewerComparesByNumber(t *testing.T) {
	t.Parallel()

	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"2026.10.0", "2026.9.5", true},
		{"2026.9.5", "2026.10.0", false},
		{"2026.08.1", "2026.08.1", false},
		{"2026.08.1", "2026.08", true},
		{"5.26.0", "2026.08.1", false},
		{"", "2026.08.1", false},
	} {
		if got := isNewer(c.a, c.b); got != c.want {
			t.Errorf("newer(%q, %q) = %t", c.a, c.b, got)
		}
	}
}

// The line is what neo4j-admin dbms set-initial-password wrote for this password and salt.
func TestAuthLineIsNeo4js(t *testing.T) {
	t.Parallel()

	salt, err := hex.DecodeString("d5fc69572f86e81bc11f4896227edeb8a5b7a0f994aba78306afd19dd9c33ca8")
	if err != nil {
		t.Fatal(err)
	}
	const want = "neo4j:SHA-256,b564917fd022c2407f50bddec097ffe30d56a1830798cb8ce81e9dd4178be7f2," +
		"d5fc69572f86e81bc11f4896227edeb8a5b7a0f994aba78306afd19dd9c33ca8,1024:\n"
	if got := formatAuth("abcdefgh12", salt); got != want {
		t.Errorf("got %q\nwant %q", got, want)
	}
}

// A password is made once; without it a database that was made with it is not opened with another.
func TestPasswordIsMadeOnce(t *testing.T) {
	t.Parallel()

	dir := t.TempDir()
	if err := prepare(dir, 0); err != nil {
		t.Fatal(err)
	}
	first, err := password(dir)
	if err != nil {
		t.Fatal(err)
	}
	second, err := password(dir)
	if err != nil || second != first || len(first) < 32 {
		t.Errorf("first %q, then %q (%v)", first, second, err)
	}

	if err := os.MkdirAll(filepath.Join(dir, "data/databases/system"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(dir, "password")); err != nil {
		t.Fatal(err)
	}
	_, err = password(dir)
	if err == nil || !strings.Contains(err.Error(), "password is gone") {
		t.Errorf("without its password: %v", err)
	}
}
