package mapping

import (
	"regexp"
	"slices"

	"github.com/vektah/gqlparser/v2/ast"
)

// Input is an input object: its fields' filters, by name. Fields without one are read by the
// compiler itself (AND, OR, NOT, the comparisons of ranges).
type Input struct {
	Name    string
	Def     *ast.Definition
	Filters map[string]*Filter
	Bounds  map[string]Bounds // fields that are numbers within bounds
	Periods map[string]Period // fields that are the first day of a period
}

// Filter is what an input field or argument asks of an object.
type Filter struct {
	Name      string
	Type      *ast.Type
	Property  string
	Suffix    string
	Path      []Step
	Of        string
	Size      string // the property of the path's end that holds how many it is reached from
	Since     string // the instant of the last relationship that a set's since means; empty for what the first leads to
	InForce   bool
	Op        string
	Statement string
	Floor     *int64
	Per       string // the property by which Property is divided
}

// Step is one relationship of a path and the label it leads to.
type Step struct {
	Rel   string
	In    bool
	Label string
	Sure  bool // the relationship's type alone tells the label
	Back  bool // the same of the label it comes from
}

func (m *Mapping) readInput(def *ast.Definition) (*Input, error) {
	in := &Input{Name: def.Name, Def: def, Filters: map[string]*Filter{}, Bounds: map[string]Bounds{}, Periods: map[string]Period{}}
	for _, f := range def.Fields {
		if d := f.Directives.ForName("bounds"); d != nil {
			in.Bounds[f.Name] = readBounds(d)
		}
		if d := f.Directives.ForName("period"); d != nil {
			in.Periods[f.Name] = readPeriod(d)
		}
		d := f.Directives.ForName("filter")
		if d == nil {
			continue
		}
		filter, err := m.readFilter(f.Name, f.Type, d)
		if err != nil {
			return nil, err
		}
		in.Filters[f.Name] = filter
	}
	return in, nil
}

var step = regexp.MustCompile(`^([A-Z_]+)([<>])([A-Za-z]+)$`)

func (m *Mapping) readFilter(name string, typ *ast.Type, d *ast.Directive) (*Filter, error) {
	f := &Filter{Name: name, Type: typ, Property: text(d, "property"), Suffix: text(d, "suffix"),
		Of: text(d, "of"), Size: text(d, "size"), Since: text(d, "since"), InForce: flag(d, "inForce"), Op: text(d, "op"),
		Statement: text(d, "statement"), Per: text(d, "per")}
	if d.Arguments.ForName("floor") != nil {
		floor := number(d, "floor", 0)
		f.Floor = &floor
	}
	var err error
	if f.Path, err = readPath("@filter", d); err != nil {
		return nil, err
	}
	if f.Property == "" && len(f.Path) == 0 && f.Statement == "" {
		return nil, at(d.Position, "@filter on %s needs a property, a path or a statement", name)
	}
	return f, nil
}

func readPath(directive string, d *ast.Directive) ([]Step, error) {
	var path []Step
	for _, s := range texts(d, "path") {
		parts := step.FindStringSubmatch(s)
		if parts == nil {
			return nil, at(d.Position, "%s: %q is no step; write TYPE>Label or TYPE<Label", directive, s)
		}
		path = append(path, Step{Rel: parts[1], In: parts[2] == "<", Label: parts[3]})
	}
	return path, nil
}

func (m *Mapping) checkPaths(labels map[string]*Type) error {
	for _, in := range m.Inputs {
		for _, f := range in.Filters {
			if s, unknown := unknownStep(f.Path, labels); unknown {
				return at(in.Def.Position, "%s.%s: no type is a node of label %s", in.Name, f.Name, s.Label)
			}
		}
	}
	for enum, values := range m.Facets {
		for value, f := range values {
			if s, unknown := unknownStep(f.Path, labels); unknown {
				return at(m.Schema.Types[enum].Position, "%s.%s: no type is a node of label %s", enum, value, s.Label)
			}
		}
	}
	return nil
}

// unknownStep is the first step of a path that leads to a label without a type.
func unknownStep(path []Step, labels map[string]*Type) (s Step, unknown bool) {
	i := slices.IndexFunc(path, func(s Step) bool { return labels[s.Label] == nil })
	if i < 0 {
		return Step{}, false
	}
	return path[i], true
}
