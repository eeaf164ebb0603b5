package queries

import (
	"fmt"
	"path"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// Open reads a file that need not be fit to be saved: one without marks in its head takes whatever values it
// is given. file tells the language by its ending.
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
	return q, nil
}
