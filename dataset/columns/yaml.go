package columns

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"go.yaml.in/yaml/v3"
)

const preamble = `What the columns of your files mean. creatorgraph map proposed it; correct what is wrong, then

  creatorgraph check --map columns.yaml FILE…     tells every fault, and changes nothing
  creatorgraph import --map columns.yaml FILE…    brings the rows into the graph

"?" must be decided by you; look: says what to look at. confidence and examples are for you alone.

  to         table.column of the import format (docs/import-format.md), several as a list, or ignore
  unit       of plain numbers: yuan, fen, 万元, EUR … for money; 万, k, m for counts; "%" for shares
  order      of dates whose day and month can be confused: dmy or mdy
  year       of dates that name none, such as 6月5日
  split      the signs between the elements of a list
  values     what some values stand for, "" for unknown
  with       values that the heading itself says: this column's cells become rows of their own
  fill_down  an empty cell means the one above
  rows       what each row of the sheet tells of, first what it is about
  constants  what holds for all rows where no column says it
  add_up     rows of one creator in one campaign are parts, to be added up`

// Write gives a mapping as YAML with comments that say how to correct it.
func Write(w io.Writer, m Mapping) error {
	var node yaml.Node
	if err := node.Encode(m); err != nil {
		return fmt.Errorf("columns: %w", err)
	}
	doc := yaml.Node{Kind: yaml.DocumentNode, Content: []*yaml.Node{&node}}
	node.HeadComment = preamble
	var out bytes.Buffer
	encoder := yaml.NewEncoder(&out)
	encoder.SetIndent(2)
	if err := errors.Join(encoder.Encode(&doc), encoder.Close()); err != nil {
		return fmt.Errorf("columns: %w", err)
	}
	_, err := w.Write(escapes.ReplaceAllFunc(out.Bytes(), unescape))
	return err
}

// escapes are signs beyond the first plane, which the encoder writes as their numbers: emoji in names.
var escapes = regexp.MustCompile(`\\U[0-9A-F]{8}`)

func unescape(escaped []byte) []byte {
	n, err := strconv.ParseUint(string(escaped[2:]), 16, 32)
	if err != nil || !unicode.IsGraphic(rune(n)) {
		return escaped
	}
	return []byte(string(rune(n)))
}

// Read reads a mapping and checks it but for what is undecided. An error names the line.
func Read(from io.Reader) (Mapping, error) {
	var m Mapping
	decoder := yaml.NewDecoder(from)
	decoder.KnownFields(true)
	if err := decoder.Decode(&m); err != nil {
		if errors.Is(err, io.EOF) {
			return m, errors.New("it is empty; creatorgraph map writes one")
		}
		return m, errors.New(strings.ReplaceAll(strings.TrimPrefix(err.Error(), "yaml: "), "\n  ", " "))
	}
	if m.Version != 1 {
		return m, fmt.Errorf("version: %d is not one that is read; it must be 1", m.Version)
	}
	return m, m.check()
}

// UnmarshalYAML reads one target or a list of them.
func (t *Targets) UnmarshalYAML(node *yaml.Node) error {
	if node.Kind == yaml.ScalarNode {
		*t = Targets{node.Value}
		return nil
	}
	var list []string
	if err := node.Decode(&list); err != nil {
		return err
	}
	*t = list
	return nil
}

// MarshalYAML writes one target as a word and several as a list on one line.
func (t Targets) MarshalYAML() (any, error) {
	if len(t) == 1 {
		return t[0], nil
	}
	node := yaml.Node{Kind: yaml.SequenceNode, Style: yaml.FlowStyle}
	for _, target := range t {
		node.Content = append(node.Content, &yaml.Node{Kind: yaml.ScalarNode, Value: target})
	}
	return &node, nil
}

// mustRead reads a table of ours that the binary holds: one that cannot be read is a mistake in it, and panics before
// anything is done.
func mustRead(embedded []byte, name string, into any) {
	if err := yaml.Unmarshal(embedded, into); err != nil {
		panic(fmt.Sprintf("columns: %s: %v", name, err))
	}
}
