package resolvers

import (
	"context"
	"fmt"
	"strings"

	"github.com/99designs/gqlgen/graphql"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/answer"
	"github.com/creatorgraph/creatorgraph/graph/column"
	"github.com/creatorgraph/creatorgraph/graph/compile"
	"github.com/creatorgraph/creatorgraph/resolvers/generated"
)

// inputGiven is a mutation's input as the client gave it: a field that is absent is not in it, one that is null is.
func inputGiven(ctx context.Context) any {
	op, field := graphql.GetOperationContext(ctx), graphql.GetFieldContext(ctx).Field
	return field.ArgumentMap(op.Variables)["input"]
}

// document is what people save by name and version: a list or a scene. The rest of it is the statements that handle one.
type document struct{ noun, label, make, lock, save, delete string }

var listDocument = document{"list", "CreatorList", "list/make", "list/lock", "list/save", "list/delete"}

// changeList is change for a mutation of a list, whose listeners are told.
func (m mutation) changeList(
	ctx context.Context, id *string, work func(ctx context.Context, tx graph.Tx) (row, error),
) (answer.Object, error) {
	var key string
	object, err := m.change(ctx, id, inputGiven(ctx), func(ctx context.Context, tx graph.Tx) (row, error) {
		result, err := work(ctx, tx)
		key, _ = result["list"].(string)
		return result, err
	})
	if err == nil && key != "" {
		m.changes.tell("CreatorList:" + key)
	}
	return object, err
}

// SaveCreatorList makes a list, or changes what one says of itself.
func (m mutation) SaveCreatorList(
	ctx context.Context, in generated.SaveCreatorListInput,
) (answer.Object, error) {
	return m.changeList(ctx, in.ClientMutationID, func(ctx context.Context, tx graph.Tx) (row, error) {
		return saveList(ctx, tx, in)
	})
}

func saveList(ctx context.Context, tx graph.Tx, in generated.SaveCreatorListInput) (row, error) {
	var p problems
	key := p.savedKey(in.ID, in.Key, in.Version, listDocument.label)
	p.checkName(in.Name, "name")
	p.checkText(in.Note, "note")
	campaign := p.optionalKey(in.Campaign, "Campaign", "campaign")
	if err := p.orNil(); err != nil {
		return nil, err
	}
	if err := listDocument.open(ctx, tx, key, in.Version); err != nil {
		return nil, err
	}
	properties := listDocument.properties(key, in.Name, in.Note)
	if _, err := tx.Run(ctx, statement(listDocument.save, row{"key": key, "properties": properties})); err != nil {
		return nil, err
	}
	if in.Campaign.IsSet() {
		linked, err := tx.Run(ctx, statement("list/link", row{"key": key, "campaign": campaign}))
		if err != nil {
			return nil, err
		}
		if linked[0]["linked"] != true {
			p.add(graph.NotFound, fmt.Sprintf("there is no campaign %q", campaign), "campaign")
			return nil, p
		}
	}
	return row{"list": key}, nil
}

// savedKey gives the key of what is to be saved: of an existing one that of its id, otherwise the client's or one of
// our own.
func (p *problems) savedKey(id, chosen *string, version *int, typ string) string {
	if id == nil {
		key := newKey(chosen)
		p.checkKey(key, "key")
		if version != nil {
			p.add(graph.Invalid, "there is a version, but no id; give the id of what was read, or leave the version out", "version")
		}
		return key
	}
	if chosen != nil {
		p.add(graph.Invalid, "a key is chosen once and for all; leave it out beside an id", "key")
	}
	if version == nil {
		p.add(graph.Invalid, "the version that was read is missing; give it, so that nothing is overwritten that was not read", "version")
	}
	return p.keyOf(*id, typ, "id")
}

// properties are those that change when one is saved.
func (d document) properties(key, name string, note graphql.Omittable[*string]) row {
	name = strings.TrimSpace(name)
	spelt, _ := graph.Spelling(d.label, key, name, nil, nil)
	properties := row{"name": name, "spelt": spelt}
	setGiven(properties, "note", emptyToNull(note))
	return properties
}

// open makes one to be saved where no version was read, and otherwise waits for whoever saves it at the moment and
// sees whether the version is still the one that was read.
func (d document) open(ctx context.Context, tx graph.Tx, key string, version *int) error {
	name := d.lock
	if version == nil {
		name = d.make
	}
	found, err := tx.Run(ctx, statement(name, row{"key": key}))
	var p problems
	switch {
	case err != nil:
		return err
	case len(found) == 0:
		p.add(graph.NotFound, fmt.Sprintf("there is no %s %q any more; it may have been deleted", d.noun, key), "id")
		return p
	case version == nil && found[0]["taken"] == true:
		p.add(graph.Conflict, fmt.Sprintf("there is a %s %q already; give another key, or its id to change it", d.noun, key), "key")
		return conflict{p, row{d.noun: key}}
	case version != nil && column.Long(found[0]["version"]) != int64(*version):
		p.add(graph.Conflict, fmt.Sprintf("version %d was read, but it was saved since and is version %v now; "+
			"look at it as it is now and save with that version", *version, found[0]["version"]), "version")
		return conflict{p, row{d.noun: key}}
	}
	return nil
}

// conflict is returned by a change's work to undo all of it, and to show what it has come into conflict with.
type conflict struct {
	problems
	current row
}

// DeleteCreatorList deletes a list with its items.
func (m mutation) DeleteCreatorList(
	ctx context.Context, in generated.DeleteCreatorListInput,
) (answer.Object, error) {
	object, err := m.change(ctx, in.ClientMutationID, in, func(ctx context.Context, tx graph.Tx) (row, error) {
		return listDocument.remove(ctx, tx, in.List)
	})
	if _, key, ok := compile.ParseID(in.List); ok {
		m.changes.tell("CreatorList:" + key)
	}
	return object, err
}

// remove deletes one.
func (d document) remove(ctx context.Context, tx graph.Tx, id string) (row, error) {
	var p problems
	key := p.keyOf(id, d.label, d.noun)
	if err := p.orNil(); err != nil {
		return nil, err
	}
	found, err := tx.Run(ctx, statement(d.delete, row{"key": key}))
	if err != nil {
		return nil, err
	}
	if len(found) == 0 {
		p.add(graph.NotFound, fmt.Sprintf("there is no %s %q any more; it may have been deleted", d.noun, key), d.noun)
		return nil, p
	}
	return row{"deleted": compile.ID(d.label, key)}, nil
}
