package neo4jd

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode"
)

// archive is Java's class data archive: classes as the last orderly run had loaded them, mapped into
// memory by the next start, which saves it about a third of its time. A Java archives only for itself,
// so each version has its own file in the cache.
type archive struct {
	file  string // used when there
	fresh string // written when file is not there; beside it, to be renamed into place
}

func (i installation) archive() archive {
	name := "java-" + strings.Map(isWordRune, i.java.Version) + ".jsa"
	return archive{
		file:  filepath.Join(i.jars, name),
		fresh: filepath.Join(i.jars, fmt.Sprintf(".%s-%d", name, os.Getpid())),
	}
}

func isWordRune(r rune) rune {
	if r == '.' || r <= unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
		return r
	}
	return '-'
}

// flags let Java use the archive, or write it when it ends, where the cache can be written. An archive
// that does not fit is ignored.
func (a archive) flags() []string {
	if _, err := os.Stat(a.file); err == nil {
		return []string{"-Xshare:auto", "-XX:SharedArchiveFile=" + a.file}
	}
	if probe(filepath.Dir(a.fresh)) != nil {
		return nil
	}
	return []string{"-XX:ArchiveClassesAtExit=" + a.fresh}
}

// keep puts a freshly written archive in its place; ended says whether Java came to the end of writing.
func (a archive) keep(ended bool) {
	if !ended || os.Rename(a.fresh, a.file) != nil {
		os.Remove(a.fresh)
		return
	}
	// Half-written ones of killed processes; another's that is still being written is no longer needed.
	leftovers, _ := filepath.Glob(strings.TrimSuffix(a.fresh, fmt.Sprint(os.Getpid())) + "*")
	for _, leftover := range leftovers {
		os.Remove(leftover)
	}
}
