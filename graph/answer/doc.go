// Package answer writes GraphQL answers straight from database records, in selection order, with
// aliases, __typename, nulls and their errors as the specification says. A generic executor
// spends a goroutine, a field set and a context on each object; one walk over the record spends
// none.
package answer
