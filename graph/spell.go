package graph

import (
	"context"
	"fmt"
	"slices"

	"github.com/creatorgraph/creatorgraph/graph/spelling"
	"github.com/creatorgraph/creatorgraph/graph/statements"
)

// spellRows is how many names are spelt in a transaction, and unspeltRows how many are read for that at a
// time: each reading walks past those that are spelt.
const spellRows, unspeltRows = 10_000, 100_000

// Spelling gives the properties by which a search finds an entity: how its name, handle and key are spelt,
// and its marks. popularity is a creator's followers or a campaign's budget in fen, nil when unknown or for
// another kind.
func Spelling(label string, key, name, handle, popularity any) (spelt, marks string) {
	count, known := popularity.(int64)
	if !known {
		count = -1
	}
	return spelling.Of(label, text(key), text(name), text(handle)), spelling.Marks(label, count)
}

func text(value any) string {
	s, _ := value.(string) // absent is empty
	return s
}

// Spell writes what Spelling gives where whatever made the entities has not: a version before this one, or
// another program. Imports and mutations need no such thing. Interrupted, it goes on where it was.
func (s *Store) Spell(ctx context.Context) error {
	for {
		found, err := s.Read(ctx, Statement{Text: statements.Text("migration/unspelt"),
			Params: map[string]any{"limit": unspeltRows}})
		if err != nil || len(found) == 0 {
			return err
		}
		for some := range slices.Chunk(found, spellRows) {
			if err := s.note(ctx, "migration/spell", map[string]any{"rows": spelled(some)}); err != nil {
				return fmt.Errorf("spelling %d names: %w", len(some), err)
			}
		}
	}
}

func spelled(found []Record) []any {
	rows := make([]any, len(found))
	for i, one := range found {
		spelt, marks := Spelling(text(one["label"]), one["key"], one["name"], one["handle"], one["popularity"])
		rows[i] = map[string]any{"at": one["at"], "spelt": spelt, "marks": marks}
	}
	return rows
}
