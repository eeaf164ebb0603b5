package statements

import (
	"regexp"
	"slices"
	"strings"
)

// Head is what a file says of its statement, such as
//
//	// What came of a brand's campaigns that began in a period?
//	/*
//	:params {from: null, to: null};
//	this MATCH (this:Brand {key: 'b-0001'})
//	returns participation, creator, campaign
//	*/
//
// The :params line is a command of Neo4j's Browser and of cypher-shell; the line after this, where there is one, goes
// before the statement when it is tried by itself; "takes …" may say more of the parameters.
type Head struct {
	Question string   // the lines before, without //
	Params   []string // names, sorted
	This     string   // the clause that binds this; empty where the statement has none
}

var head = regexp.MustCompile(`(?s)^((?:// [^\n]*\n)+)/\*\n:params (\{[^\n]*\});\n` +
	`(?:this (MATCH [^\n]*)\n)?(?:takes [^\n]*\n)?returns [^\n].*?\*/\n`)

// ParseHead reads the head of a file; not ok where it has none of the right form.
func ParseHead(source string) (h Head, ok bool) {
	m := head.FindStringSubmatch(source)
	if m == nil {
		return Head{}, false
	}
	question := strings.ReplaceAll(strings.TrimPrefix(m[1], "// "), "\n// ", " ")
	return Head{Question: strings.TrimSpace(question), Params: keys(m[2]), This: m[3]}, true
}

var (
	quoted    = regexp.MustCompile(`'[^']*'|"[^"]*"|` + "`[^`]*`")
	inner     = regexp.MustCompile(`\{[^{}]*\}|\[[^\[\]]*\]`)
	mapKey    = regexp.MustCompile(`(\w+):`)
	parameter = regexp.MustCompile(`\$(\w+)`)
)

// keys gives the names at the top of a map of Cypher.
func keys(text string) []string {
	text = quoted.ReplaceAllString(text, "0")
	text = strings.TrimSuffix(strings.TrimPrefix(text, "{"), "}")
	for before := ""; before != text; {
		before, text = text, inner.ReplaceAllString(text, "0")
	}
	return names(mapKey, text)
}

// Params gives the names of the parameters in a statement's text, sorted.
func Params(text string) []string { return names(parameter, quoted.ReplaceAllString(text, "0")) }

func names(pattern *regexp.Regexp, text string) []string {
	found := []string{}
	for _, m := range pattern.FindAllStringSubmatch(text, -1) {
		found = append(found, m[1])
	}
	slices.Sort(found)
	return slices.Compact(found)
}
