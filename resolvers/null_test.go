package resolvers_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/graphtest"
	"github.com/creatorgraph/creatorgraph/internal/harness"
	"github.com/creatorgraph/creatorgraph/resolvers"
)

// null is the default wherever it may be given: in every argument that may be null and every field of every
// input, written out and by a variable. The schema itself says where that is, so that none is forgotten.
//
// It runs before the parallel tests, since it compares answers over the whole graph with each other.
func TestNullIsTheDefault(t *testing.T) {
	m := harness.Mapping(t)
	a := setUpAs(t, resolvers.Config{Store: graphtest.Open(t), Queries: harness.SavedQueries(t)})
	d := graphtest.Draw(t, a.store, market)
	w := asker{schema: m.Schema, seen: map[string]bool{}, of: map[string]string{
		"Node": idOf(d, "Creator", "ann"), "Creator": idOf(d, "Creator", "ann"), "Agency": idOf(d, "Agency", "mcn"),
		"Brand": idOf(d, "Brand", "puma"), "Campaign": idOf(d, "Campaign", "spring"), "Content": idOf(d, "Content", "clip"),
	}}
	asked := 0
	for _, p := range w.places() {
		for _, arg := range p.field.Arguments {
			if arg.Type.NonNull {
				continue
			}
			for _, pair := range w.nulls(p.field, arg) {
				asked++
				var answers []string
				for _, given := range []string{pair.without, strings.ReplaceAll(pair.with, "$null", "null"), pair.with} {
					answers = append(answers, a.ask(t, p.document(w, pair, given), map[string]any{"null": nil}))
				}
				if err := sameOfAll(answers); err != nil {
					t.Errorf("%s.%s(%s: …): %v\n%s", p.on, p.field.Name, arg.Name, err, p.document(w, pair, pair.with))
				}
			}
		}
	}
	if asked < 100 {
		t.Errorf("the schema has only %d places for null; are they still found?", asked)
	}
}

// sameOfAll wants one answer: left out, as null, and as null by a variable.
func sameOfAll(answers []string) error {
	if answers[0] != answers[1] || answers[0] != answers[2] {
		return fmt.Errorf("left out %.500s, null %.500s, null by a variable %.500s", answers[0], answers[1], answers[2])
	}
	isError := strings.Contains(answers[0], `"errors":[`)
	if isError && !strings.Contains(answers[0], `"code":"CONFLICT"`) { // of what an analysis has to make first
		return errors.New(answers[0])
	}
	return nil
}

// asker writes questions for every field of a schema.
type asker struct {
	schema *ast.Schema
	of     map[string]string // an id of each type
	seen   map[string]bool   // the inputs that were looked into: each is once, wherever it is taken
}

// place is a field and the way to the object that has it.
type place struct {
	on, open, shut string
	field          *ast.FieldDefinition
}

// places are the fields with arguments at the root and of each type that nodes have.
func (w asker) places() []place {
	var all []place
	add := func(def *ast.Definition, open, shut string) {
		for _, f := range def.Fields {
			if f.Arguments.ForName("brief") != nil {
				continue // a brief is answered for a market with prices and results, which this one lacks
			}
			if len(f.Arguments) > 0 && !strings.HasPrefix(f.Name, "__") {
				all = append(all, place{def.Name, open, shut, f})
			}
		}
	}
	add(w.schema.Query, "", "")
	for name, id := range w.of {
		def := w.schema.Types[name]
		open := fmt.Sprintf("node(id: %q) { ... on %s { ", id, name)
		add(def, open, " } }")
		for _, f := range def.Fields { // what pages of it have
			if inner := w.schema.Types[f.Type.Name()]; inner.Kind == ast.Object && f.Type.Elem == nil && w.of[inner.Name] == "" {
				add(inner, open+f.Name+w.required(f, "")+" { ", " } }"+" }")
			}
		}
	}
	return all
}

// nullPair is an argument given in a way that has no null in it, empty for not at all, and in one that has;
// $null stands for where.
type nullPair struct{ arg, without, with, null string }

// nulls are the ways to give null to an argument or within it.
func (w asker) nulls(f *ast.FieldDefinition, arg *ast.ArgumentDefinition) []nullPair {
	pairs := []nullPair{{arg.Name, "", "$null", arg.Type.String()}}
	w.within(arg.Type, func(without, with string, typ *ast.Type) {
		pairs = append(pairs, nullPair{arg.Name, without, with, typ.String()})
	})
	return pairs
}

// within tells each way to give null to a field of an input, and of the inputs in it.
func (w asker) within(typ *ast.Type, tell func(without, with string, of *ast.Type)) {
	def := w.schema.Types[typ.Name()]
	if def.Kind != ast.InputObject || w.seen[def.Name] {
		return
	}
	w.seen[def.Name] = true
	for _, f := range def.Fields {
		if !f.Type.NonNull {
			tell(w.input(def, ""), w.input(def, f.Name+": $null"), f.Type)
		}
		w.within(f.Type, func(without, with string, of *ast.Type) {
			tell(w.input(def, f.Name+": "+without), w.input(def, f.Name+": "+with), of)
		})
	}
}

// input writes an input with its required fields and one more.
func (w asker) input(def *ast.Definition, more string) string {
	name, _, _ := strings.Cut(more, ":")
	parts := []string{more}
	for _, f := range def.Fields {
		if f.Type.NonNull && f.DefaultValue == nil && f.Name != name {
			parts = append(parts, f.Name+": "+w.value(f.Type, f.Name))
		}
	}
	return "{" + strings.Join(parts, " ") + "}"
}

// required writes the arguments that a field must have, but for one.
func (w asker) required(f *ast.FieldDefinition, but string) string {
	var args []string
	for _, arg := range f.Arguments {
		isKey := arg.Name == "key" && f.Arguments.ForName("id") != nil && but != "key"
		if arg.Name != but && (arg.Type.NonNull && arg.DefaultValue == nil || isKey) {
			args = append(args, arg.Name+": "+w.value(arg.Type, f.Name+"."+arg.Name))
		}
	}
	if f.Arguments.ForName("id") != nil && but == "key" {
		id := w.of[f.Type.Name()]
		if id == "" { // the market holds none: nothing is found
			id = compile.ID(f.Type.Name(), "none")
		}
		args = append(args, fmt.Sprintf("id: %q", id))
	}
	if len(args) == 0 {
		return ""
	}
	return "(" + strings.Join(args, ", ") + ")"
}

// value writes a value of a type, of those that certain arguments want.
func (w asker) value(typ *ast.Type, name string) string {
	if name == "inCommon.of" { // of one entity there is nothing
		return fmt.Sprintf("[%q, %q]", w.of["Creator"], w.of["Campaign"])
	}
	if typ.Elem != nil {
		return "[" + w.value(typ.Elem, name) + "]"
	}
	def := w.schema.Types[typ.Name()]
	switch {
	case name == "cypher.statement":
		return `"RETURN 1 AS one"`
	case name == "runSavedQuery.name":
		return `"strategist/tier_mix"`
	case name == "paths.to":
		return fmt.Sprintf("%q", w.of["Campaign"])
	case def.Kind == ast.Enum:
		return def.EnumValues[0].Name
	case def.Kind == ast.InputObject:
		return w.input(def, "")
	}
	return map[string]string{"ID": fmt.Sprintf("%q", w.of["Creator"]), "String": `"ann"`, "Int": "1", "Long": "1",
		"Money": "1", "Float": "0.5", "Boolean": "true", "Date": `"2026-01-01"`, "DateTime": `"2026-01-01T00:00:00Z"`,
		"JSON": "{}"}[def.Name]
}

// document asks a field with an argument given in one way.
func (p place) document(w asker, pair nullPair, given string) string {
	args := strings.TrimSuffix(w.required(p.field, pair.arg), ")")
	switch {
	case given == "" && args != "":
		args += ")"
	case given != "" && args == "":
		args = "(" + pair.arg + ": " + given + ")"
	case given != "":
		args += ", " + pair.arg + ": " + given + ")"
	}
	head := ""
	if strings.Contains(given, "$null") {
		head = "query($null: " + strings.TrimSuffix(pair.null, "!") + ") "
	}
	return head + "{ " + p.open + p.field.Name + args + " " + w.selection(p.field.Type, 2) + p.shut + " }"
}

// selection selects the leaves of a type, and of what its lists hold.
func (w asker) selection(typ *ast.Type, deep int) string {
	def := w.schema.Types[typ.Name()]
	if def.IsLeafType() {
		return ""
	}
	parts := []string{"__typename"}
	for _, f := range def.Fields {
		isLeaf := w.schema.Types[f.Type.Name()].IsLeafType()
		switch {
		case strings.HasPrefix(f.Name, "__") || len(f.Arguments) > 0 || f.Name == "milliseconds":
		case isLeaf && (f.Type.NonNull && def.Kind == ast.Object || f.Name == "key" || f.Name == "name"):
			parts = append(parts, f.Name)
		case !isLeaf && deep > 0 && (f.Name == "nodes" || f.Name == "edges" || f.Name == "node" || f.Name == "pageInfo"):
			parts = append(parts, f.Name+w.selection(f.Type, deep-1))
		}
	}
	return "{" + strings.Join(parts, " ") + "}"
}
