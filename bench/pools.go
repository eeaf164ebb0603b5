package main

import (
	"encoding/json"
	"fmt"

	"github.com/creatorgraph/creatorgraph/graph/compile"
)

// pools say where cases have their values from: the market itself, so that any market will do.
var pools = map[string]func(c *client) ([]values, error){
	"creators":       creators,
	"workers":        workers,
	"brands":         brands,
	"brandPairs":     brandPairs,
	"largeBrands":    largeBrands,
	"campaigns":      campaigns,
	"pages":          pages,
	"entities":       entities,
	"starts":         starts,
	"ends":           ends,
	"likes":          likes,
	"likesOfMany":    likesOfMany,
	"markets":        markets,
	"participations": participations,
	"briefs":         briefs,
	"offers":         offers,
}

// sets gives the sets of values a case is asked with.
func sets(c *client, q question) ([]values, error) {
	if q.Pool == "" {
		var all []values
		for _, s := range q.Sets {
			set, ok := s.(values)
			if !ok {
				return nil, fmt.Errorf("%s: a set is %v; give an object", q.Name, s)
			}
			all = append(all, set)
		}
		return all, nil
	}
	draw, ok := pools[q.Pool]
	if !ok {
		return nil, fmt.Errorf("%s: there is no pool %q; see pools.go", q.Name, q.Pool)
	}
	all, err := draw(c)
	if err == nil && len(all) == 0 {
		err = fmt.Errorf("the market has nothing that fits; take a larger one")
	}
	if err != nil {
		return nil, fmt.Errorf("%s: pool %s: %w", q.Name, q.Pool, err)
	}
	return all, nil
}

// firstSets are a case's first sets of values, at most count. Where the case is about page 500 it is asked of
// another page, which smaller markets have, too.
func firstSets(c *client, q question, count, page int) ([]values, error) {
	if q.Pool != "pages" {
		all, err := sets(c, q)
		return all[:min(len(all), count)], err
	}
	var all []values
	for i := range count {
		set, err := walk(c, leastFollowers+10*i, page-1)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", q.Name, err)
		}
		all = append(all, set)
	}
	return all, nil
}

// keyed is whatever has a key.
type keyed struct{ Key string }

// list is a connection's nodes.
type list[T any] struct {
	Nodes    []T
	PageInfo struct{ EndCursor string }
}

// query asks our server and reads the answer's data.
func query[T any](c *client, document string, variables values) (T, error) {
	var answer struct {
		Data   T
		Errors []struct{ Message string }
	}
	body, err := json.Marshal(values{"query": document, "variables": variables})
	if err != nil {
		return answer.Data, err
	}
	_, raw, err := c.ask(ours.path(question{}), body)
	if err != nil {
		return answer.Data, err
	}
	if err := json.Unmarshal(raw, &answer); err != nil {
		return answer.Data, fmt.Errorf("%w in %.200s", err, raw)
	}
	if len(answer.Errors) > 0 {
		return answer.Data, fmt.Errorf("%s", answer.Errors[0].Message)
	}
	return answer.Data, nil
}

// creatorCount tells how large the market is.
func creatorCount(c *client) (int, error) {
	data, err := query[struct{ Creators struct{ TotalCount int } }](c, `{ creators { totalCount } }`, nil)
	return data.Creators.TotalCount, err
}

// creators are 500 by the order of their names, which has nothing to do with how they are stored.
func creators(c *client) ([]values, error) {
	data, err := query[struct{ Creators list[keyed] }](c,
		`{ creators(orderBy: [{field: NAME}], first: 500) { nodes { key } } }`, nil)
	var all []values
	for _, n := range data.Creators.Nodes {
		all = append(all, values{"creator": n.Key})
	}
	return all, err
}

// workers are 500 creators who have worked on a campaign, by the order of their names.
func workers(c *client) ([]values, error) {
	type creator struct {
		Key         string
		Performance struct{ Participations int }
	}
	data, err := query[struct{ Creators list[creator] }](c,
		`{ creators(orderBy: [{field: NAME}], first: 1000) { nodes { key performance { participations } } } }`, nil)
	var all []values
	for _, n := range data.Creators.Nodes {
		if n.Performance.Participations > 0 && len(all) < 500 {
			all = append(all, values{"creator": n.Key})
		}
	}
	return all, err
}

// brands are those with most campaigns.
func brands(c *client) ([]values, error) {
	data, err := query[struct{ Brands list[keyed] }](c,
		`{ brands(orderBy: [{field: CAMPAIGNS, direction: DESC}], first: 24) { nodes { key } } }`, nil)
	var all []values
	for _, n := range data.Brands.Nodes {
		all = append(all, values{"brand": n.Key})
	}
	return all, err
}

// brandPairs are brands of middling size beside the next in size.
func brandPairs(c *client) ([]values, error) { return pairs(c, 32, 64) }

// largeBrands are the largest brands beside the next in size: both have worked with more than a page of creators.
func largeBrands(c *client) ([]values, error) { return pairs(c, 1, 9) }

// pairs are the brands of some places in the order of size, each beside the next.
func pairs(c *client, from, to int) ([]values, error) {
	data, err := query[struct{ Brands list[keyed] }](c, `query($first: Int!) {
		brands(orderBy: [{field: CAMPAIGNS, direction: DESC}], first: $first) { nodes { key } } }`, values{"first": to})
	var all []values
	for i := from; i+1 < len(data.Brands.Nodes); i++ {
		all = append(all, values{"one": data.Brands.Nodes[i].Key, "other": data.Brands.Nodes[i+1].Key})
	}
	return all, err
}

// campaigns are those that were seen most, so that they have many creators and known results.
func campaigns(c *client) ([]values, error) {
	data, err := query[struct{ Campaigns list[keyed] }](c,
		`{ campaigns(orderBy: [{field: IMPRESSIONS, direction: DESC}], first: 100) { nodes { key } } }`, nil)
	var all []values
	for _, n := range data.Campaigns.Nodes {
		all = append(all, values{"campaign": n.Key})
	}
	return all, err
}

// pageSize and pagesBefore say where page 500 begins, leastFollowers what creators on the pages have.
const (
	pageSize       = 20
	pagesBefore    = 499
	leastFollowers = 1050
)

// pages are filters of creators, each with where its page 500 begins.
func pages(c *client) ([]values, error) {
	var all []values
	for least := leastFollowers; least < leastFollowers+100; least += 10 {
		set, err := walk(c, least, pagesBefore)
		if err != nil {
			return nil, err
		}
		all = append(all, set)
	}
	return all, nil
}

// walk goes past so many pages by the largest steps there are.
func walk(c *client, least, pages int) (values, error) {
	type creator struct {
		Key       string
		Followers int
	}
	set := values{"min": least, "offset": pageSize * pages}
	var after any
	for left := pageSize * pages; left > 0; left -= 1000 {
		data, err := query[struct{ Creators list[creator] }](c, `query($min: Long!, $first: Int!, $after: String) {
			creators(filter: {followers: {gte: $min}, languages: ["zh"], verified: false}, first: $first, after: $after,
				orderBy: [{field: FOLLOWERS, direction: DESC}]) { nodes { key followers } pageInfo { endCursor } } }`,
			values{"min": least, "first": min(left, 1000), "after": after})
		if err != nil {
			return nil, err
		}
		found := data.Creators
		if len(found.Nodes) < min(left, 1000) {
			return nil, fmt.Errorf("%d creators are less than %d pages", pageSize*pages-left+len(found.Nodes), pages)
		}
		last := found.Nodes[len(found.Nodes)-1]
		after = found.PageInfo.EndCursor
		set["after"], set["creator"], set["followers"] = after, last.Key, last.Followers
	}
	return set, nil
}

// entities are three creators, three brands and three campaigns at a time.
func entities(c *client) ([]values, error) {
	data, err := query[struct{ Creators, Brands, Campaigns list[keyed] }](c,
		`{ creators(orderBy: [{field: NAME}], first: 150) { nodes { key } }
		brands(orderBy: [{field: NAME}], first: 150) { nodes { key } }
		campaigns(orderBy: [{field: NAME}], first: 150) { nodes { key } } }`, nil)
	kinds := []struct {
		name, typ string
		nodes     []keyed
	}{
		{"creators", "Creator", data.Creators.Nodes}, {"brands", "Brand", data.Brands.Nodes},
		{"campaigns", "Campaign", data.Campaigns.Nodes},
	}
	var all []values
	for i := 0; i+3 <= min(len(kinds[0].nodes), len(kinds[1].nodes), len(kinds[2].nodes)); i += 3 {
		var ids, keys []string
		set := values{}
		for _, kind := range kinds {
			var own []string
			for _, n := range kind.nodes[i : i+3] {
				own = append(own, n.Key)
				ids = append(ids, compile.ID(kind.typ, n.Key))
			}
			set[kind.name] = own
			keys = append(keys, own...)
		}
		set["ids"], set["keys"] = ids, keys
		all = append(all, set)
	}
	return all, err
}

// participations are some of different brands, each first with another fee than it has and then with its own,
// so that asking for all of them in order leaves the market as it was.
func participations(c *client) ([]values, error) {
	type participation struct {
		Creator                                                 keyed
		Source                                                  *string
		Fee, Impressions, Engagements, Clicks, Conversions, Gmv *int64
	}
	type campaign struct {
		Key            string
		Brand          keyed
		Participations list[participation]
	}
	data, err := query[struct{ Campaigns list[campaign] }](c,
		`{ campaigns(orderBy: [{field: NAME}], first: 500) { nodes { key brand { key } participations(first: 1) { nodes {
			creator { key } source fee impressions engagements clicks conversions gmv } } } } }`, nil)
	if err != nil {
		return nil, err
	}
	var changed, kept []values
	seen := map[string]bool{}
	for _, n := range data.Campaigns.Nodes {
		if len(n.Participations.Nodes) == 0 || seen[n.Brand.Key] || len(kept) == 50 {
			continue
		}
		p := n.Participations.Nodes[0]
		if seen[p.Creator.Key] || p.Source == nil || p.Fee == nil || p.Impressions == nil || p.Engagements == nil ||
			p.Clicks == nil || p.Conversions == nil || p.Gmv == nil {
			continue
		}
		seen[n.Brand.Key], seen[p.Creator.Key] = true, true
		for _, more := range []int64{100, 0} {
			set := values{"campaign": n.Key, "campaignId": compile.ID("Campaign", n.Key),
				"creator": p.Creator.Key, "creatorId": compile.ID("Creator", p.Creator.Key),
				"source": *p.Source, "fee": *p.Fee + more, "impressions": *p.Impressions,
				"engagements": *p.Engagements, "clicks": *p.Clicks, "conversions": *p.Conversions, "gmv": *p.Gmv}
			if more > 0 {
				changed = append(changed, set)
			} else {
				kept = append(kept, set)
			}
		}
	}
	return append(changed, kept...), nil
}

// briefs are what campaigns asked for: of a brand, an objective, a category, segments and a budget.
func briefs(c *client) ([]values, error) {
	type campaign struct {
		Objective                  *string
		Budget                     *int64
		Brand                      struct{ ID string }
		Categories, TargetSegments []keyed
	}
	data, err := query[struct{ Campaigns list[campaign] }](c, `{ campaigns(orderBy: [{field: NAME}], first: 100) { nodes {
		objective budget brand { id } categories { key } targetSegments { key } } } }`, nil)
	var all []values
	for _, n := range data.Campaigns.Nodes {
		if n.Objective == nil || n.Budget == nil || len(n.Categories) == 0 {
			continue
		}
		segments := []string{}
		for _, s := range n.TargetSegments {
			segments = append(segments, s.Key)
		}
		all = append(all, values{"brand": n.Brand.ID, "objective": *n.Objective, "category": n.Categories[0].Key, "segments": segments, "budget": *n.Budget})
	}
	return all, err
}

// offers are briefs, each for a creator who has worked.
func offers(c *client) ([]values, error) {
	all, err := briefs(c)
	if err != nil {
		return nil, err
	}
	worked, err := workers(c)
	for i := range all {
		if len(worked) > 0 {
			all[i]["creator"] = compile.ID("Creator", fmt.Sprint(worked[i%len(worked)]["creator"]))
		}
	}
	return all, err
}
