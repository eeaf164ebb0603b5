package columns

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/dataset/convert"
)

// Lookup gives, for names or keys of a table, the keys of what the graph has under that name or key.
type Lookup func(ctx context.Context, table string, names []string) (map[string][]string, error)

// entities knows what is called how, so that a name in one sheet finds the key in another or in the graph.
type entities struct {
	keys      map[string]map[string]bool          // by table: the keys that columns give
	byName    map[string]map[string][]namedEntity // by table and folded name
	graph     map[string]map[string][]string      // by table and name as written
	requested map[string]map[string]bool          // by table: names to be looked up
	derived   map[string]map[string]derivedEntity // by table and key: what no sheet describes

	resolved map[nameRef]resolution // what resolve has given, once all names are known; nil before
}

// nameRef is a name of which the key is wanted.
type nameRef struct{ table, name, brand string }

type resolution struct {
	key     string
	derived bool
	fault   string
}

// namedEntity is an entity of some name; brand tells campaigns of one name apart.
type namedEntity struct{ key, brand string }

// derivedEntity is a row for what only a list or a word names.
type derivedEntity struct {
	name      string
	dimension string // of a segment
	place     dataset.Position
	heading   string
}

func newEntities() *entities {
	return &entities{map[string]map[string]bool{}, map[string]map[string][]namedEntity{}, map[string]map[string][]string{},
		map[string]map[string]bool{}, map[string]map[string]derivedEntity{}, nil}
}

// foldName is a name without what people vary.
func foldName(name string) string {
	return strings.Join(strings.Fields(strings.ToLower(convert.Narrow(norm.NFC.String(name)))), " ")
}

// add remembers a key and its name.
func (e *entities) add(table, key, name, brand string, given bool) {
	if given {
		within(e.keys, table)[key] = true
	}
	if name == "" {
		return
	}
	names := within(e.byName, table)
	folded := foldName(name)
	if !slices.Contains(names[folded], namedEntity{key, brand}) {
		names[folded] = append(names[folded], namedEntity{key, brand})
	}
}

func within[K comparable, V any](m map[string]map[K]V, table string) map[K]V {
	if m[table] == nil {
		m[table] = map[K]V{}
	}
	return m[table]
}

// request notes a name that no sheet gives a key.
func (e *entities) request(table, name string) {
	if !e.keys[table][name] && len(e.find(table, name, "")) == 0 {
		within(e.requested, table)[name] = true
	}
}

// lookUp looks up what is wanted.
func (e *entities) lookUp(ctx context.Context, lookup Lookup) error {
	if lookup == nil {
		return nil
	}
	for _, table := range sortedKeys(e.requested) {
		found, err := lookup(ctx, table, sortedKeys(e.requested[table]))
		if err != nil {
			return fmt.Errorf("%s by name: %w", table, err)
		}
		e.graph[table] = found
	}
	return nil
}

// find gives the keys of a name in the sheets; brand may be empty.
func (e *entities) find(table, name, brand string) []string {
	var keys []string
	for _, c := range e.byName[table][foldName(name)] {
		if (brand == "" || c.brand == "" || c.brand == brand) && !slices.Contains(keys, c.key) {
			keys = append(keys, c.key)
		}
	}
	return keys
}

// resolve gives the key of a name: that of another sheet, of the graph, of the platforms that are known,
// and else one that is made of the name, the same in every run.
func (e *entities) resolve(table, name, brand string) (key string, made bool, fault string) {
	of := nameRef{table, name, brand}
	if r, ok := e.resolved[of]; ok {
		return r.key, r.derived, r.fault
	}
	key, made, fault = e.resolveUncached(table, name, brand)
	if e.resolved != nil {
		e.resolved[of] = resolution{key, made, fault}
	}
	return key, made, fault
}

func (e *entities) resolveUncached(table, name, brand string) (key string, made bool, fault string) {
	keys := e.find(table, name, brand)
	if len(keys) == 0 {
		keys = e.graph[table][name]
	}
	if len(keys) > 1 {
		return "", false, fmt.Sprintf("%d of the %s are called so, %s; add a column with the key",
			len(keys), table, strings.Join(keys[:min(len(keys), 5)], ", "))
	}
	if len(keys) == 1 {
		return keys[0], false, ""
	}
	if table == "platforms" {
		if w, ok := wordFor("platforms", name); ok {
			return w.code, true, ""
		}
	}
	return deriveKey(name, brand), true, ""
}

// reference gives the key that a column for keys means: the key itself, or that of what is called so.
func (e *entities) reference(table, text string, place dataset.Position, heading string) string {
	if e.keys[table][text] {
		return text
	}
	if table == "segments" && len(e.graph[table][text]) == 0 {
		key, _ := e.element(table, text, place, heading)
		return key
	}
	keys := e.find(table, text, "")
	if len(keys) == 0 {
		keys = e.graph[table][text]
	}
	if len(keys) == 1 {
		return keys[0]
	}
	return text
}

// element gives the key of an element of a list, which is a key or a name; what is new is noted.
func (e *entities) element(table, text string, place dataset.Position, heading string) (key, fault string) {
	if e.keys[table][text] {
		return text, ""
	}
	if s, ok := e.newSegment(table, text); ok {
		within(e.derived, table)[s.key] = derivedEntity{s.name, s.dimension, place, heading}
		return s.key, ""
	}
	key, derived, fault := e.resolve(table, text, "")
	if fault != "" || !derived || table == "segments" || table == "creators" {
		return key, fault
	}
	if _, has := within(e.derived, table)[key]; !has {
		name := text
		if table == "platforms" {
			name = cmp.Or(lexicon().preferred["platforms"][key], text)
		}
		e.derived[table][key] = derivedEntity{name: name, place: place, heading: heading}
	}
	return key, ""
}

// newSegment gives the segment that a text names, where neither a sheet nor the graph has one of that name.
func (e *entities) newSegment(table, text string) (segment, bool) {
	if table != "segments" || len(e.find(table, text, ""))+len(e.graph[table][text]) > 0 {
		return segment{}, false
	}
	s, _, ok := parseSegment(text)
	return s, ok
}

// deriveKey makes a key of a name: without case, spaces as hyphens, behind the brand's where there is one.
// A long one is cut and told apart by a hash.
func deriveKey(name, brand string) string {
	key := strings.ReplaceAll(strings.ReplaceAll(foldName(name), " ", "-"), "|", "-")
	if brand != "" {
		key = brand + "/" + key
	}
	if len(key) <= maxKeyBytes {
		return key
	}
	sum := sha256.Sum256([]byte(key))
	cut := maxKeyBytes - 17
	for cut > 0 && key[cut]&0xC0 == 0x80 {
		cut--
	}
	return key[:cut] + "-" + hex.EncodeToString(sum[:8])
}

// maxKeyBytes is how many bytes a key may have in the import format.
const maxKeyBytes = 128
