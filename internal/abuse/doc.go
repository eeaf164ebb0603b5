// Package abuse is an audit: what OWASP's GraphQL cheat sheet, graphql-cop and common sense try against a GraphQL
// server, each a named case with its verdict, asked of the whole program on a real Neo4j. Whatever is asked, the
// answer says whose fault it is, is short, shows nothing from inside, and the next client is answered.
//
// https://cheatsheetseries.owasp.org/cheatsheets/GraphQL_Cheat_Sheet.html and https://github.com/dolevf/graphql-cop
package abuse
