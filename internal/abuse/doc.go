// Package abuse is an audit: it sends the attacks of OWASP's GraphQL cheat sheet and of graphql-cop, and some of our
// own, to the whole program on a real Neo4j, each as a named case with its verdict. Whatever arrives, the
// answer says whose fault it is, is short, reveals nothing internal, and the server still answers the next client.
//
// https://cheatsheetseries.owasp.org/cheatsheets/GraphQL_Cheat_Sheet.html and https://github.com/dolevf/graphql-cop
package abuse
