// Package queries holds saved questions: files of read-only Cypher or of GraphQL whose head, in the
// language's own comments, says what is asked and with which parameters. A starting set is embedded; users
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
// The first line is the title; the file's path without its ending is the name. Marks: @audience takes
// letters of S (brand strategist), M (agency), A (analyst), P (platform operator); @number is the place in docs/questions.md; @param a name, a type
// (String, Int, Float, Boolean, Date, a list of these such as [String!], and in GraphQL whatever the
// operation declares), a default as JSON, and what it is. `of Creator` behind the type takes keys and ids of creators alike;
// the default LAST_DAY of a Date is the last day of which the graph tells anything. @requires takes a condition in Cypher
// and what to say of an empty answer where it does not hold; @columns the columns of Cypher and their types, which rows
// without a value do not tell; @example values for those without a default;
// @rows, in GraphQL, the list whose items are the rows.
//
// Load refuses a file whose head, parameters and text do not fit together, with file and line.
package queries
