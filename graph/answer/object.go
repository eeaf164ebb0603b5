package answer

import (
	"errors"
	"io"
)

// Object is an answer's JSON as it leaves: a resolver's result that generated code passes on
// without looking inside. A nil Object is null.
type Object []byte

// MarshalGQL writes the JSON.
func (o Object) MarshalGQL(w io.Writer) {
	if o == nil {
		_, _ = io.WriteString(w, "null") // the transport reports a client that has gone
		return
	}
	_, _ = w.Write(o)
}

// UnmarshalGQL refuses: an Object only ever leaves.
func (o *Object) UnmarshalGQL(any) error {
	return errors.New("an answer is no input")
}
