// Package answer writes GraphQL answers directly from database records, in selection order, with
// aliases, __typename, nulls and their errors as the specification requires. A generic executor
// spends a goroutine, a field set and a context on each object; one walk over the record needs
// none of them.
package answer
