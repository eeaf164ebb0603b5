package neo4jd

import (
	"bytes"
	"crypto/sha256"
	_ "embed" // for the list of jars
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

//go:generate go test -run TestResolvedJarsAreTheOnesListed . -update

//go:embed jars.sha256
var jarList string

// jar is one file of the cache: its path below the cache folder, slash-separated, size and sum.
type jar struct {
	path   string
	size   int64
	sha256 string
}

// parseJars reads lines of sum, size and path, as formatJars writes them.
func parseJars(list string) ([]jar, error) {
	var jars []jar
	for number, line := range strings.Split(strings.TrimSpace(list), "\n") {
		var j jar
		if _, err := fmt.Sscanf(line, "%64s %d %s", &j.sha256, &j.size, &j.path); err != nil {
			return nil, fmt.Errorf("jars.sha256:%d: %q: %w", number+1, line, err)
		}
		jars = append(jars, j)
	}
	return jars, nil
}

func formatJars(jars []jar) string {
	var list bytes.Buffer
	for _, j := range jars {
		fmt.Fprintf(&list, "%s %d %s\n", j.sha256, j.size, j.path)
	}
	return list.String()
}

// readJars lists and sums every jar below a folder, by path.
func readJars(folder string) ([]jar, error) {
	var jars []jar
	for _, part := range []string{"lib", "plugins"} {
		entries, err := os.ReadDir(filepath.Join(folder, part))
		if err != nil {
			return nil, err
		}
		for _, entry := range entries {
			j := jar{path: path.Join(part, entry.Name())}
			if j.size, j.sha256, err = sum(filepath.Join(folder, part, entry.Name())); err != nil {
				return nil, err
			}
			jars = append(jars, j)
		}
	}
	slices.SortFunc(jars, func(a, b jar) int { return strings.Compare(a.path, b.path) })
	return jars, nil
}

func sum(file string) (size int64, hash string, err error) {
	f, err := os.Open(file)
	if err != nil {
		return 0, "", err
	}
	defer f.Close()
	digest := sha256.New()
	size, err = io.Copy(digest, f)
	return size, hex.EncodeToString(digest.Sum(nil)), err
}

// compareSizes gives the first difference of a folder's jars from the listed ones, by name and size:
// some milliseconds, done at every start. "" is all well.
func compareSizes(folder string, listed []jar) string {
	present := 0
	for _, part := range []string{"lib", "plugins"} {
		entries, err := os.ReadDir(filepath.Join(folder, part))
		if err != nil {
			return fmt.Sprintf("%s is missing", part)
		}
		present += len(entries)
	}
	for _, j := range listed {
		if flaw := j.compareSize(folder); flaw != "" {
			return flaw
		}
	}
	if present != len(listed) {
		return fmt.Sprintf("%d jars instead of %d", present, len(listed))
	}
	return ""
}

// compareSize gives the difference of a jar's file in a folder from the listed one, by its size; "" for none.
func (j jar) compareSize(folder string) string {
	info, err := os.Stat(filepath.Join(folder, filepath.FromSlash(j.path)))
	switch {
	case os.IsNotExist(err):
		return j.path + " is missing"
	case err != nil:
		return err.Error()
	case info.Size() != j.size || info.Mode().Type() != fs.FileMode(0):
		return fmt.Sprintf("%s has %d bytes instead of %d", j.path, info.Size(), j.size)
	}
	return ""
}

// compareSums is compareSizes by content: under a second for 180 MB, done when the jars are fetched and
// by Inspect.
func compareSums(folder string, listed []jar) string {
	found, err := readJars(folder)
	if err != nil {
		return err.Error()
	}
	byPath := make(map[string]jar, len(found))
	for _, j := range found {
		byPath[j.path] = j
	}
	for _, want := range listed {
		have, ok := byPath[want.path]
		switch {
		case !ok:
			return want.path + " is missing"
		case have.sha256 != want.sha256:
			return fmt.Sprintf("%s has sum %s instead of %s", want.path, have.sha256, want.sha256)
		}
		delete(byPath, want.path)
	}
	for extra := range byPath {
		return extra + " is not one of the listed jars"
	}
	return ""
}
