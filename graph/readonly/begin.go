package readonly

import (
	"fmt"
	"slices"
	"strings"

	"github.com/creatorgraph/creatorgraph/graph/cypher"
)

// begin checks what comes first, and takes off the version of the language.
func begin(tokens []cypher.Token) ([]cypher.Token, error) {
	if len(tokens) == 0 {
		return nil, refuse("there is no statement", "write one such as MATCH (c:Creator) RETURN c.name LIMIT 10")
	}
	tokens, err := cutVersion(tokens)
	if err != nil {
		return nil, err
	}
	if len(tokens) == 0 {
		return nil, refuse("there is no statement", "write one after its version")
	}
	first := tokens[0]
	if first.IsWord("EXPLAIN") || first.IsWord("PROFILE") {
		return nil, first.Refuse(first.Text+" is not for the statement to say",
			"leave it out and ask with the header X-Explain: statement, or with query --explain")
	}
	if !startsReading(first) {
		return nil, first.Refuse(fmt.Sprintf("a statement that begins with %.40s", first.Text),
			"begin with one of "+strings.Join(clauseStarts, ", "))
	}
	return tokens, nil
}

// startsReading says whether a statement that begins with a token may only read.
func startsReading(first cypher.Token) bool {
	isClause := first.Kind == cypher.Word && slices.Contains(clauseStarts, strings.ToUpper(first.Text))
	return isClause || first.Is("{") || first.Is("(")
}

// cutVersion takes off the version of the language, if a statement begins with it.
func cutVersion(tokens []cypher.Token) ([]cypher.Token, error) {
	if len(tokens) < 2 || !tokens[0].IsWord("CYPHER") {
		return tokens, nil
	}
	if version := tokens[1]; version.Text != "5" && version.Text != "25" {
		return nil, version.Refuse("options of the planner", "write CYPHER 5, CYPHER 25 or neither")
	}
	return tokens[2:], nil
}
