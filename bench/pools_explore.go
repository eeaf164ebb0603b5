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
		keys[0] = append(keys[0], set["creator"].(string))
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
