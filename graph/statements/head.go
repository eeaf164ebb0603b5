package statements

import "strings"

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
// before the statement when it is tried by itself, and before it where one without this follows it; "follows noun/verb"
// names a statement whose columns this one goes on from (see Text); "takes …" may say more of the parameters. Parameters
// and this are those of all that runs.
type Head struct {
	Question string   // the lines before, without //
	Params   []string // names, sorted
	This     string   // the clause that binds this; empty where the statement has none
	Follows  string   // the statement that runs before; empty where it begins by itself
}

// ParseHead reads the head of a file; not ok where it has none of the right form.
func ParseHead(source string) (h Head, ok bool) {
	h.Question, source = cutQuestion(source)
	text, isOpen := strings.CutPrefix(source, "/*\n:params ")
	head, _, isClosed := strings.Cut(text, "*/\n")
	params, head, isParams := strings.Cut(head, ";\n")
	if h.Question == "" || !isOpen || !isClosed || !isParams || !isMap(params) {
		return Head{}, false
	}
	h.Params = keys(params)
	h.This, head = line(head, "this ")
	h.Follows, head = line(head, "follows ")
	_, head = line(head, "takes ")
	returns, _ := line(head, "returns ")
	return h, isBinding(h.This) && strings.TrimSpace(returns) != ""
}

// cutQuestion takes the comment lines at the beginning of a text.
func cutQuestion(text string) (question, rest string) {
	for {
		line, rest, found := strings.Cut(text, "\n")
		asked, isQuestion := strings.CutPrefix(line, "// ")
		if !found || !isQuestion {
			return question, text
		}
		question, text = strings.TrimSpace(question+" "+asked), rest
	}
}

// isMap says whether a text may be a Cypher map on one line.
func isMap(text string) bool {
	return strings.HasPrefix(text, "{") && strings.HasSuffix(text, "}") && !strings.Contains(text, "\n")
}

// isBinding says whether a clause binds this, or is none.
func isBinding(clause string) bool {
	return clause == "" || strings.HasPrefix(clause, "MATCH ") || strings.HasSuffix(clause, " AS this")
}

// line takes the first line of a text if it begins with a word.
func line(text, word string) (value, rest string) {
	value, rest, _ = strings.Cut(text, "\n")
	if value, isOf := strings.CutPrefix(value, word); isOf {
		return value, rest
	}
	return "", text
}
