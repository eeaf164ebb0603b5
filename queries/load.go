package queries

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/creatorgraph/creatorgraph/graph/cypher"
	"github.com/creatorgraph/creatorgraph/graph/readonly"
)

// Files are the starting set, by audience.
//
//go:embed */*.cypher */*.graphql
var Files embed.FS

// Folder is where query files lie, and how the user knows it.
type Folder struct {
	Name  string
	Files fs.FS
}

// Load reads all query files of some folders; one of a later folder takes the place of one of the same name
// before. The error tells what is wrong with all of them, each with file and line.
func Load(schema *ast.Schema, folders ...Folder) (Set, error) {
	set := Set{byName: map[string]Query{}}
	var wrong []error
	for _, folder := range folders {
		err := folder.each(func(name, file, text string) {
			q, err := Read(schema, name, file, text)
			if err != nil {
				wrong = append(wrong, err)
				return
			}
			set.byName[q.Name] = q
		})
		if err != nil {
			return Set{}, fmt.Errorf("%s cannot be read; give a folder of .cypher and .graphql files: %w", folder.Name, err)
		}
	}
	return set, errors.Join(wrong...)
}

// each reads the query files of a folder and of those within it: the query's name, the file's, and its text.
func (f Folder) each(take func(name, file, text string)) error {
	return fs.WalkDir(f.Files, ".", func(file string, entry fs.DirEntry, err error) error {
		ending := path.Ext(file)
		if err != nil || entry.IsDir() || ending != ".cypher" && ending != ".graphql" {
			return err
		}
		raw, err := fs.ReadFile(f.Files, file)
		if err != nil {
			return err
		}
		take(strings.TrimSuffix(file, ending), path.Join(f.Name, file), string(raw))
		return nil
	})
}

// Read reads one file, whose ending tells the language. The schema is needed for GraphQL alone.
func Read(schema *ast.Schema, name, file, text string) (Query, error) {
	q := Query{Name: name, File: file, Text: text, Language: Cypher}
	comment := "//"
	if path.Ext(file) == ".graphql" {
		q.Language, comment = GraphQL, "#"
	}
	lines, err := q.readHead(comment)
	if err != nil {
		return Query{}, err
	}
	if q.Language == GraphQL {
		err = q.checkGraphQL(schema, lines)
	} else {
		err = q.checkCypher(lines)
	}
	if err == nil {
		err = q.checkRequires(lines)
	}
	if err != nil {
		return Query{}, err
	}
	if _, err := q.Bind(q.Example); q.Example != nil && err != nil {
		return Query{}, q.errorAt(lines["@example"], "its @example: %v", err)
	}
	return q, nil
}

// errorAt is an error with file and line.
func (q Query) errorAt(line int, format string, args ...any) error {
	return fmt.Errorf("%s:%d: %s", q.File, max(line, 1), fmt.Sprintf(format, args...))
}

func (q Query) checkCypher(lines map[string]int) error {
	var refused *cypher.Error
	if errors.As(readonly.Inspect(q.Text), &refused) {
		return q.errorAt(refused.Line, "column %d: %s; %s", refused.Column, refused.What, refused.Remedy)
	}
	statement, err := cypher.Parse(q.Text)
	if err != nil {
		return q.errorAt(1, "%v", err)
	}
	for _, p := range q.Parameters {
		base := strings.NewReplacer("[", "", "]", "", "!", "").Replace(p.Type)
		if _, known := kinds[base]; !known || base == "ID" {
			return q.errorAt(lines[p.Name], "parameter %s has the type %s; take String, Int, Float, Boolean, Date or a list of one",
				p.Name, p.Type)
		}
	}
	return q.fit(statement.Parameters(), lines)
}

// checkRequires holds what a query requires against what may be asked, and with what.
func (q Query) checkRequires(lines map[string]int) error {
	for _, r := range q.Requires {
		text := "RETURN " + r.Condition
		var refused *cypher.Error
		if errors.As(readonly.Inspect(text), &refused) {
			return q.errorAt(lines["@requires"], "@requires %s: %s; %s", r.Condition, refused.What, refused.Remedy)
		}
		condition, err := cypher.Parse(text)
		if err != nil {
			return q.errorAt(lines["@requires"], "@requires %s: %v", r.Condition, err)
		}
		for _, name := range condition.Parameters() {
			if !slices.ContainsFunc(q.Parameters, func(p Parameter) bool { return p.Name == name }) {
				return q.errorAt(lines["@requires"], "@requires %s: there is no parameter %s", r.Condition, name)
			}
		}
	}
	return nil
}

// fit holds what the head declares against what the text uses.
func (q Query) fit(used []string, lines map[string]int) error {
	for _, name := range used {
		if !slices.ContainsFunc(q.Parameters, func(p Parameter) bool { return p.Name == name }) {
			return q.errorAt(1, "$%s is not declared; add a line @param %[1]s: String! -- what it is", name)
		}
	}
	for _, p := range q.Parameters {
		if !slices.Contains(used, p.Name) {
			return q.errorAt(lines[p.Name], "parameter %s is declared and not used; take it out", p.Name)
		}
	}
	return nil
}

func (q Query) checkGraphQL(schema *ast.Schema, lines map[string]int) error {
	doc, errs := gqlparser.LoadQueryWithRules(schema, q.Text, nil)
	if len(errs) > 0 {
		return q.errorAt(lineOf(errs[0]), "%s", errs[0].Message)
	}
	if len(doc.Operations) != 1 || doc.Operations[0].Operation != ast.Query {
		return q.errorAt(1, "it must hold one query and nothing else to run")
	}
	var used []string
	for _, v := range doc.Operations[0].VariableDefinitions {
		used = append(used, v.Variable)
		i := slices.IndexFunc(q.Parameters, func(p Parameter) bool { return p.Name == v.Variable })
		if i >= 0 && q.Parameters[i].Type != v.Type.String() {
			return q.errorAt(lines[v.Variable], "parameter %s is a %s here and a %s in the operation", v.Variable,
				q.Parameters[i].Type, v.Type)
		}
	}
	return q.fit(used, lines)
}

// lineOf is where an error of GraphQL is; the first line where it does not say.
func lineOf(err *gqlerror.Error) int {
	if len(err.Locations) == 0 {
		return 1
	}
	return err.Locations[0].Line
}
