package statements

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// The bounds of a file, its head counted in, so that it is read on one screen.
const (
	maxLines   = 40
	maxColumns = 100 // but for :params, which some tools take in one line alone
)

// Check refuses what checkAll does; a process, whose files do not change, reads them once.
func Check() error { return checked() }

var checked = sync.OnceValue(checkAll)

// checkAll refuses files without a head, whose head documents other parameters than the text names, that are too long or
// too wide, or in which what a limit cuts off is chance. The error names each.
func checkAll() error {
	all, err := Names()
	if err != nil {
		return fmt.Errorf("statements: %w", err)
	}
	for _, name := range all {
		source, fault := Source(name)
		if fault == nil {
			fault = check(name, source)
		}
		if fault != nil {
			err = errors.Join(err, fmt.Errorf("statements: %s.cypher: %w", name, fault))
		}
	}
	return err
}

func check(name, source string) error {
	h, ok := ParseHead(source)
	if !ok {
		return errors.New("the head lacks the question, :params or returns; see Head")
	}
	text, err := whole(source)
	if err != nil {
		return err
	}
	if named := Params(text); !slices.Equal(h.Params, named) {
		return fmt.Errorf("the head documents the parameters %v, the text names %v", h.Params, named)
	}
	if needsThis(text) != (h.This != "") {
		return errors.New("the head says how this is bound where the text does not bind it, and only there")
	}
	if err := checkSize(source); err != nil {
		return err
	}
	return checkOrder(name, source)
}

func checkOrder(name, source string) error {
	if at := unordered(body(source)); len(at) > 0 && inAnyOrder[name] == "" {
		return fmt.Errorf("LIMIT after %q takes any rows; order them, a key last", at)
	}
	return nil
}

// needsThis says whether a statement uses this without binding it.
func needsThis(text string) bool {
	return names(unquoted(text), "this") && !strings.Contains(text, "(this:") && !strings.Contains(text, " AS this\n")
}

func checkSize(source string) error {
	if n := strings.Count(source, "\n"); n > maxLines {
		return fmt.Errorf("%d lines, more than %d", n, maxLines)
	}
	for line := range strings.Lines(source) {
		if utf8.RuneCountInString(line) > maxColumns+1 && !strings.HasPrefix(line, ":params ") {
			return fmt.Errorf("a line has more than %d columns: %s", maxColumns, line)
		}
	}
	return nil
}
