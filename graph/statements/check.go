package statements

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// The bounds of a file, its head counted in, so that it is read on one screen.
const (
	maxLines   = 40
	maxColumns = 100 // but for :params, which some tools take in one line alone
)

// Check refuses files without a head, whose head documents other parameters than the text names, that are too long or
// too wide, or in which what a limit cuts off is chance. The error names each.
func Check() error {
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

var usesThis = regexp.MustCompile(`\bthis\b`)

func check(name, source string) error {
	h, ok := ParseHead(source)
	if !ok {
		return errors.New("the head lacks the question, :params or returns; see Head")
	}
	text := body(source)
	if named := Params(text); !slices.Equal(h.Params, named) {
		return fmt.Errorf("the head documents the parameters %v, the text names %v", h.Params, named)
	}
	isGiven := usesThis.MatchString(quoted.ReplaceAllString(text, "")) && !strings.Contains(text, "(this:")
	if isGiven != (h.This != "") {
		return errors.New("the head says how this is bound where the text does not bind it, and only there")
	}
	if n := strings.Count(source, "\n"); n > maxLines && tooLong[name] == "" {
		return fmt.Errorf("%d lines, more than %d", n, maxLines)
	}
	for line := range strings.Lines(source) {
		if len([]rune(line)) > maxColumns+1 && !strings.HasPrefix(line, ":params ") {
			return fmt.Errorf("a line has more than %d columns: %s", maxColumns, line)
		}
	}
	if at := unordered(text); len(at) > 0 && inAnyOrder[name] == "" {
		return fmt.Errorf("LIMIT after %q takes any rows; order them, a key last", at)
	}
	return nil
}

// tooLong are the files that are longer than maxLines, and why.
var tooLong = map[string]string{
	"creator/collaborators": "one pass over campaigns, contents and brands decides who can be on a page",
	"participation/record":  "one transaction's locks, in one order",
	"search/hits":           "each index is asked only where those before found too little",
}
