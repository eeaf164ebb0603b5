package compile_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
)

// The cases here are made of the schema, so that a new operator, order or group has a golden or the test fails.

// connections are how one asks for a list of each type; %s are its arguments, or what is selected of it.
var connections = map[string]struct{ list, connection string }{
	"Creator":       {`creators(%s) { nodes { key } }`, `creators { %s }`},
	"Agency":        {`agencies(%s) { nodes { key } }`, `agencies { %s }`},
	"Brand":         {`brands(%s) { nodes { key } }`, `brands { %s }`},
	"Campaign":      {`campaigns(%s) { nodes { key } }`, `campaigns { %s }`},
	"Participation": {`creator(key: "cr-1") { participations(%s) { nodes { fee } } }`, `campaign(key: "ca-1") { participations { %s } }`},
	"Content":       {``, `creator(key: "cr-1") { contents { %s } }`},
	"Invitation":    {``, `campaign(key: "ca-1") { invitations { %s } }`},
	"CreatorBrand":  {``, `brand(key: "b-1") { creators { %s } }`},
}

// filterValues are values for fields of filters by their names, and by their types for all others.
var filterValues = map[string]string{
	"CreatorFilter.key": `cr-1`, "AgencyFilter.key": `g-1`, "BrandFilter.key": `b-1`, "CampaignFilter.key": `ca-1`,
	"regions": `四川`, "languages": `zh`, "genders": `female`, "industries": `食品`, "categories": `c-1`, "platforms": `p-1`,
	"agencies": `g-1`, "brands": `b-1`, "workedWithBrands": `b-1`, "workedInCampaigns": `ca-1`, "segment": `s-f`, "name": `李`,
	"Boolean": `true`, "Int": `30`, "Long": `1000`, "Money": `100000`, "Float": `0.5`, "Date": `2026-01-01`,
}

// schemaCases gives the cases that the schema asks for: each operator of each filter, each order both ways, each group.
func schemaCases(t *testing.T, s *ast.Schema) []goldenCase {
	t.Helper()

	var all []goldenCase
	for name, def := range s.Types {
		base, isFilter := strings.CutSuffix(name, "Filter")
		order, isOrder := strings.CutSuffix(name, "OrderField")
		facet, isFacet := strings.CutSuffix(name, "Facet")
		connection, isConnection := strings.CutSuffix(name, "Connection")
		switch {
		case isFilter && def.Kind == ast.InputObject && connectionOf(t, base).list != "":
			all = append(all, filterCases(t, s, base, def)...)
		case isOrder && def.Kind == ast.Enum:
			all = append(all, orderCases(t, order, def)...)
		case isFacet && def.Kind == ast.Enum:
			all = append(all, facetCases(t, s, facet, def)...)
		case isConnection && def.Fields.ForName("aggregates") != nil:
			selection := "aggregates { " + strings.Join(scalars(s, def.Fields.ForName("aggregates").Type.Name()), " ") + " }"
			all = append(all, goldenCase{name: "facet/" + lower(connection) + "_totals", shows: "All totals of a list.",
				operation: operation(connectionOf(t, connection).connection, selection)})
		}
	}
	slices.SortFunc(all, func(a, b goldenCase) int { return strings.Compare(a.name, b.name) })
	return all
}

func connectionOf(t *testing.T, typ string) struct{ list, connection string } {
	t.Helper()

	c, known := connections[typ]
	if !known {
		t.Fatalf("say in connections how to ask for a list of %s", typ)
	}
	return c
}

func filterCases(t *testing.T, s *ast.Schema, base string, def *ast.Definition) []goldenCase {
	t.Helper()

	var all []goldenCase
	for _, f := range def.Fields {
		if f.Name == "AND" || f.Name == "OR" || f.Name == "NOT" {
			continue
		}
		for _, v := range inputs(s, def.Name, f) {
			all = append(all, goldenCase{name: "filter/" + lower(base) + "_" + f.Name + v.name,
				shows:     def.Name + "." + f.Name + strings.ReplaceAll(v.name, "_", ", ") + ".",
				operation: operation(connectionOf(t, base).list, "first: 5, filter: {"+f.Name+": "+v.text+"}")})
		}
	}
	if def.Fields.ForName("NOT") != nil {
		for name, filter := range map[string]string{
			"and": `{AND: [{key: {startsWith: "c"}}, {name: {contains: "李"}}]}`,
			"or":  `{OR: [{key: {startsWith: "c"}}, {name: {contains: "李"}}]}`,
			"not": `{NOT: {key: {startsWith: "c"}}}`,
		} {
			all = append(all, goldenCase{name: "filter/" + lower(base) + "_" + name, shows: def.Name + "." + strings.ToUpper(name) + ".",
				operation: operation(connectionOf(t, base).list, "first: 5, filter: "+filter)})
		}
	}
	return all
}

// input is a value for a field of an input, and what to call it.
type input struct{ name, text string }

// inputs gives a value for each operator that a field offers: one where it has none.
func inputs(s *ast.Schema, of string, f *ast.FieldDefinition) []input {
	def := s.Types[f.Type.Name()]
	if def.Kind != ast.InputObject {
		return []input{{text: listed(f.Type, scalar(of, f, def))}}
	}
	required := ""
	var all []input
	for _, part := range def.Fields {
		if part.Type.NonNull {
			required += part.Name + ": " + inputs(s, f.Name, part)[0].text + ", "
		}
	}
	for _, part := range def.Fields {
		if !part.Type.NonNull {
			from := of + "." + f.Name
			if filterValues[from] == "" {
				from = f.Name
			}
			for _, v := range inputs(s, from, part) {
				all = append(all, input{"_" + part.Name + v.name, listed(f.Type, "{"+required+part.Name+": "+v.text+"}")})
			}
		}
	}
	if len(all) == 0 {
		all = []input{{text: listed(f.Type, "{"+strings.TrimSuffix(required, ", ")+"}")}}
	}
	return all
}

// listed puts a value in brackets where the type is a list.
func listed(typ *ast.Type, text string) string {
	if typ.Elem != nil {
		return "[" + text + "]"
	}
	return text
}

// scalar gives a value for a field, by its own name, by that of the field whose part it is, or by its type.
func scalar(of string, f *ast.FieldDefinition, def *ast.Definition) string {
	if def.Kind == ast.Enum {
		return def.EnumValues[len(def.EnumValues)-1].Name
	}
	text := filterValues[f.Name]
	if def.Name == "String" && text == "" {
		text = filterValues[of]
	}
	if def.Name != "String" || text == "" {
		text = filterValues[def.Name]
	}
	if def.Name == "String" || def.Name == "Date" {
		text = `"` + text + `"`
	}
	return text
}

// orderCases has both directions of each order in one operation.
func orderCases(t *testing.T, base string, def *ast.Definition) []goldenCase {
	t.Helper()

	list := connectionOf(t, base).list
	var all []goldenCase
	for _, value := range def.EnumValues {
		by := "field: " + value.Name
		if order := value.Directives.ForName("order"); order != nil && order.Arguments.ForName("suffix") != nil {
			by += ", format: LIVE"
		}
		up := fmt.Sprintf(list, "first: 5, orderBy: [{"+by+"}]")
		down := fmt.Sprintf(list, "first: 5, orderBy: [{"+by+", direction: DESC}]")
		all = append(all, goldenCase{name: "order/" + lower(base) + "_" + strings.ToLower(value.Name),
			shows: base + "s by " + value.Name + ", up and down.", operation: "{ up: " + up + " down: " + down + " }"})
	}
	return all
}

// operation fills in the one field of an operation.
func operation(field, in string) string { return "{ " + fmt.Sprintf(field, in) + " }" }

func facetCases(t *testing.T, s *ast.Schema, base string, def *ast.Definition) []goldenCase {
	t.Helper()

	parts := scalars(s, base+"Bucket")
	if s.Types[base+"Bucket"].Fields.ForName("performance") != nil {
		parts = append(parts, "performance { fee cpm }")
	}
	var all []goldenCase
	for _, value := range def.EnumValues {
		selection := "facets(by: " + value.Name + ", first: 5) { " + strings.Join(parts, " ") + " entity { id } }"
		all = append(all, goldenCase{name: "facet/" + lower(base) + "_" + strings.ToLower(value.Name),
			shows:     base + "s grouped by " + value.Name + ".",
			operation: operation(connectionOf(t, base).connection, selection)})
	}
	return all
}

// scalars names a type's fields that are no objects.
func scalars(s *ast.Schema, typ string) []string {
	var names []string
	for _, f := range s.Types[typ].Fields {
		if kind := s.Types[f.Type.Name()].Kind; kind == ast.Scalar || kind == ast.Enum {
			names = append(names, f.Name)
		}
	}
	return names
}

func lower(name string) string { return strings.ToLower(name[:1]) + name[1:] }
