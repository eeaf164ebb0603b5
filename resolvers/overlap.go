package resolvers

import (
	"context"
	"fmt"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/insight/overlap"
)

// Bounds of an overlap's question.
const (
	overlapLeast = 2
	overlapMost  = 50
	// populationMost is how many of the best known creators tell what people there are: followers follow a power
	// law, so that they hold most of them.
	populationMost = 500
)

// audienceOverlap models how the audiences of some creators meet.
func (r *Resolver) audienceOverlap(ctx context.Context, a asked) (map[string]any, error) {
	keys, err := a.args.creators("creators", overlapLeast, overlapMost)
	if err != nil {
		return nil, err
	}
	known, err := r.audiences(ctx, keys)
	if err != nil {
		return nil, err
	}
	population, err := r.population(ctx, known)
	if err != nil {
		return nil, err
	}
	of := make([]overlap.Audience, len(known))
	for i, one := range known {
		of[i] = one.audience
	}
	got := overlapRow(known, population, overlap.Model(of, population))
	if !a.selects("notes") {
		for _, note := range overlapNotes(known) {
			warn(ctx, asText(note))
		}
	}
	return row{"": got}, nil
}

func overlapRow(known []knownAudience, population overlap.Population, model overlap.Result) row {
	shares, matrix := make([]any, len(known)), make([]any, len(known))
	for i, one := range known {
		shares[i] = row{"creator": one.key, "unique": model.Alone[i], "overlapping": 1 - model.Alone[i]}
		line := make([]any, len(known))
		for j := range known {
			line[j] = model.Matrix[i][j]
		}
		matrix[i] = line
	}
	return row{"total": model.Total, "unique": model.Unique, "shares": shares, "matrix": matrix,
		"method": "MODELLED", "population": population.People, "notes": overlapNotes(known)}
}

// namedMost are how many creators a note names.
const namedMost = 5

// overlapNotes says of whom nothing is known but the followers.
func overlapNotes(known []knownAudience) []any {
	var names []string
	for _, one := range known {
		if len(one.audience.Shares) == 0 {
			names = append(names, one.name)
		}
	}
	if len(names) == 0 {
		return []any{}
	}
	chinese, english := strings.Join(names, "、"), strings.Join(names, ", ")
	if len(names) > namedMost {
		chinese = strings.Join(names[:namedMost], "、") + "等"
		english = strings.Join(names[:namedMost], ", ") + " and others"
	}
	return []any{fmt.Sprintf("%d位达人的受众画像未知，按总体人群估算：%s · "+
		"Unknown audiences (%d) are taken to be like all people: %s", len(names), chinese, len(names), english)}
}

// knownAudience is a creator's audience with whose it is.
type knownAudience struct {
	key, name  string
	audience   overlap.Audience
	dimensions map[string]string // of the segments
}

// audiences reads those of creators, in their order.
func (r *Resolver) audiences(ctx context.Context, keys []string) ([]knownAudience, error) {
	rows, err := r.store.Read(ctx, statement("audience/of_creators", row{"creators": keys}))
	if err != nil {
		return nil, err
	}
	places := make(map[string]int, len(keys))
	for i, key := range keys {
		places[key] = i
	}
	all := make([]knownAudience, len(keys))
	for _, found := range rows {
		key := asText(found["creator"])
		one := &all[places[key]]
		one.key, one.name = key, asText(found["name"])
		followers, known := found["followers"].(int64)
		if !known {
			return nil, &compile.Error{Path: ast.Path{ast.PathName("creators"), ast.PathIndex(places[key])},
				What:   fmt.Sprintf("how many followers creator %q (%s) has is unknown", key, one.name),
				Remedy: "leave the creator out, or import its followers"}
		}
		one.audience.Followers = float64(followers)
		one.readShares(found["shares"])
	}
	for i, one := range all {
		if one.key == "" {
			return nil, notFound(fmt.Sprintf("creators[%d]", i), compile.Ref{Type: "Creator", Key: keys[i]})
		}
	}
	return all, nil
}

func (k *knownAudience) readShares(column any) {
	k.audience.Shares, k.dimensions = map[string]float64{}, map[string]string{}
	for _, item := range asList(column) {
		columns := asList(item)
		segment := asText(columns[0])
		k.dimensions[segment], k.audience.Shares[segment] = asText(columns[1]), asFloat(columns[2])
	}
}

// population says whom audiences are drawn from: so many people that the best known creator reaches
// overlap.LargestShare of them, parted as the followers of the best known creators and of those asked about are.
func (r *Resolver) population(ctx context.Context, of []knownAudience) (overlap.Population, error) {
	p := overlap.Population{People: 1, Dimensions: map[string]map[string]float64{}}
	rows, err := r.store.Read(ctx, statement("audience/population", row{"most": populationMost}))
	if err != nil {
		return p, err
	}
	add := func(dimension, segment string, people float64) {
		if p.Dimensions[dimension] == nil {
			p.Dimensions[dimension] = map[string]float64{}
		}
		p.Dimensions[dimension][segment] += people
	}
	for _, found := range rows {
		p.People = max(p.People, float64(asLong(found["largest"]))/overlap.LargestShare)
		if segment := asText(found["segment"]); segment != "" {
			add(asText(found["dimension"]), segment, asFloat(found["people"]))
		}
	}
	for _, one := range of {
		p.People = max(p.People, one.audience.Followers/overlap.LargestShare)
		for segment, share := range one.audience.Shares {
			add(one.dimensions[segment], segment, one.audience.Followers*share)
		}
	}
	return p, nil
}

// creators reads the keys of a list of creators' ids, each of which may come once.
func (a arguments) creators(name string, least, most int) ([]string, error) {
	if n := len(a.texts(name)); n < least || n > most {
		return nil, a.wrong(name, counted(n, "creator"), fmt.Sprintf("give %d to %d", least, most))
	}
	refs, err := a.refs(name, "Creator")
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
