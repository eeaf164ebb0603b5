package load

import (
	"context"
	"errors"
	"io"

	"github.com/creatorgraph/creatorgraph/dataset"
)

// eachRow reads a file to its end.
func eachRow(f dataset.File, row func(dataset.Row)) error {
	r, err := f.Open()
	if err != nil {
		return err
	}
	defer r.Close()
	for {
		next, rejects, err := r.Read()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		case len(rejects) == 0:
			row(next)
		}
	}
}

// dryRun reads the whole data set and checks form and references as an import would. It gives
// ErrRefused when any row is refused.
func (i *importer) dryRun(ctx context.Context) error {
	c := newChecker(i.ask, i.parents)
	for _, f := range i.set.Files {
		report := FileReport{File: f.Name}
		err := c.file(ctx, f, i.opts.BatchRows, func(b batch) error {
			report.Refused += len(b.refused)
			return reportBatch(Options{Reject: i.opts.Reject}, f, b, 0)
		})
		if err != nil {
			return err
		}
		i.report.Files = append(i.report.Files, report)
	}
	if i.report.Total().Refused > 0 {
		return ErrRefused
	}
	i.report.Files = nil
	return nil
}

// checker reads the files of a data set in their order, refusing rows that point at what is neither
// in an earlier row that was accepted nor found by asking.
type checker struct {
	ask     findMissing
	parents parents
	known   known
	// add is told of the keys of accepted rows; false refuses the row as one that comes again.
	add func(table, key string) bool
	// end is told when all of a table's keys are added.
	end func(table string)
}

// newChecker makes a checker that remembers keys by eight bytes each.
func newChecker(ask findMissing, parents parents) *checker {
	sets := map[string]*keySet{}
	return &checker{
		ask:     ask,
		parents: parents,
		known:   func(table, key string) bool { return sets[table].has(key) },
		add: func(table, key string) bool {
			if sets[table] == nil {
				sets[table] = newKeySet()
			}
			sets[table].add(key)
			return true
		},
		end: func(table string) {
			if sets[table] != nil {
				sets[table].seal()
			}
		},
	}
}

// file hands over a file's accepted rows in batches, with the refused ones as rejects.
func (c *checker) file(
	ctx context.Context, f dataset.File, size int, use func(batch) error,
) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()

	lost, err := orphans(ctx, c.ask, c.parents, f)
	if err != nil {
		return err
	}
	r, err := f.Open()
	if err != nil {
		return err
	}
	defer r.Close()
	for b := range readBatches(ctx, r, size) {
		if err := c.refuseInvalid(ctx, f, &b, lost); err != nil {
			return err
		}
		if err := use(b); err != nil {
			return err
		}
		if err := b.broken(); err != nil {
			return err
		}
	}
	c.end(f.Table.Name)
	return ctx.Err()
}

// refuseInvalid removes a batch's invalid rows.
func (c *checker) refuseInvalid(ctx context.Context, f dataset.File, b *batch, lost map[int][]dataset.Fault) error {
	bad := lost
	if f.Table.Name != "categories" {
		var err error
		if bad, err = dangling(ctx, c.ask, c.known, f.Table, b.rows); err != nil {
			return err
		}
	}
	accepted := b.rows[:0]
	for _, row := range b.rows {
		faults, refused := bad[row.Line]
		key, _ := row.Values[0].(string)
		switch {
		case refused:
			b.refused = append(b.refused, refuse(f, row, faults...))
		case f.Table.Columns[0].Kind == dataset.Key && !c.add(f.Table.Name, key):
			b.refused = append(b.refused, refuse(f, row, dataset.Fault{Kind: dataset.Contradiction,
				Column: "key", Value: key, Reason: "an earlier row has this key; keep one of the two"}))
		default:
			accepted = append(accepted, row)
		}
	}
	b.rows = accepted
	sortByLine(b.refused)
	return nil
}
