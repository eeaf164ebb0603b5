// Package statements holds the hand-written Cypher, one statement a file, <noun>/<verb>.cypher. Each
// file begins with the question in words, then a comment with pasteable :params and what comes back.
package statements

import (
	"embed"
	"fmt"
	"io/fs"
	"regexp"
	"strings"
)

//go:embed */*.cypher
var files embed.FS

// Text gives a statement by its name, such as "creator/performance", without its head. A name that
// does not exist is a mistake in our own code and panics.
func Text(name string) string {
	text, ok := Lookup(name)
	if !ok {
		panic(fmt.Sprintf("statements: no file %s.cypher", name))
	}
	return text
}

// Lookup is Text for a name that may not exist.
func Lookup(name string) (string, bool) {
	raw, err := files.ReadFile(name + ".cypher")
	if err != nil {
		return "", false
	}
	return body(string(raw)), true
}

// Names lists all statements.
func Names() []string {
	var names []string
	err := fs.WalkDir(files, ".", func(path string, d fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, ".cypher") {
			names = append(names, strings.TrimSuffix(path, ".cypher"))
		}
		return err
	})
	if err != nil {
		panic(fmt.Sprintf("statements: reading embedded files: %v", err))
	}
	return names
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
