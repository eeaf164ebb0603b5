package neo4jd

import (
	"context"
	"errors"
	"flag"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

var update = flag.Bool("update", false, "write jars.sha256 anew from what Maven resolves")

// testCache is a cache of the test's own, filled by the real Maven.
func testCache(t *testing.T, folder string) cache {
	t.Helper()
	java, _, err := FindJava(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	cfg, err := Config{DataDir: t.TempDir(), CacheDir: folder, Logger: slog.New(slog.DiscardHandler)}.withDefaults()
	if err != nil {
		t.Fatal(err)
	}
	return newCache(cfg, java)
}

// What the pom resolves to is what jars.sha256 lists; with -update the list is written.
func TestResolvedJarsAreTheOnesListed(t *testing.T) {
	t.Parallel()

	folder := t.TempDir()
	if err := testCache(t, folder).maven.resolve(t.Context(), folder); err != nil {
		t.Fatal(err)
	}
	found, err := readJars(folder)
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile("jars.sha256", []byte(formatJars(found)), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if got := formatJars(found); got != jarList {
		t.Errorf("jars.sha256 is not what Maven resolves; run go generate ./neo4jd and read the difference")
	}
}

// Several processes that find no cache make one, once, and all find it whole afterwards; a jar that was
// cut short later is noticed and the cache made again.
func TestCacheIsMadeOnceAndMended(t *testing.T) {
	t.Parallel()

	jars := testCache(t, t.TempDir())
	var group sync.WaitGroup
	for range 3 {
		group.Go(func() {
			if err := jars.ensure(t.Context()); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	listed, err := parseJars(jarList)
	if err != nil {
		t.Fatal(err)
	}
	if flaw := compareSums(jars.folder, listed); flaw != "" {
		t.Fatal(flaw)
	}

	victim := filepath.Join(jars.folder, filepath.FromSlash(listed[0].path))
	if err := os.Truncate(victim, listed[0].size/2); err != nil {
		t.Fatal(err)
	}
	if flaw := compareSizes(jars.folder, listed); !strings.HasPrefix(flaw, listed[0].path+" has ") {
		t.Fatalf("a jar cut in half was taken for %q", flaw)
	}
	if err := jars.ensure(t.Context()); err != nil {
		t.Fatal(err)
	}
	if flaw := compareSums(jars.folder, listed); flaw != "" {
		t.Error(flaw)
	}
	left, err := filepath.Glob(filepath.Join(filepath.Dir(jars.folder), ".fetching-*"))
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v (%v)", left, err)
	}
}

// Without Maven, and without a network, the user is told which of the two is missing and what to do.
func TestCacheThatCannotBeMadeSaysWhatToDo(t *testing.T) {
	t.Parallel()

	for name, c := range map[string]struct {
		change func(*maven)
		want   []string
	}{
		"no mvn": {
			func(m *maven) { m.command = "/nowhere/mvn" },
			[]string{"Maven client", "/nowhere/mvn", "install Maven", "NEO4J_URI"},
		},
		"no network": {
			func(m *maven) { m.args = []string{"-o", "-Dmaven.repo.local=" + t.TempDir()} },
			[]string{"mvn could not fetch Neo4j", "offline", "check the network", "NEO4J_URI"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			jars := testCache(t, t.TempDir())
			c.change(&jars.maven)
			err := jars.ensure(t.Context())
			var mine *Error
			if !errors.As(err, &mine) {
				t.Fatalf("%v is no *Error", err)
			}
			for _, part := range c.want {
				if !strings.Contains(err.Error(), part) {
					t.Errorf("%q does not say %q", err, part)
				}
			}
		})
	}
}

// Ctrl-C during the download ends it.
func TestFetchingEndsWithItsContext(t *testing.T) {
	t.Parallel()

	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	jars := testCache(t, t.TempDir())
	if err := jars.ensure(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want context.Canceled", err)
	}
}

// The pom and the constants name the same versions.
func TestPomNamesTheVersions(t *testing.T) {
	t.Parallel()

	for _, want := range []string{
		"<neo4j.version>" + Version + "</neo4j.version>",
		"<gds.version>" + GDSVersion + "</gds.version>",
	} {
		if !strings.Contains(string(pom), want) {
			t.Errorf("pom.xml does not say %s", want)
		}
	}
}
