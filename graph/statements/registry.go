// Package statements holds the hand-written Cypher, one statement a file, <noun>/<verb>.cypher. Each
// file begins with the question in words, then a comment with pasteable :params and what comes back (see Head).
// Check refuses files that break the rules; commands run it at their start.
package statements

import (
	"embed"
	"fmt"
	"io/fs"
	"regexp"
	"strconv"
	"strings"
)

//go:embed */*.cypher
var files embed.FS

// Text gives a statement by its name, such as "creator/performance", without its head. A name that
// does not exist is a mistake in our own code and panics; a test of archtest finds it before.
func Text(name string) string {
	text, ok := Lookup(name)
	if !ok {
		panic(fmt.Sprintf("statements: no file %s.cypher", name))
	}
	return text
}

// Placed gives a statement about one of two places, 0 and 1, that take turns: its file is written for place 0, and
// names in it that end in 0 end in the place's number instead.
func Placed(name string, place int) string {
	return placed.ReplaceAllString(Text(name), "${1}"+strconv.Itoa(place))
}

var placed = regexp.MustCompile(`\b([a-z]\w*[a-z])0\b`)

// Lookup is Text for a name that may not exist.
func Lookup(name string) (string, bool) {
	raw, err := files.ReadFile(name + ".cypher")
	if err != nil {
		return "", false
	}
	return body(string(raw)), true
}

// Names lists all statements.
func Names() ([]string, error) {
	found, err := fs.Glob(files, "*/*.cypher")
	for i, path := range found {
		found[i] = strings.TrimSuffix(path, ".cypher")
	}
	return found, err
}

// Source gives a file as it is, head and all.
func Source(name string) (string, error) {
	raw, err := files.ReadFile(name + ".cypher")
	return string(raw), err
}

var blockComment = regexp.MustCompile(`(?s)/\*.*?\*/\n?`)

// body leaves out the head: full-line comments and block comments.
func body(text string) string {
	text = blockComment.ReplaceAllString(text, "")
	var lines []string
	for line := range strings.Lines(text) {
		if !strings.HasPrefix(strings.TrimSpace(line), "//") {
			lines = append(lines, line)
		}
	}
	return strings.TrimSpace(strings.Join(lines, ""))
}
