package neo4jd

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// fakeJava puts a Java of some version below root: with a release file, as a JDK has one, or as a java
// that tells its version when asked, or not at all.
func fakeJava(t *testing.T, root, name, version string) string {
	t.Helper()
	home := filepath.Join(root, name)
	if err := os.MkdirAll(filepath.Join(home, "bin"), 0o755); err != nil {
		t.Fatal(err)
	}
	script := "#!/bin/sh\nexit 1\n"
	if strings.HasPrefix(name, "asked") {
		script = fmt.Sprintf("#!/bin/sh\necho 'openjdk version \"%s\" 2025-04-15' >&2\n", version)
	} else if version != "" {
		release := fmt.Sprintf("IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"%s\"\n", version)
		if err := os.WriteFile(filepath.Join(home, "release"), []byte(release), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(home, "bin", "java"), []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	return home
}

// The user's choice comes first, then PATH, then what installers left; what is too old is passed over.
func TestFindJavaTakesTheFirstThatFits(t *testing.T) {
	t.Parallel()

	for name, c := range map[string]struct {
		javaHome, path string            // names of installed ones, "" for none
		installed      map[string]string // name → version
		want           string
	}{
		"JAVA_HOME before all": {"a", "b", map[string]string{"a": "22.0.1", "b": "25", "c": "25"}, "a"},
		"PATH when JAVA_HOME is too old": {
			"a", "b", map[string]string{"a": "17.0.15", "b": "21.0.2", "c": "25"}, "b",
		},
		"a folder when PATH is too old":  {"", "b", map[string]string{"b": "17", "c": "21.0.1"}, "c"},
		"25 before 21 before others":     {"", "", map[string]string{"a": "23", "b": "21", "c": "25.0.3"}, "c"},
		"21 before 24":                   {"", "", map[string]string{"a": "24", "b": "21"}, "b"},
		"asked when it has no release":   {"", "", map[string]string{"asked": "21.0.4"}, "asked"},
		"not one that does not tell":     {"", "", map[string]string{"a": "", "b": "21"}, "b"},
		"not 1.8":                        {"a", "", map[string]string{"a": "1.8.0_392", "b": "21"}, "b"},
		"an early-access version":        {"", "", map[string]string{"a": "27-ea"}, "a"},
		"JAVA_HOME that names no folder": {"gone", "", map[string]string{"b": "21"}, "b"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			root := t.TempDir()
			for name, version := range c.installed {
				fakeJava(t, root, name, version)
			}
			env := map[string]string{}
			if c.javaHome != "" {
				env["JAVA_HOME"] = filepath.Join(root, c.javaHome)
			}
			if c.path != "" {
				env["PATH"] = filepath.Join(root, c.path, "bin")
			}
			search := javaSearch{
				env:     func(name string) string { return env[name] },
				folders: []string{filepath.Join(root, "*")},
			}
			got, _, err := search.find(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			if filepath.Base(got.Home) != c.want {
				t.Errorf("got %v, want %s", got, c.want)
			}
		})
	}
}

// When none fits, each one found is named with version and place, once, and so are need and remedy.
func TestFindJavaNamesWhatItFound(t *testing.T) {
	t.Parallel()

	root := t.TempDir()
	old := fakeJava(t, root, "old", "17.0.15")
	mute := fakeJava(t, root, "mute", "")
	if err := os.Symlink(old, filepath.Join(root, "link")); err != nil {
		t.Fatal(err)
	}
	search := javaSearch{
		env: func(name string) string {
			return map[string]string{"PATH": filepath.Join(root, "link", "bin")}[name]
		},
		folders: []string{filepath.Join(root, "*")},
	}
	_, found, err := search.find(t.Context())
	var mine *Error
	if !errors.As(err, &mine) {
		t.Fatalf("got %v, want an *Error", err)
	}
	if len(found) != 2 {
		t.Errorf("found %v, want two", found)
	}
	for _, want := range []string{
		"Java 21 or newer", "Java 17.0.15 in " + old + " (PATH)", "Java of unknown version in " + mute,
		"apt install", "brew install", "JAVA_HOME", "NEO4J_URI",
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%q does not say %q", err, want)
		}
	}
}

// The vector module is asked for only of a Java that says it has it, since others refuse to start.
func TestFindJavaReadsModules(t *testing.T) {
	t.Parallel()

	for modules, want := range map[string]bool{
		"java.base jdk.incubator.vector jdk.net": true,
		"java.base jdk.net":                      false,
		"":                                       false,
	} {
		home := fakeJava(t, t.TempDir(), "java", "")
		touch(t, filepath.Join(home, "release"), fmt.Sprintf("JAVA_VERSION=\"21.0.8\"\nMODULES=%q\n", modules))
		java, err := chooseJava(t.Context(), home)
		if err != nil || java.Vectors != want {
			t.Errorf("modules %q: got %t (%v)", modules, java.Vectors, err)
		}
	}
}

// With no Java at all the message still says where it was looked for.
func TestFindJavaWithNone(t *testing.T) {
	t.Parallel()

	_, _, err := javaSearch{env: func(string) string { return "" }}.find(t.Context())
	if err == nil || !strings.Contains(err.Error(), "found none in JAVA_HOME, PATH or the usual folders") {
		t.Errorf("got %v", err)
	}
}
