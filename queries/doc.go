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
//	// @example {"brand": "b-000001"}
//	MATCH (:Brand {key: $brand})-[:RAN]->…
//
// The first line is the title; the file's path without its ending is the name. Marks: @audience takes
// letters of S (brand strategist), M (agency), A (analyst), P (platform operator); @number is the place in docs/questions.md; @param a name, a type
// (String, Int, Float, Boolean, Date, a list of these such as [String!], and in GraphQL whatever the
// operation declares), a default as JSON, and what it is; @example values for those without a default;
// @rows, in GraphQL, the list whose items are the rows.
//
// Load refuses a file whose head, parameters and text do not fit together, with file and line.
package queries
