package explore

import (
	"cmp"
	"encoding/base64"
	"fmt"
	"slices"
	"strings"
)

// Edge is one connection of two entities.
type Edge struct {
	Kind       string
	From, To   ID
	Properties map[string]any // scalars; days and moments as whatever writes itself as text
}

// weights name the property by which an edge of a kind is weighed.
var weights = map[string]string{"PARTICIPATED_IN": "fee", "REACHES": "share", "COLLABORATED_WITH": "weight"}

// hidden are properties of an edge that tell of the analysis that found it, not of the edge.
var hidden = map[string][]string{"COLLABORATED_WITH": {"from", "until"}}

// Weight gives what an edge weighs; ok is false for kinds that have no weight and where it is unknown.
func (e Edge) Weight() (weight float64, ok bool) {
	switch w := e.Properties[weights[e.Kind]].(type) {
	case float64:
		return w, true
	case int64:
		return float64(w), true
	}
	return 0, false
}

// Shown gives the properties that are for people, days and moments as text; nil when there are none.
func (e Edge) Shown() map[string]any {
	shown := make(map[string]any, len(e.Properties))
	for name, value := range e.Properties {
		if slices.Contains(hidden[e.Kind], name) {
			continue
		}
		if text, ok := value.(fmt.Stringer); ok {
			value = text.String()
		}
		shown[name] = value
	}
	if len(shown) == 0 {
		return nil
	}
	return shown
}

// Handle is an opaque text for the edge, the same in every answer.
func (e Edge) Handle() string {
	parts := []string{e.Kind, e.From.Type, e.From.Key, e.To.Key}
	if since := e.since(); since != "" {
		parts = append(parts, since)
	}
	return base64.RawURLEncoding.EncodeToString([]byte(strings.Join(parts, "\x1f")))
}

// Counts says whether an edge is one of the present: collaborations that later analyses no longer found are
// kept until these are complete. run is the number of the last complete one, nil when there is none.
func (e Edge) Counts(run any) bool {
	if e.Kind != "COLLABORATED_WITH" {
		return true
	}
	last, analysed := run.(int64)
	from, _ := e.Properties["from"].(int64)
	until, ended := e.Properties["until"].(int64)
	return analysed && from <= last && (!ended || until > last)
}

// Sorted gives edges each once, in an order that does not depend on how they were found: by kind, then by their ends.
func Sorted(edges []Edge) []Edge {
	slices.SortFunc(edges, func(a, b Edge) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.From.Type, b.From.Type),
			cmp.Compare(a.From.Key, b.From.Key), cmp.Compare(a.To.Key, b.To.Key), cmp.Compare(a.since(), b.since()))
	})
	return slices.CompactFunc(edges, func(a, b Edge) bool {
		return a.Kind == b.Kind && a.From == b.From && a.To == b.To && a.since() == b.since()
	})
}

// since is the day a contract began, which tells contracts of the same two apart; empty for other edges.
func (e Edge) since() string {
	since, known := e.Properties["since"]
	if !known {
		return ""
	}
	return fmt.Sprint(since)
}
