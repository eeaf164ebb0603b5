package load

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/creatorgraph/creatorgraph/dataset"
)

// Admin runs neo4j-admin with arguments on the database to be filled, which must not be running, and
// hands its lines to onLine.
type Admin func(ctx context.Context, onLine func(string), args ...string) error

// OfflineOptions says how a data set is imported into a database that is not running.
type OfflineOptions struct {
	Options
	// Dir is a folder with room for about as many bytes as the data set has; what neo4j-admin is to
	// read is written below it and removed again.
	Dir string
	// Overwrite deletes what is in the database; for one that an offline import left half done.
	Overwrite bool
	// Log is told each line neo4j-admin writes.
	Log func(string)
}

// Offline fills an empty database with a data set through neo4j-admin: the same graph that Import
// makes, totals included, at several times the speed. Rows are refused as by Import, but keys are
// looked for in the data set alone.
//
// It needs some 40 bytes of memory for each key and each pair of a creator and a brand that worked
// together; histories are sorted on disk. A relationship that a file repeats more than a million
// rows later is not found out and is doubled.
func Offline(
	ctx context.Context, set *dataset.Set, admin Admin, opts OfflineOptions,
) (Report, error) {
	if opts.Today.IsZero() {
		opts.Today = time.Now().UTC()
	}
	began := time.Now()
	// neo4j-admin runs in a folder of its own.
	below, err := filepath.Abs(opts.Dir)
	if err != nil {
		return Report{}, err
	}
	if strings.Contains(below, ",") {
		return Report{}, fmt.Errorf("offline import: neo4j-admin can read no file below %s, since "+
			"the name holds a comma; use a folder without one", below)
	}
	dir, err := workDir(below)
	if err != nil {
		return Report{}, err
	}
	o := newOffline(set, opts, dir)
	err = errors.Join(o.run(ctx, admin), os.RemoveAll(dir))
	o.report.Took = time.Since(began)
	return o.report, err
}

// workDir makes the folder for neo4j-admin's files; those of an import that was killed are removed.
func workDir(below string) (string, error) {
	left, err := filepath.Glob(filepath.Join(below, "importing-*"))
	if err != nil {
		return "", err
	}
	for _, dir := range left {
		if err := os.RemoveAll(dir); err != nil {
			return "", err
		}
	}
	return os.MkdirTemp(below, "importing-")
}

// offlineBatch is how many rows are read at a time.
const offlineBatch = 5000

type offline struct {
	set    *dataset.Set
	opts   OfflineOptions
	dir    string
	began  time.Time
	index  map[string]*index // of each table with keys
	out    *adminFiles
	totals *tally
	series map[string]*spill // of each table that is kept as lists
	report Report
}

func newOffline(set *dataset.Set, opts OfflineOptions, dir string) *offline {
	o := &offline{set: set, opts: opts, dir: dir, began: time.Now().UTC(), index: map[string]*index{}, series: map[string]*spill{}}
	for _, t := range dataset.Tables() {
		o.index[t.Name] = newIndex()
	}
	o.out = newAdminFiles(dir)
	o.totals = newTally(opts.Today)
	return o
}

func (o *offline) run(ctx context.Context, admin Admin) error {
	if o.opts.Strict {
		i := &importer{set: o.set, opts: o.opts.Options, ask: allMissing, parents: noParents}
		i.opts.BatchRows = offlineBatch
		if err := i.dryRun(ctx); err != nil {
			o.report = i.report
			return err
		}
	}
	if err := o.convert(ctx); err != nil {
		return errors.Join(err, o.out.close())
	}
	if err := o.out.close(); err != nil {
		return err
	}
	if o.report.Total().Created == 0 {
		return nil
	}
	args := []string{"database", "import", "full", "neo4j", "--id-type=integer",
		"--array-delimiter=U+001F", "--path-pattern-style=none", "--read-buffer-size=16m",
		fmt.Sprintf("--overwrite-destination=%t", o.opts.Overwrite),
		"--report-file=" + filepath.Join(o.dir, "report.txt")}
	args = append(args, o.out.arguments()...)
	line := o.opts.Log
	if line == nil {
		line = func(string) {}
	}
	return admin(ctx, line, args...)
}

// convert writes what neo4j-admin is to read: first links and what totals and histories need, then
// the nodes that have them.
func (o *offline) convert(ctx context.Context) error {
	c := &checker{
		ask:     allMissing,
		parents: noParents,
		known:   func(table, key string) bool { return o.index[table].has(key) },
		add:     func(table, key string) bool { return o.index[table].add(key) },
		end:     func(string) {},
	}
	for _, f := range o.set.Files {
		if err := o.firstPass(ctx, c, f); err != nil {
			return fmt.Errorf("%s: %w", f.Name, err)
		}
	}
	for _, f := range o.set.Files {
		if err := o.secondPass(ctx, f); err != nil {
			return fmt.Errorf("%s: %w", f.Name, err)
		}
	}
	return nil
}

// firstPass reads a file and writes everything but its nodes.
func (o *offline) firstPass(ctx context.Context, c *checker, f dataset.File) error {
	took := time.Now()
	report := FileReport{File: f.Name}
	use, err := o.rowHandler(f)
	if err != nil {
		return err
	}
	err = c.file(ctx, f, offlineBatch, func(b batch) error {
		for _, row := range b.rows {
			if err := use(row); err != nil {
				return err
			}
		}
		report.Created += len(b.rows)
		report.Repeated += b.repeated
		report.Refused += len(b.refused)
		return reportBatch(o.opts.Options, f, b, time.Since(took))
	})
	o.report.Files = append(o.report.Files, report)
	return err
}

// secondPass reads a file of nodes again, now that all is known that belongs to them. A row that was
// refused before is known by its line.
func (o *offline) secondPass(ctx context.Context, f dataset.File) error {
	if f.Table.Columns[0].Kind != dataset.Key {
		return nil
	}
	w, err := o.nodeWriter(f.Table)
	if err != nil {
		return err
	}
	r, err := f.Open()
	if err != nil {
		return err
	}
	defer r.Close()
	lines := o.index[f.Table.Name].lines
	ordinal := uint32(0)
	for b := range readBatches(ctx, r, offlineBatch) {
		for _, row := range b.rows {
			if int(ordinal) >= len(lines) || lines[ordinal] != row.Line {
				continue
			}
			if err := w.write(ordinal, row); err != nil {
				return err
			}
			ordinal++
		}
		if err := b.broken(); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// reportBatch reports a batch's refused rows and the progress of its file.
func reportBatch(opts Options, f dataset.File, b batch, took time.Duration) error {
	if err := reportRejects(opts, b.refused); err != nil {
		return err
	}
	if opts.Row != nil {
		for _, row := range b.rows {
			opts.Row(f, row)
		}
	}
	if opts.Progress == nil {
		return nil
	}
	p := Progress{File: f.Name, Rows: b.read, Share: 1, Took: took, Done: errors.Is(b.err, io.EOF)}
	if f.Size > 0 && !p.Done {
		p.Share = min(1, float64(b.offset)/float64(f.Size))
	}
	opts.Progress(p)
	return nil
}

func reportRejects(opts Options, refused []refusedRow) error {
	if opts.Reject == nil {
		return nil
	}
	for _, row := range refused {
		for _, r := range row.rejects {
			if err := opts.Reject(r); err != nil {
				return err
			}
		}
	}
	return nil
}
