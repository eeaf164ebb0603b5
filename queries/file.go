package queries

import (
	"fmt"
	"path"
	"strings"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/creatorgraph/creatorgraph/graph/cypher"
)

// Open reads a file that need not be fit to be saved: one without marks in its head takes whatever values it
// is given for the parameters that it uses. file tells the language by its ending.
func Open(schema *ast.Schema, file, text string) (Query, error) {
	ending := path.Ext(file)
	if ending != ".cypher" && ending != ".graphql" {
		return Query{}, fmt.Errorf("%s: what it is written in cannot be told; name it .cypher or .graphql", file)
	}
	q := Query{Name: file, File: file, Text: text, Language: Cypher, Open: true}
	comment := "//"
	if ending == ".graphql" {
		q.Language, comment = GraphQL, "#"
	}
	for line := range strings.Lines(text) {
		head, isHead := strings.CutPrefix(strings.TrimSpace(line), comment)
		if isHead && strings.HasPrefix(strings.TrimSpace(head), "@") {
			return Read(schema, file, file, text)
		}
	}
	q.declare(schema)
	return q, nil
}

// declare notes the parameters that a text uses, with the types that an operation's own head gives them. A text that is
// not right is left to whoever runs it, and tells its place.
func (q *Query) declare(schema *ast.Schema) {
	if q.Language == Cypher {
		statement, err := cypher.Parse(q.Text)
		if err != nil {
			return
		}
		for _, name := range statement.Parameters() {
			q.Parameters = append(q.Parameters, Parameter{Name: name})
		}
		return
	}
	doc, errs := gqlparser.LoadQueryWithRules(schema, q.Text, nil)
	if errs != nil {
		return
	}
	for _, operation := range doc.Operations {
		for _, v := range operation.VariableDefinitions {
			q.Parameters = append(q.Parameters, Parameter{Name: v.Variable, Type: v.Type.String()})
		}
	}
}
