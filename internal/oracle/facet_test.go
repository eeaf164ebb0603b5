package oracle_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/creatorgraph/creatorgraph/graph/graphtest"
	"github.com/creatorgraph/creatorgraph/internal/oracle"
)

// connections are ways to each connection with facets or aggregates, at the root and below other objects; the
// connection's type stands where its parts are asked for.
var connections = []string{
	`creators { CreatorConnection }`,
	`creators(filter: {followers: {gte: 1000}, NOT: {categories: ["nobody"]}}) { CreatorConnection }`,
	`creators(filter: {workedWithBrands: {none: ["nobody"]}, hasAgency: true}) { CreatorConnection }`,
	`agencies { AgencyConnection }`,
	`brands { BrandConnection }`,
	`campaigns { CampaignConnection }`,
	`agencies(first: 3) { nodes { creators { CreatorConnection } brands { BrandConnection } } }`,
	`brands(first: 3) { nodes { campaigns(filter: {budget: {gte: 0}}) { CampaignConnection } } }`,
	`brands(first: 3) { nodes { creators { CreatorBrandConnection } categories { creators { CreatorConnection } } } }`,
	`creators(first: 3) { nodes { contents { ContentConnection } participations { ParticipationConnection } } }`,
	`campaigns(first: 3) { nodes { participations(filter: {source: RECOMMENDED}) { ParticipationConnection } } }`,
	`campaigns(first: 3) { nodes { invitations { InvitationConnection } } }`,
}

// Every facet of every connection, and its totals, are what a plain count of its rows gives: of objects in
// several groups and in none, of groups as large as each other, and where nothing is known.
func TestFacetsEqualOracle(t *testing.T) {
	store := graphtest.Own(t, true)
	g := oracle.Draw(*seed)
	run(t, store, "MATCH (n) WHERE NOT n:Migration AND NOT n:MigrationLock DETACH DELETE n", nil)
	write(t, store, g)
	b := newBench(t, store, g)
	for i, root := range connections {
		t.Run(root, func(t *testing.T) {
			b.compare(t, uint64(i), oracle.Operation{Roots: []string{b.facetsOf(root)}}, nil)
		})
	}
}

// facetsOf puts into a root field all that its connections have besides their pages.
func (b *bench) facetsOf(root string) string {
	for name, def := range b.schema.Types {
		aggregates := def.Fields.ForName("aggregates")
		if aggregates == nil || !strings.Contains(root, " "+name+" ") {
			continue
		}
		all := "totalCount aggregates " + b.leaves(aggregates.Type.Name())
		if facets := def.Fields.ForName("facets"); facets != nil {
			for i, by := range b.schema.Types[facets.Arguments.ForName("by").Type.Name()].EnumValues {
				all += fmt.Sprintf(" a%d: facets(by: %s, first: %d) %s", i, by.Name, 3+50*(i%2), b.leaves(facets.Type.Name()))
			}
		}
		root = strings.ReplaceAll(root, " "+name+" ", " "+all+" ")
	}
	return root
}

// leaves selects all that a type holds.
func (b *bench) leaves(name string) string {
	var all []string
	for _, f := range b.schema.Types[name].Fields {
		switch t := b.schema.Types[f.Type.Name()]; {
		case strings.HasPrefix(f.Name, "__"):
		case t.Kind == ast.Interface:
			all = append(all, f.Name+" { __typename id kind ... on Category { parent { key } } }")
		case t.IsCompositeType():
			all = append(all, f.Name+" "+b.leaves(t.Name))
		default:
			all = append(all, f.Name)
		}
	}
	return "{ " + strings.Join(all, " ") + " }"
}
