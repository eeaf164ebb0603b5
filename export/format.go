package export

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// Format is a way to write a graph.
type Format struct {
	Name      string // as people ask for it
	Ending    string // of a file, with the dot
	MediaType string
	Write     func(io.Writer, Graph) error
}

var formats = map[string]Format{
	"graphml": {"graphml", ".graphml", "application/graphml+xml", GraphML},
	"gexf":    {"gexf", ".gexf", "application/gexf+xml", GEXF},
	"csv":     {"csv", ".zip", "application/zip", CSV},
}

// FormatNamed finds a format; the error names all of them.
func FormatNamed(name string) (Format, error) {
	f, known := formats[name]
	if !known {
		return f, &Error{fmt.Sprintf("there is no format %q", name),
			"use one of " + strings.Join(slices.Sorted(maps.Keys(formats)), ", ")}
	}
	return f, nil
}
