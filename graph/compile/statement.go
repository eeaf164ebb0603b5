package compile

// Statement is one Cypher statement and the values of its parameters.
type Statement struct {
	Text   string
	Params map[string]any
	// Company is how it may be asked together with others, nil where it goes alone.
	Company *Company
}
