package load

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/statements"
)

// Options says how a data set is imported.
type Options struct {
	// Strict imports nothing if any row would be refused.
	Strict bool
	// Reject is told of each row that was refused, file by file in the order of lines. An error ends
	// the import, which a second one completes.
	Reject func(dataset.Reject) error
	// Row is told of each row whose cells are as they should be; its references may not be. It must not
	// keep the row's values.
	Row func(dataset.File, dataset.Row)
	// Progress is told after each batch.
	Progress func(Progress)
	// Today is the day for which agencies' totals are counted; zero means the clock's, in UTC.
	Today time.Time
	// BatchRows is how many rows and list elements one transaction writes; zero means 5,000.
	BatchRows int
}

// ErrRefused is given by a strict import that imported nothing because rows were refused.
var ErrRefused = errors.New("nothing was imported, since --strict was given and rows were refused")

// ownerBatches is how many batches' rows a table of series takes at once: the more rows of an owner
// come together, the less often its lists are written.
const ownerBatches = 10

// Import brings a data set into the graph by upsert: what a row says holds, what is there already
// stays. Rows that cannot be used are refused and the rest goes on. An error means that the import
// is not complete; started again it goes on from where it was.
func Import(ctx context.Context, store *graph.Store, set *dataset.Set, opts Options) (Report, error) {
	if opts.BatchRows == 0 {
		opts.BatchRows = 5000
	}
	if opts.Today.IsZero() {
		opts.Today = time.Now().UTC()
	}
	i := &importer{store: store, set: set, opts: opts, ask: missingInGraph(store), parents: parentsIn(store)}
	began := time.Now()
	err := i.run(ctx)
	i.report.Took = time.Since(began)
	return i.report, err
}

type importer struct {
	store   *graph.Store
	set     *dataset.Set
	opts    Options
	ask     findMissing
	parents parents
	points  *checkpoints
	report  Report
}

func (i *importer) run(ctx context.Context) error {
	run, err := i.set.Version()
	if err != nil {
		return err
	}
	i.points = &checkpoints{run, i.store}
	done, err := i.points.find(ctx)
	if err != nil {
		return err
	}
	if i.opts.Strict && len(done) == 0 {
		if err := i.dryRun(ctx); err != nil {
			return err
		}
	}
	for _, f := range i.set.Files {
		if err := i.file(ctx, f, done[f.Name]); err != nil {
			return err
		}
	}
	if err := Totals(ctx, i.store, i.opts.Today); err != nil {
		return fmt.Errorf("totals: %w", err)
	}
	return i.points.clear(ctx, "")
}

// file brings one file's rows into the graph, those after the checkpoint.
func (i *importer) file(ctx context.Context, f dataset.File, from checkpoint) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()

	work := &fileWork{importer: i, file: f, from: from, began: time.Now(), writer: writerOf(f.Table)}
	work.report.File = f.Name
	defer func() { i.report.Files = append(i.report.Files, work.report) }()

	var err error
	if work.orphans, err = orphans(ctx, i.ask, i.parents, f); err != nil {
		return err
	}
	r, err := f.Open()
	if err != nil {
		return err
	}
	defer r.Close()
	size := i.opts.BatchRows
	if _, series := timelines[f.Table.Name]; series {
		size *= ownerBatches
	}
	for b := range readBatches(ctx, r, size) {
		if err := work.batch(ctx, b); err != nil {
			return fmt.Errorf("%s, before line %d: %w", f.Name, b.line+1, err)
		}
		if err := b.broken(); err != nil {
			return err
		}
	}
	return ctx.Err()
}

func writerOf(t dataset.Table) rowWriter {
	if _, series := timelines[t.Name]; series {
		return newSeriesWriter(t)
	}
	return newTableWriter(t)
}

// fileWork is the import of one file.
type fileWork struct {
	*importer
	file    dataset.File
	from    checkpoint
	began   time.Time
	writer  rowWriter
	orphans map[int][]dataset.Fault
	report  FileReport
}

// batch writes a batch's rows, then tells what came of it.
func (w *fileWork) batch(ctx context.Context, b batch) error {
	rows, refused := w.skipDone(&b)
	done := errors.Is(b.err, io.EOF)
	if len(rows) > 0 || done && !w.from.done {
		out, err := w.commit(ctx, rows, b.line, done)
		if err != nil {
			return err
		}
		w.report.Created += out.created
		w.report.Updated += out.updated
		w.report.Unchanged += out.unchanged
		refused = append(refused, out.refused...)
	}
	rejects, err := explain(ctx, w.ask, w.file, refused)
	if err != nil {
		return err
	}
	b.refused = append(b.refused, rejects...)
	w.report.Repeated += b.repeated
	w.report.Refused += len(b.refused)
	sortByLine(b.refused)
	return reportBatch(w.opts, w.file, b, time.Since(w.began))
}

// commit writes rows and the checkpoint in one transaction. What is too much for the database at
// once is halved.
func (w *fileWork) commit(
	ctx context.Context, rows []dataset.Row, line int, done bool,
) (out outcome, err error) {
	err = w.store.Write(ctx, func(ctx context.Context, tx graph.Tx) error {
		if out, err = w.write(ctx, tx, rows); err != nil {
			return err
		}
		return w.points.record(ctx, tx, w.file.Name, line, out.refused, done)
	})
	if err == nil || len(rows) == 0 || ctx.Err() != nil || !divisible[graph.KindOf(err)] {
		return out, err
	}
	if len(rows) == 1 {
		return w.refuseOne(ctx, rows[0], line, done, err)
	}
	half := len(rows) / 2
	first, err := w.commit(ctx, rows[:half], rows[half-1].Line, false)
	if err != nil {
		return outcome{}, err
	}
	second, err := w.commit(ctx, rows[half:], line, done)
	return first.plus(second), err
}

// write writes rows within a transaction.
func (w *fileWork) write(ctx context.Context, tx graph.Tx, rows []dataset.Row) (out outcome, err error) {
	if len(rows) == 0 {
		return outcome{}, nil
	}
	whole, err := fillIn(ctx, tx, w.file.Table, rows)
	if err != nil {
		return outcome{}, err
	}
	if out, err = w.writer.write(ctx, tx, whole); err != nil {
		return out, err
	}
	if out.created+out.updated > 0 {
		_, err = tx.Run(ctx, graph.Statement{Text: statements.Text("import/changed")})
	}
	return out, err
}

// divisible are the kinds of failures that may be due to some of a transaction's rows, or to their number.
var divisible = map[graph.Kind]bool{graph.Timeout: true, graph.TooLarge: true, graph.Internal: true,
	graph.Invalid: true, graph.Conflict: true}

// refuseOne notes that the database refuses a row by itself. Where it refuses the note as well, it is not
// the row that is at fault.
func (w *fileWork) refuseOne(
	ctx context.Context, row dataset.Row, line int, done bool, cause error,
) (outcome, error) {
	if graph.KindOf(cause) == graph.Timeout {
		return outcome{}, cause
	}
	refused := []refusal{{row: row, column: unstorable,
		reason: fmt.Sprintf("the database refuses the row: %v", cause)}}
	err := w.store.Write(ctx, func(ctx context.Context, tx graph.Tx) error {
		return w.points.record(ctx, tx, w.file.Name, line, refused, done)
	})
	if err != nil {
		return outcome{}, cause
	}
	return outcome{refused: refused}, nil
}

// skipDone takes out of a batch the rows that an interrupted import has dealt with and those that have
// no parent. Of the former it gives those which that import refused.
func (w *fileWork) skipDone(b *batch) (rows []dataset.Row, refused []refusal) {
	for _, row := range b.rows {
		faults, orphan := w.orphans[row.Line]
		column, before := w.from.refused[row.Line]
		switch {
		case orphan:
			b.refused = append(b.refused, refuse(w.file, row, faults...))
		case !w.from.done && row.Line > w.from.line:
			rows = append(rows, row)
		case before:
			refused = append(refused, refusal{row, column, "the database has refused the row before"})
		default:
			w.report.Resumed++
		}
	}
	return rows, refused
}

func sortByLine(refused []refusedRow) {
	slices.SortStableFunc(refused, func(x, y refusedRow) int { return x.line - y.line })
}
