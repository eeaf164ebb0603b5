package load

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/creatorgraph/creatorgraph/dataset"
)

// eachRow reads a file to its end.
func eachRow(f dataset.File, row func(dataset.Row), reject func(dataset.Reject)) error {
	r, err := f.Open()
	if err != nil {
		return err
	}
	defer r.Close()
	for {
		next, bad, err := r.Read()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		case bad == nil:
			row(next)
		case reject != nil:
			reject(*bad)
		}
	}
}

// rehearse reads the whole data set and checks form and references as an import would. It gives
// ErrRefused when any row is refused.
func (i *importer) rehearse(ctx context.Context) error {
	c := newChecker(i.ask)
	for _, f := range i.set.Files {
		report := FileReport{File: f.Name}
		err := c.file(ctx, f, i.opts.BatchRows, func(b batch) error {
			report.Refused += len(b.rejects)
			for _, r := range b.rejects {
				if i.opts.Reject == nil {
					break
				}
				if err := i.opts.Reject(r); err != nil {
					return err
				}
			}
			return nil
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
// in an earlier row that was accepted nor found by asking. It needs eight bytes of memory for each
// key of the data set.
type checker struct {
	ask   ask
	known map[string]*keySet
}

func newChecker(ask ask) *checker { return &checker{ask, map[string]*keySet{}} }

// file hands over a file's accepted rows in batches, with the refused ones as rejects.
func (c *checker) file(
	ctx context.Context, f dataset.File, size int, use func(batch) error,
) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()

	lost := map[int]pointer{}
	self := f.Table.Name == "categories"
	if self {
		var err error
		if lost, err = orphans(ctx, c.ask, f); err != nil {
			return err
		}
	}
	r, err := f.Open()
	if err != nil {
		return err
	}
	defer r.Close()
	keys := newKeySet()
	for b := range readBatches(ctx, r, size) {
		bad := lost
		if !self {
			if bad, err = dangling(ctx, c.ask, c.known, f.Table, b.rows); err != nil {
				return err
			}
		}
		accepted := b.rows[:0]
		for _, row := range b.rows {
			if p, refused := bad[row.Line]; refused {
				b.rejects = append(b.rejects, refuse(f, row.Line, p))
				continue
			}
			if f.Table.Columns[0].Kind == dataset.Key {
				keys.add(fmt.Sprint(row.Values[0]))
			}
			accepted = append(accepted, row)
		}
		b.rows = accepted
		sortByLine(b.rejects)
		if err := use(b); err != nil {
			return err
		}
		if err := b.broken(); err != nil {
			return err
		}
	}
	keys.seal()
	c.known[f.Table.Name] = keys
	return ctx.Err()
}
