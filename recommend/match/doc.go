// Package match answers which creators suit a brief and which set of them a budget is best spent on: it reads what
// insight/match and insight/plan rest on, holds it as it stands in the graph, reads briefs and constraints, and lays
// answers out as rows for the API.
//
// The book of results is read once and then followed by the marks that every import and mutation sets on creators
// (docs/decisions/0012 tells the way): an answer holds all that was committed before it was asked for.
package match
