package compile_test

// computedCases are fields that Go code answers: the statement reads what they are asked of, and others go on from what
// their rows name.
var computedCases = []goldenCase{
	{name: "computed/competitors", shows: "Beside fields of the graph; the reasons' evidence is found by key.",
		operation: `{ brand(key: "b-1") { name competitors(first: 3) { score entity { key name } reasons { kind text evidence { id } } } } }`},
	{name: "computed/lookalikes", shows: "A filter is a statement's condition, whose values are the operation's.",
		operation: `query($seeds: [ID!]!) { lookalikes(seeds: $seeds, filter: {regions: ["四川"]}, first: 3) { edges { score node { key ... on Creator { followers agency { name } } } } } }`,
		variables: `{"seeds": ["Q3JlYXRvcjpjci0x"]}`},
	{name: "computed/lookalikes_nested", shows: "What a creator is like is asked with its key.",
		operation: `{ creator(key: "cr-1") { lookalikes(first: 2) { nodes { name } } } }`},
	{name: "computed/neighborhood", shows: "Nodes of any type: each type has its columns.",
		operation: `query($id: ID!) { neighborhood(of: $id) { nodes { id name ... on Creator { followers categories { name } } ... on Campaign { starts } } edges { kind from to weight } truncated } }`,
		variables: `{"id": "Q3JlYXRvcjpjci0x"}`},
	{name: "computed/nothing_else", shows: "At the root of a computed field no statement is run.",
		operation: `{ savedQueries { name parameters { name } } }`},
	{name: "computed/overlap", shows: "Lists of lists are taken as they are.",
		operation: `query($of: [ID!]!) { audienceOverlap(creators: $of) { total matrix method shares { unique creator { key } } } }`,
		variables: `{"of": ["Q3JlYXRvcjpjci0x"]}`},
	{name: "computed/partners", shows: "Many agencies' partners are asked at once.",
		operation: `{ agencies(first: 3) { nodes { partners(first: 2) { entity { name } score } } } }`},
	{name: "computed/paths", shows: "What is known of an entity is not looked for.",
		operation: `query($from: ID!, $to: ID!) { paths(from: $from, to: $to) { length text nodes { id key name kind } } }`,
		variables: `{"from": "Q3JlYXRvcjpjci0x", "to": "QnJhbmQ6Yi0x"}`},
}
