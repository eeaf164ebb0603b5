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

// entities resolves names: a name in one sheet finds the key that another sheet or the graph has for it.
type entities struct {
	keys      map[string]map[string]bool          // by table: the keys that columns give
	byName    map[string]map[string][]namedEntity // by table and folded name
	graph     map[string]map[string][]string      // by table and name as written
	requested map[string]map[string]bool          // by table: names to be looked up
	derived   map[string]map[string]derivedEntity // by table and key

	handles []creatorHandle // of creators, still to be indexed

	resolved map[nameRef]resolution // cache of resolve, once all names are known; nil before
}

// nameRef is a name whose key is to be found.
type nameRef struct{ table, name, brand string }

type resolution struct {
	key     string
	derived bool
	fault   string
}

// namedEntity is an entity with a name. Brand tells apart campaigns of the same name.
type namedEntity struct{ key, brand string }

// derivedEntity is an entity that no sheet describes, because only a list or a word names it.
type derivedEntity struct {
	name      string
	dimension string // of a segment
	place     dataset.Position
	heading   string
}

func newEntities() *entities {
	return &entities{map[string]map[string]bool{}, map[string]map[string][]namedEntity{}, map[string]map[string][]string{},
		map[string]map[string]bool{}, map[string]map[string]derivedEntity{}, nil, nil}
}

// foldName gives a name without differences of case, width and white space.
func foldName(name string) string {
	return strings.Join(strings.Fields(strings.ToLower(convert.Narrow(norm.NFC.String(name)))), " ")
}

// add registers a key and its name.
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

// request collects a name for which no sheet has a key.
func (e *entities) request(table, name string) {
	if !e.keys[table][name] && len(e.find(table, name, "")) == 0 {
		within(e.requested, table)[name] = true
	}
}

// lookUp looks the requested names up in the graph.
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

// find gives the keys that the sheets have for a name; an empty brand matches any.
func (e *entities) find(table, name, brand string) []string {
	var keys []string
	for _, c := range e.byName[table][foldName(name)] {
		if (brand == "" || c.brand == "" || c.brand == brand) && !slices.Contains(keys, c.key) {
			keys = append(keys, c.key)
		}
	}
	if len(keys) == 0 && table == "creators" {
		e.indexHandles()
		return e.find(creatorHandles, name, "")
	}
	return keys
}

// creatorHandles is where the creators' keys and handles stand, by which a row may call a creator that no row names so.
const creatorHandles = "creators' handles"

// indexHandles makes the handles that have come since ready to be found, once one is looked for.
func (e *entities) indexHandles() {
	for _, h := range e.handles {
		e.add(creatorHandles, h.key, h.key, "", false)
		e.add(creatorHandles, h.key, h.handle, "", false)
	}
	e.handles = nil
}

// creatorHandle is a creator's key with its handle, which may be empty.
type creatorHandle struct{ key, handle string }

// resolve gives the key of a name: that of another sheet, else of the graph, else of a known platform, and else one
// derived from the name, which is the same in every run.
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

// reference gives the key that a column of keys refers to: the text itself, or the key of the entity with that name.
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

// element gives the key of a list's element, which is a key or a name. A new name makes a derived entity.
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

// deriveKey derives a key from a name: in lower case, with hyphens for spaces, after the brand's key where there is one.
// A long key is cut and ends with a hash.
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
