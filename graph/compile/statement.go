package compile

// Statement is one Cypher statement and the values of its parameters.
type Statement struct {
	Text   string
	Params map[string]any
}
