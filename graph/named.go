package graph

import "unicode/utf8"

// maxNamed is how long a name may be to be looked up as a whole, in characters: as long as a text that
// one can search for. An index takes no text of any length.
const maxNamed = 200

// Named gives the property by which a name is looked up as a whole: the name, or nil for one that is
// longer than what can be searched for.
func Named(name any) any {
	s, ok := name.(string)
	if !ok || utf8.RuneCountInString(s) > maxNamed {
		return nil
	}
	return s
}
