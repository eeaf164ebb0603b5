package main

import "github.com/creatorgraph/creatorgraph/graph/compile"

// startsOfKind is how many of each kind exploration starts at.
const startsOfKind = 60

// startKinds are what exploration starts at, in turn.
var startKinds = [...]string{"Creator", "Brand", "Agency", "Campaign"}

// places are entities of each kind by the order of their names: creators who have worked and the others whoever
// they are.
func places(c *client) ([len(startKinds)][]string, error) {
	var keys [len(startKinds)][]string
	worked, err := workers(c)
	if err != nil {
		return keys, err
	}
	for _, set := range worked[:min(len(worked), startsOfKind)] {
		key, _ := set["creator"].(string)
		keys[0] = append(keys[0], key)
	}
	data, err := query[struct{ Brands, Agencies, Campaigns list[keyed] }](c, `query($first: Int!) {
		brands(orderBy: [{field: NAME}], first: $first) { nodes { key } }
		agencies(orderBy: [{field: NAME}], first: $first) { nodes { key } }
		campaigns(orderBy: [{field: NAME}], first: $first) { nodes { key } } }`, values{"first": startsOfKind})
	for i, found := range []list[keyed]{data.Brands, data.Agencies, data.Campaigns} {
		for _, n := range found.Nodes {
			keys[1+i] = append(keys[1+i], n.Key)
		}
	}
	return keys, err
}

// starts are creators who have worked, brands, agencies and campaigns, in turn.
func starts(c *client) ([]values, error) {
	keys, err := places(c)
	var all []values
	for i := range startsOfKind {
		for k, kind := range startKinds {
			if i < len(keys[k]) {
				all = append(all, values{"id": compile.ID(kind, keys[k][i]), "label": kind, "key": keys[k][i]})
			}
		}
	}
	return all, err
}

// ends are pairs of such entities, each kind with each other and with itself in turn.
func ends(c *client) ([]values, error) {
	keys, err := places(c)
	var all []values
	for i := range startsOfKind / 3 {
		for k, kind := range startKinds {
			for o, other := range startKinds {
				from, to := i, startsOfKind-1-i
				if from >= len(keys[k]) || to >= len(keys[o]) {
					continue
				}
				all = append(all, values{"from": compile.ID(kind, keys[k][from]), "to": compile.ID(other, keys[o][to]),
					"fromLabel": kind, "fromKey": keys[k][from], "toLabel": other, "toKey": keys[o][to]})
			}
		}
	}
	return all, err
}

// markets are filters of creators, from a few to nearly all of them: how many regions, which followers and
// languages, verified or not.
func markets(c *client) ([]values, error) {
	data, err := query[struct {
		Creators struct{ Facets []struct{ Key *string } }
	}](c, `{ creators { facets(by: REGION, first: 100) { key } } }`, nil)
	var regions []string
	for _, f := range data.Creators.Facets {
		if f.Key != nil {
			regions = append(regions, *f.Key)
		}
	}
	followers := [][2]int{{0, 1_000_000_000}, {0, 20_000}, {5_000, 100_000}, {20_000, 1_000_000}, {100_000, 1_000_000_000}}
	var all []values
	for i := range regions {
		for j, f := range followers {
			some := regions[i:min(len(regions), i+[...]int{1, 2, 4, 8, len(regions)}[(i+j)%5])]
			languages := [][]string{{"zh"}, {"zh", "en"}, {"en"}}[i%3]
			for _, verified := range []bool{false, true} {
				all = append(all, values{"regions": some, "languages": languages, "min": f[0] + i, "below": f[1],
					"verified": verified})
			}
		}
	}
	return all, err
}
