// Package queries holds saved questions: files of read-only Cypher or of GraphQL. The head of a file, in the
// language's own comments, states the question and its parameters. A starting set is embedded; users
// add folders of their own.
//
//	// Which creators worked for a brand, dearest first?
//	// Fees are in yuan. Free lines like this one are the description.
//	// @audience S
//	// @tags brand, creators
//	// @param brand: String! -- A brand's key.
//	// @param days: Int = 180 -- How many days back.
//	// @requires EXISTS { (:Brand {key: $brand})-[:RAN]->() } -- this brand ran no campaign
//	// @columns key: String, name: String, yuan: Int
//	// @example {"brand": "b-000001"}
//	MATCH (:Brand {key: $brand})-[:RAN]->…
//
// The first line is the title; the file's path without its extension is the name. Marks:
//
//   - @audience: letters of S (brand strategist), M (agency), A (analyst), P (platform operator).
//   - @number: the position in docs/questions.md.
//   - @param: a name, a type (String, Int, Float, Boolean, Date, a list of these such as [String!], and in GraphQL
//     whatever the operation declares), a default as JSON, and a description. `of Creator` after the type accepts keys
//     and ids of creators; the default LAST_DAY of a Date is the last day with data in the graph.
//   - @requires: a condition in Cypher, and what to say of an empty answer if it does not hold.
//   - @columns: the columns of Cypher and their types, which null values do not reveal.
//   - @example: values for parameters without a default.
//   - @rows, in GraphQL: the list whose items are the rows.
//
// Load refuses a file whose head, parameters and text do not fit together, with file and line.
package queries
