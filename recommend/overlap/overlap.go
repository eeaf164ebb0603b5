// Package overlap answers Query.audienceOverlap, how the audiences of creators meet, and how many people the creators
// of a list reach at least once. The model is package insight/overlap's.
package overlap

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/column"
	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/graph/computed"
	"github.com/creatorgraph/creatorgraph/graph/facts"
	"github.com/creatorgraph/creatorgraph/insight/overlap"
)

// Bounds of how many creators can be asked about.
const (
	minCreators = 2
	maxCreators = 50
)

// Overlap models audiences in one graph.
type Overlap struct {
	Store *graph.Store
}

// OfCreators models how the audiences of some creators meet.
func (o Overlap) OfCreators(ctx context.Context, q computed.Request) (computed.Row, error) {
	keys, err := creatorKeys(q.Arguments, "creators", minCreators, maxCreators)
	if err != nil {
		return nil, err
	}
	known, err := o.audiences(ctx, keys)
	if err != nil {
		return nil, err
	}
	population, err := facts.ReadPopulation(ctx, o.Store)
	if err != nil {
		return nil, err
	}
	notes := notesOn(known)
	if !q.Selects("notes") {
		for _, note := range notes {
			computed.Warn(ctx, note)
		}
	}
	audiences := include(&population, known)
	return rowOf(known, population, overlap.Model(audiences, population), notes), nil
}

// UniqueOfLists models for each list how many people its creators, with a status of one of some if there are any,
// reach at least once; a list of which no creator's followers are known is left out.
func (o Overlap) UniqueOfLists(ctx context.Context, lists []string, status any) (map[string]any, error) {
	known, err := facts.ReadListAudiences(ctx, o.Store, lists, status)
	if err != nil || len(known) == 0 {
		return nil, err
	}
	population, err := facts.ReadPopulation(ctx, o.Store)
	if err != nil {
		return nil, err
	}
	unique := map[string]any{}
	for list, creators := range known {
		people := population.Clone()
		unique[list] = overlap.Unique(include(&people, creators), people)
	}
	return unique, nil
}

// Watched models how many people watched at least one of some contents: [[creator (key), views], …]. The creators of one
// content each bring its views once.
func (o Overlap) Watched(ctx context.Context, contents any) (float64, error) {
	views := map[string][]float64{}
	for _, item := range column.List(contents) {
		pair := column.List(item)
		creator := column.Text(pair[0])
		views[creator] = append(views[creator], float64(column.Long(pair[1])))
	}
	if len(views) == 0 {
		return 0, nil
	}
	known, err := facts.ReadAudiences(ctx, o.Store, slices.Sorted(maps.Keys(views)))
	if err != nil {
		return 0, err
	}
	population, err := facts.ReadPopulation(ctx, o.Store)
	if err != nil {
		return 0, err
	}
	var audiences []overlap.Audience
	for _, creator := range slices.Sorted(maps.Keys(views)) {
		one := known[creator].Audience
		audiences = append(audiences, overlap.Audience{Followers: overlap.Watchers(one.Followers, views[creator]), Shares: one.Shares})
	}
	return overlap.People(audiences, population), nil
}

// include adds audiences to the population that they are of.
func include(population *overlap.Population, known []facts.CreatorAudience) []overlap.Audience {
	audiences := make([]overlap.Audience, len(known))
	for i, one := range known {
		audiences[i] = one.Audience
		population.Include(one.Audience, one.Dimensions)
	}
	return audiences
}

// audiences reads those of creators, in their order.
func (o Overlap) audiences(ctx context.Context, keys []string) ([]facts.CreatorAudience, error) {
	found, err := facts.ReadAudiences(ctx, o.Store, keys)
	if err != nil {
		return nil, err
	}
	all := make([]facts.CreatorAudience, len(keys))
	for i, key := range keys {
		one, isThere := found[key]
		switch {
		case !isThere:
			return nil, computed.NotFound(fmt.Sprintf("creators[%d]", i), compile.Ref{Type: "Creator", Key: key})
		case !one.IsCounted:
			return nil, &compile.Error{Path: ast.Path{ast.PathName("creators"), ast.PathIndex(i)},
				What:   fmt.Sprintf("how many followers creator %q (%s) has is unknown", key, one.Name),
				Remedy: "leave the creator out, or import its followers"}
		}
		all[i] = one
	}
	return all, nil
}

func rowOf(known []facts.CreatorAudience, population overlap.Population, model overlap.Result, notes []string) computed.Row {
	shares, matrix := make([]any, len(known)), make([]any, len(known))
	for i, one := range known {
		shares[i] = computed.Row{"creator": one.Key, "unique": model.Alone[i], "overlapping": 1 - model.Alone[i]}
		line := make([]any, len(known))
		for j := range known {
			line[j] = model.Matrix[i][j]
		}
		matrix[i] = line
	}
	return computed.Row{"total": model.Total, "unique": model.Unique, "shares": shares, "matrix": matrix,
		"method": "MODELLED", "population": population.People, "notes": texts(notes)}
}

// maxNamed are how many creators a note names.
const maxNamed = 5

// notesOn says of whom nothing is known but the followers.
func notesOn(known []facts.CreatorAudience) []string {
	var names []string
	for _, one := range known {
		if len(one.Audience.Shares) == 0 {
			names = append(names, one.Name)
		}
	}
	if len(names) == 0 {
		return []string{}
	}
	chinese, english := strings.Join(names, "、"), strings.Join(names, ", ")
	if len(names) > maxNamed {
		chinese = strings.Join(names[:maxNamed], "、") + "等"
		english = strings.Join(names[:maxNamed], ", ") + " and others"
	}
	return []string{fmt.Sprintf("%d位达人的受众画像未知，按总体人群估算：%s · "+
		"Unknown audiences (%d) are taken to be like all people: %s", len(names), chinese, len(names), english)}
}

// creators reads the keys of a list of creators' ids, each of which may come once.
func creatorKeys(a computed.Arguments, name string, least, most int) ([]string, error) {
	if n := len(a.Texts(name)); n < least || n > most {
		return nil, a.Wrong(name, counted(n, "creator"), fmt.Sprintf("give %d to %d", least, most))
	}
	refs, err := a.Refs(name, "Creator")
	if err != nil {
		return nil, err
	}
	places := map[string]int{}
	keys := make([]string, len(refs))
	for i, ref := range refs {
		if before, twice := places[ref.Key]; twice {
			return nil, &compile.Error{Path: ast.Path{ast.PathName(name), ast.PathIndex(i)},
				What: fmt.Sprintf("creator %q is %s[%d] already", ref.Key, name, before), Remedy: "give each one once"}
		}
		places[ref.Key], keys[i] = i, ref.Key
	}
	return keys, nil
}

// counted is a number of things.
func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

func texts(list []string) []any {
	items := make([]any, len(list))
	for i, text := range list {
		items[i] = text
	}
	return items
}
