package resolvers

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"time"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"

	"github.com/creatorgraph/creatorgraph/dataset/limit"
	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/answer"
	"github.com/creatorgraph/creatorgraph/graph/column"
	"github.com/creatorgraph/creatorgraph/resolvers/generated"
)

// The bounds of a list: of what one request changes, of all that stand on it, and of what is said of each.
const (
	maxItems     = 1000
	maxListed    = 2000
	maxPosition  = 1_000_000_000
	maxTags      = 50
	tagCharacter = 100 // characters of a tag or a grade
)

// itemChanges are what one request says of creators of a list.
type itemChanges struct {
	creators []any // keys, in the order of the input
	rows     []row
	read     []any            // {creator, changed} of those whose state the client has read
	replaced map[string][]int // by key: the items whose creators come in their place
}

// SaveListItems puts creators on a list, or changes what is said of those on it.
func (m mutation) SaveListItems(
	ctx context.Context, in generated.SaveListItemsInput,
) (answer.Object, error) {
	return m.changeList(ctx, in.ClientMutationID, func(ctx context.Context, tx graph.Tx) (row, error) {
		return saveItems(ctx, tx, in)
	})
}

func saveItems(ctx context.Context, tx graph.Tx, in generated.SaveListItemsInput) (row, error) {
	var p problems
	key := p.keyOf(in.List, "CreatorList", "list")
	given := p.items(in.Items)
	if err := p.orNil(); err != nil {
		return nil, err
	}
	list, err := lockList(ctx, tx, key)
	if err != nil {
		return nil, err
	}
	asked := slices.Clone(given.creators)
	for replaced := range given.replaced {
		asked = append(asked, replaced)
	}
	found, err := tx.Run(ctx, statement("list/creators", row{"key": key, "creators": asked, "read": given.read}))
	if err != nil {
		return nil, err
	}
	if err := given.check(found[0], key, column.Long(list["items"])); err != nil {
		return nil, err
	}
	given.setInitialPositions(column.List(found[0]["listed"]), column.Long(list["next"]))
	_, err = tx.Run(ctx, statement("list/save_items", row{"key": key, "items": anyRows(given.rows)}))
	return row{"list": key}, err
}

// lockList waits for whoever changes a list, and tells how it stands.
func lockList(ctx context.Context, tx graph.Tx, key string) (graph.Record, error) {
	found, err := tx.Run(ctx, statement("list/lock", row{"key": key}))
	if err == nil && len(found) == 0 {
		var p problems
		p.add(graph.NotFound, fmt.Sprintf("there is no list %q any more; it may have been deleted", key), "list")
		return nil, p
	}
	if err != nil {
		return nil, err
	}
	return found[0], nil
}

// items reads items; each creator may come once.
func (p *problems) items(all []generated.ListItemInput) itemChanges {
	given := itemChanges{read: []any{}, replaced: map[string][]int{}}
	if n := len(all); n == 0 || n > maxItems {
		p.add(graph.Invalid, fmt.Sprintf("%d items; give 1 to %d", n, maxItems), "items")
		return given
	}
	first := map[string]int{}
	for i, one := range all {
		place := strconv.Itoa(i)
		creator := p.keyOf(one.Creator, "Creator", "items", place, "creator")
		if before, twice := first[creator]; twice && creator != "" {
			p.add(graph.Invalid, fmt.Sprintf("creator %q is item %d already; give each one once", creator, before), "items", place, "creator")
		}
		first[creator] = i
		values := p.itemValues(one, place)
		if replaced, _ := values["replaces"].(string); replaced != "" {
			if replaced == creator {
				p.add(graph.Invalid, "a creator cannot come in its own place; give another one's id", "items", place, "replaces")
			}
			given.replaced[replaced] = append(given.replaced[replaced], i)
		}
		if one.Changed != nil {
			given.read = append(given.read, row{"creator": creator, "changed": one.Changed.Format(time.RFC3339Nano)})
		}
		given.creators = append(given.creators, creator)
		given.rows = append(given.rows, row{"creator": creator, "values": values})
	}
	return given
}

// itemValues are the properties of an item that are given; null ones are to be cleared.
func (p *problems) itemValues(one generated.ListItemInput, place string) row {
	values := row{}
	if one.Status != nil {
		values["status"], values["byStatus"] = string(*one.Status), graph.ListStatusRank(string(*one.Status))
	}
	if one.Position != nil {
		if n := *one.Position; n < 0 || n > maxPosition {
			p.add(graph.Invalid, fmt.Sprintf("a position of %d; give 0 to %d", n, maxPosition), "items", place, "position")
		}
		values["position"], values["byPosition"] = int64(*one.Position), int64(*one.Position)
	}
	p.checkText(one.Note, "items", place, "note")
	p.checkText(one.Reason, "items", place, "reason")
	if grade := one.Grade.Value(); grade != nil {
		p.checkShortText(*grade, limit.Text, "items", place, "grade")
	}
	p.checkTags(one.Tags.Value(), "items", place, "tags")
	p.checkNotNegative(one.Price.Value(), "items", place, "price")
	setGiven(values, "grade", one.Grade)
	setGiven(values, "note", emptyToNull(one.Note))
	setGiven(values, "reason", emptyToNull(one.Reason))
	setGiven(values, "price", one.Price)
	if tags, set := one.Tags.ValueOK(); set {
		values["tags"] = nil
		if len(tags) > 0 { // none is told by absence, as an import tells it
			values["tags"] = tags
		}
	}
	if format, set := one.Format.ValueOK(); set {
		values["format"] = nil
		if format != nil {
			values["format"] = string(*format)
		}
	}
	if one.Replaces.IsSet() {
		values["replaces"] = p.optionalKey(one.Replaces, "Creator", "items", place, "replaces")
	}
	return values
}

// emptyToNull takes an empty text for none, as an import does.
func emptyToNull(text graphql.Omittable[*string]) graphql.Omittable[*string] {
	if given := text.Value(); given != nil && *given == "" {
		return graphql.OmittableOf[*string](nil)
	}
	return text
}

// setGiven sets a value that is given; null where it is to be cleared.
func setGiven[T any](values row, name string, given graphql.Omittable[*T]) {
	value, set := given.ValueOK()
	switch {
	case set && value == nil:
		values[name] = nil
	case set:
		values[name] = *value
	}
}

// optionalKey reads the key out of an id that may be absent or null, which gives nil.
func (p *problems) optionalKey(id graphql.Omittable[*string], typ string, path ...string) any {
	if given := id.Value(); given != nil {
		return p.keyOf(*given, typ, path...)
	}
	return nil
}

// checkText adds a problem for a text of several sentences that may not be kept.
func (p *problems) checkText(text graphql.Omittable[*string], path ...string) {
	if given := text.Value(); given != nil {
		p.checkLimit(*given, limit.Text(*given), path...)
	}
}

// checkShortText adds a problem for a text of a few words that is empty or may not be kept.
func (p *problems) checkShortText(text string, check func(string) limit.Fault, path ...string) {
	if n := utf8.RuneCountInString(text); n == 0 || n > tagCharacter {
		p.add(graph.Invalid, fmt.Sprintf("it has %d characters; give 1 to %d", n, tagCharacter), path...)
		return
	}
	p.checkLimit(text, check(text), path...)
}

func (p *problems) checkTags(all []string, path ...string) {
	if n := len(all); n > maxTags {
		p.add(graph.Invalid, fmt.Sprintf("%d tags; give at most %d", n, maxTags), path...)
		return
	}
	for i, one := range all {
		p.checkShortText(one, limit.Element, append(slices.Clone(path), strconv.Itoa(i))...)
	}
}

// check compares items with the list and creators as they are.
func (g itemChanges) check(found graph.Record, list string, listed int64) error {
	var p problems
	g.checkCreators(&p, column.List(found["creators"]))
	stale := column.List(found["stale"])
	if all := listed + int64(len(g.creators)-len(alreadyListed(g, found))); all > maxListed {
		p.add(graph.Invalid, fmt.Sprintf("the list would have %d creators, more than %d; take some off or make another list",
			all, maxListed), "items")
	}
	if len(p) > 0 || len(stale) == 0 {
		return p.orNil()
	}
	for i, creator := range g.creators {
		if slices.Contains(stale, creator) {
			p.add(graph.Conflict, "the item was changed since it was read; look at it as it is now and save again",
				"items", strconv.Itoa(i), "changed")
		}
	}
	return conflict{p, row{"list": list}}
}

// checkCreators adds a problem for each creator, of an item or replaced by one, who is not among those that exist.
func (g itemChanges) checkCreators(p *problems, existing []any) {
	exists := map[any]bool{}
	for _, key := range existing {
		exists[key] = true
	}
	for i, creator := range g.creators {
		if !exists[creator] {
			p.add(graph.NotFound, fmt.Sprintf("there is no creator %q", creator), "items", strconv.Itoa(i), "creator")
		}
	}
	for replaced, places := range g.replaced {
		if exists[replaced] {
			continue
		}
		for _, i := range places {
			p.add(graph.NotFound, fmt.Sprintf("there is no creator %q", replaced), "items", strconv.Itoa(i), "replaces")
		}
	}
}

// alreadyListed gives those of the creators who are on the list.
func alreadyListed(g itemChanges, found graph.Record) map[any]bool {
	on := map[any]bool{}
	for _, key := range column.List(found["listed"]) {
		if slices.Contains(g.creators, key) {
			on[key] = true
		}
	}
	return on
}

// setInitialPositions says how new items begin: as candidates, after all others, in the order in which they are given.
func (g itemChanges) setInitialPositions(listed []any, next int64) {
	for i, creator := range g.creators {
		first := row{"status": string(generated.ListStatusCandidate),
			"byStatus": graph.ListStatusRank(string(generated.ListStatusCandidate)), "position": next, "byPosition": next}
		g.rows[i]["first"] = first
		values, _ := g.rows[i]["values"].(row)
		if _, placed := values["position"]; !placed && !slices.Contains(listed, creator) {
			next++
		}
	}
}

func anyRows(rows []row) []any {
	all := make([]any, len(rows))
	for i, one := range rows {
		all[i] = one
	}
	return all
}

// RemoveListItems takes creators off a list.
func (m mutation) RemoveListItems(
	ctx context.Context, in generated.RemoveListItemsInput,
) (answer.Object, error) {
	return m.changeList(ctx, in.ClientMutationID, func(ctx context.Context, tx graph.Tx) (row, error) {
		var p problems
		key := p.keyOf(in.List, "CreatorList", "list")
		if n := len(in.Creators); n == 0 || n > maxItems {
			p.add(graph.Invalid, fmt.Sprintf("%d creators; give 1 to %d", n, maxItems), "creators")
			return nil, p
		}
		creators := make([]any, len(in.Creators))
		for i, id := range in.Creators {
			creators[i] = p.keyOf(id, "Creator", "creators", strconv.Itoa(i))
		}
		if err := p.orNil(); err != nil {
			return nil, err
		}
		if _, err := lockList(ctx, tx, key); err != nil {
			return nil, err
		}
		_, err := tx.Run(ctx, statement("list/remove_items", row{"key": key, "creators": creators}))
		return row{"list": key}, err
	})
}
