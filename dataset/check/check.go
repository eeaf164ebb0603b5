package check

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/creatorgraph/creatorgraph/dataset"
)

// Options configures a check.
type Options struct {
	Today time.Time // the day from which on dates are in the future; zero means the clock's
	// Found is told of each fault and warning, file by file; nil keeps only what the report shows.
	Found    func(found dataset.Reject, warning bool) error
	Progress func(file string, rows int) // told now and then
}

// Run reads the whole set. Unfit is what dataset.Survey said of its names and headers. An error says that
// it could not be read to its end; the report holds what was found until then.
func Run(ctx context.Context, set *dataset.Set, unfit []dataset.Reject, opts Options) (*Report, error) {
	if opts.Today.IsZero() {
		opts.Today = time.Now().UTC()
	}
	began := time.Now()
	c := &checker{opts: opts, tables: map[string]*keys{}, report: &Report{Source: set.Dir}, notLookedUp: map[NotLookedUp]int{}}
	c.linter = NewLinter(opts.Today, c.warn)
	for _, f := range set.Files {
		if f.Table.Columns[0].Kind == dataset.Key {
			c.tables[f.Table.Name] = newKeys()
		}
	}
	err := c.run(ctx, set, unfit)
	r := c.report
	r.Faults, r.Warnings = c.faults.Groups(), c.warnings.Groups()
	for key, n := range c.notLookedUp {
		key.Count = n
		r.NotLookedUp = append(r.NotLookedUp, key)
	}
	sortNotLookedUp(r.NotLookedUp)
	r.Skipped = SkippedOf(set)
	r.Took = time.Since(began)
	r.Seconds = r.Took.Seconds()
	return r, err
}

// SkippedOf gives the files and columns that a set skipped, for a report.
func SkippedOf(set *dataset.Set) []Skipped {
	var all []Skipped
	for _, u := range set.Skipped() {
		all = append(all, Skipped{u.File, u.Column, u.Nearest})
	}
	return all
}

type checker struct {
	opts        Options
	tables      map[string]*keys // those that the set has
	linter      *Linter
	faults      Findings
	warnings    Findings
	notLookedUp map[NotLookedUp]int
	report      *Report
	failed      error // of opts.Found
}

func (c *checker) run(ctx context.Context, set *dataset.Set, unfit []dataset.Reject) error {
	for _, bad := range unfit {
		c.fault(bad)
	}
	for _, f := range set.Files {
		if err := c.file(ctx, f); err != nil {
			return err
		}
	}
	for _, bad := range set.HeaderFaults() {
		c.fault(bad)
	}
	return c.failed
}

func (c *checker) fault(found dataset.Reject) {
	c.faults.Add(found)
	c.tell(found, false)
}

func (c *checker) warn(found dataset.Reject) {
	c.warnings.Add(found)
	c.tell(found, true)
}

func (c *checker) tell(found dataset.Reject, warning bool) {
	if c.opts.Found != nil && c.failed == nil {
		c.failed = c.opts.Found(found, warning)
	}
}

// batchRows is how many rows the reader hands to the checker at once.
const batchRows = 2000

// batch is some rows of a file, with the error that ended it.
type batch struct {
	rows    []dataset.Row
	refused []refusedRow
	err     error
}

// file checks one table while a second goroutine reads its rows.
func (c *checker) file(ctx context.Context, f dataset.File) error {
	r, err := f.Open()
	if err != nil {
		return err
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()

	report := File{Name: f.Name}
	defer func() { c.report.Files = append(c.report.Files, report) }()
	check := c.rowChecker(f)
	for batch := range readAhead(ctx, r) {
		c.batch(batch, check, &report)
		if c.opts.Progress != nil {
			c.opts.Progress(f.Name, report.Rows)
		}
		if batch.err != nil && !errors.Is(batch.err, io.EOF) {
			return batch.err
		}
		if c.failed != nil {
			return c.failed
		}
	}
	report.Rows += r.Repeated()
	report.Refused += check.end()
	return errors.Join(ctx.Err(), r.Close())
}

// batch reports the faults of a batch's refused rows, and checks the others.
func (c *checker) batch(b batch, check *rowChecker, report *File) {
	for _, refused := range b.refused {
		for _, bad := range refused.rejects {
			c.fault(bad)
		}
		check.refuse(refused)
	}
	report.Rows += len(b.rows) + len(b.refused)
	report.Refused += len(b.refused)
	for _, row := range b.rows {
		if !check.row(row) {
			report.Refused++
		}
	}
}

// refusedRow is a row that cannot be read, and why.
type refusedRow struct {
	row     dataset.Row
	rejects []dataset.Reject
}

func readAhead(ctx context.Context, r *dataset.Reader) <-chan batch {
	batches := make(chan batch, 2)
	go func() {
		defer close(batches)
		for {
			b := readBatch(r)
			select {
			case batches <- b:
			case <-ctx.Done():
				return
			}
			if b.err != nil {
				return
			}
		}
	}()
	return batches
}

func readBatch(r *dataset.Reader) (b batch) {
	for len(b.rows) < batchRows && len(b.refused) < batchRows && b.err == nil {
		row, rejects, err := r.Read()
		switch {
		case err != nil:
			b.err = err
		case len(rejects) > 0:
			b.refused = append(b.refused, refusedRow{row, rejects})
		default:
			b.rows = append(b.rows, row)
		}
	}
	return b
}

// unknownKey says that a key is nowhere in the data set.
func unknownKey(column, key, table, nearest string) dataset.Fault {
	reason := fmt.Sprintf("no row of %s has this key in the data set (what a graph has is not known here)", table)
	if nearest != "" {
		reason += fmt.Sprintf("; it may be %q", nearest)
	}
	return dataset.Fault{Kind: dataset.UnknownKey, Column: column, Value: key, Reason: reason}
}
