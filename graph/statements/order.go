package statements

import (
	"regexp"
	"strings"
)

// inAnyOrder are the statements that may take any rows up to a limit, and why.
var inAnyOrder = map[string]string{
	"collaborator/state": "tells changes since a moment; which of one millisecond are cut off does not matter",
	"migration/unspelt":  "works off what is left until nothing is",
	"search/hits":        "takes the first of two ways of finding the same",
	"totals/stale":       "works off what is left until nothing is",
}

var (
	limit   = regexp.MustCompile(`\bLIMIT\b`)
	ordered = regexp.MustCompile(`(?s)\bORDER\s+BY\b(.*)$`)
	clause  = regexp.MustCompile(`\b(MATCH|WITH|RETURN|UNWIND|CALL|WHERE|LIMIT)\b`)
	total   = regexp.MustCompile(`(?s)(\.key|\bkey|\bplace|\bid\(\w+\)|\btag)(\s+(ASC|DESC))?(\s+SKIP\s.*)?\s*$`)
)

// unordered gives what stands before each LIMIT that has no total order.
func unordered(text string) []string {
	var all []string
	if !strings.Contains(text, "LIMIT") {
		return nil
	}
	for _, at := range limit.FindAllStringIndex(text, -1) {
		before := text[:at[0]]
		by := before[max(strings.LastIndex(before, "ORDER"), 0):]
		order := ordered.FindStringSubmatch(by)
		if order == nil || clause.MatchString(order[1]) || !total.MatchString(order[1]) {
			all = append(all, strings.Join(strings.Fields(before[max(0, len(before)-60):]), " "))
		}
	}
	return all
}
