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
	"sync"
)

//go:embed */*.cypher
var files embed.FS

// Text gives a statement by its name, such as "creator/performance", without its head. If that says
// "follows noun/verb", the statement of that name comes first, as a subquery whose columns go on. A name
// that does not exist is a mistake in our own code and panics; a test of archtest finds it before.
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
	text, ok := texts()[name]
	return text, ok
}

// texts are all statements by name, put together once: every request asks for some. Check tells of those that cannot be.
var texts = sync.OnceValue(func() map[string]string {
	all := map[string]string{}
	names, _ := Names() // the pattern is right
	for _, name := range names {
		source, err := Source(name)
		if err != nil {
			continue
		}
		if text, err := whole(source); err == nil {
			all[name] = text
		}
	}
	return all
})

// whole is the statement of a file, after the one that its head says it follows.
func whole(source string) (string, error) {
	own := body(source)
	h, _ := ParseHead(source)
	if h.Follows == "" {
		return own, nil
	}
	raw, err := files.ReadFile(h.Follows + ".cypher")
	if err != nil {
		return "", fmt.Errorf("follows %s, which there is not", h.Follows)
	}
	before, err := whole(string(raw))
	if err != nil {
		return "", err
	}
	first, _ := ParseHead(string(raw))
	call := "CALL () {\n  "
	if first.This != "" {
		call = "CALL (this) {\n  "
	}
	if first.This != "" && h.This == "" {
		call = first.This + "\n" + call
	}
	return call + strings.ReplaceAll(before, "\n", "\n  ") + "\n}\n" + own, nil
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
