package analyze

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/statements"
)

const (
	// leaseName is the lease of whoever analyses a database.
	leaseName = "analysis"
	// patience bounds one statement of an analysis.
	patience = 15 * time.Minute
	// presentDays is for how long the day that ages are counted to stays the same. Within it nothing that did
	// not change has to be written anew, and no age is wrong by more: at half of what counts after 730 days,
	// all weights are too high by the same 2.9 % at most.
	presentDays = 30
)

// Options says how to analyse.
type Options struct {
	// Full does every step whether or not its inputs changed, and counts ages to today.
	Full bool
	// Progress is told whenever a step has come further; nil for nobody.
	Progress func(Progress)
	// Today is the graph's present; zero means the clock's day, in UTC.
	Today time.Time
}

// Report says what became of each step, in order.
type Report struct {
	Steps []StepReport
	Took  time.Duration
}

// StepReport says what became of a step.
type StepReport struct {
	Name    string
	Does    string // the same for people
	Made    string // in a few words
	Skipped bool   // its inputs had not changed, or the database lacks what it needs
	Took    time.Duration
}

// Run analyses the graph. Where another process is at it, the error is a Conflict that says who, and a
// *graph.HeldError in its chain. Where the database lacks Graph Data Science, what does not need it is done
// and the error says what was not. A run that ends early leaves what readers saw before.
func Run(ctx context.Context, store *graph.Store, opts Options) (Report, error) {
	return run(ctx, store, opts, steps())
}

func run(ctx context.Context, store *graph.Store, opts Options, all []step) (Report, error) {
	if opts.Today.IsZero() {
		opts.Today = time.Now().UTC()
	}
	opts.Today = opts.Today.Truncate(24 * time.Hour)
	if opts.Progress == nil {
		opts.Progress = func(Progress) {}
	}
	store = store.Patient(patience)
	lease, err := store.Lease(ctx, leaseName)
	var held *graph.HeldError
	if errors.As(err, &held) {
		return Report{}, graph.Errorf(graph.Conflict, "wait until it is done; if it died, its hold ends within a minute",
			"this database is being analysed already: %w", held)
	}
	if err != nil {
		return Report{}, err
	}
	defer lease.GiveBack(context.WithoutCancel(ctx))
	kept, stop := lease.Keep(ctx)
	defer stop()

	a := &analysis{store: store, lease: lease, opts: opts, steps: all}
	began := time.Now()
	err = a.run(kept)
	a.report.Took = time.Since(began)
	if cause := context.Cause(kept); err != nil && cause != nil && ctx.Err() == nil {
		err = cause // the lease was lost, which is why the statement ended
	}
	return a.report, err
}

// analysis is one run of all steps.
type analysis struct {
	store  *graph.Store
	lease  *graph.Lease
	opts   Options
	steps  []step
	last   map[string]record // what the graph keeps of each step's last run
	report Report
}

func (a *analysis) run(ctx context.Context) error {
	if err := a.records(ctx); err != nil {
		return err
	}
	var lacking error
	for i, s := range a.steps {
		lacks := missing(ctx, a.store, s)
		if graph.KindOf(lacks) == graph.Unavailable && ctx.Err() == nil {
			lacking = errors.Join(lacking, lacks)
			a.report.Steps = append(a.report.Steps, StepReport{s.name, s.does, "needs Graph Data Science", true, 0})
			continue
		}
		if lacks != nil {
			return lacks
		}
		if err := a.step(ctx, i); err != nil {
			return fmt.Errorf("%s: %w", s.does, err)
		}
	}
	return lacking
}

// step does one step unless its inputs are those of its last run.
func (a *analysis) step(ctx context.Context, i int) error {
	s := a.steps[i]
	last := a.last[s.name]
	inputs, err := a.inputs(ctx)
	if err != nil {
		return err
	}
	present := a.present(last)
	fingerprint := s.fingerprint(inputs, a.last, present)
	if last.inputs == fingerprint && last.version == s.version && !a.opts.Full {
		a.report.Steps = append(a.report.Steps, StepReport{s.name, s.does, "unchanged", true, 0})
		return nil
	}
	began := time.Now()
	progress := Progress{Step: s.name, Does: s.does, Number: i + 1, Of: len(a.steps)}
	tell := func(done, total int64) {
		progress.Done, progress.Total, progress.Took = done, total, time.Since(began)
		a.opts.Progress(progress)
	}
	tell(0, 0)
	number, err := a.begin(ctx, s)
	if err != nil {
		return err
	}
	j := &job{store: a.store, lease: a.lease, run: number, valid: last.run, killed: last.inputs == "",
		before: a.runs(), present: present, today: a.opts.Today, full: a.opts.Full || last.version != s.version, tell: tell}
	made, err := s.run(ctx, j)
	if err != nil {
		return err
	}
	if err := a.end(ctx, s, j, fingerprint, time.Since(began)); err != nil {
		return err
	}
	if err := s.sweepAfter(ctx, j); err != nil {
		return err
	}
	took := time.Since(began)
	progress.Ended = true
	tell(progress.Done, progress.Total)
	a.report.Steps = append(a.report.Steps, StepReport{s.name, s.does, made, false, took})
	return nil
}

// sweepAfter removes what a run has replaced, if it has made anything new.
func (s step) sweepAfter(ctx context.Context, j *job) error {
	if s.sweep == nil || j.same {
		return nil
	}
	if err := s.sweep(ctx, j); err != nil {
		return fmt.Errorf("what is valid no more: %w", err)
	}
	return nil
}

// present is the day that a step counts ages to: that of its last run while it is recent, else today.
func (a *analysis) present(last record) time.Time {
	age := a.opts.Today.Sub(last.present)
	if a.opts.Full || age < 0 || age >= presentDays*24*time.Hour {
		return a.opts.Today
	}
	return last.present
}

// record is what the graph keeps of a step's last run; zero when there was none or it did not end.
type record struct {
	inputs  string
	version int64
	run     int64 // that made what readers see
	present time.Time
}

// records reads what the graph keeps of all steps.
func (a *analysis) records(ctx context.Context) error {
	rows, err := a.store.Read(ctx, graph.Statement{Text: statements.Text("analysis/records")})
	if err != nil {
		return fmt.Errorf("records of the last analysis: %w", err)
	}
	a.last = map[string]record{}
	for _, row := range rows {
		var r record
		name, _ := row["name"].(string)
		r.inputs, _ = row["inputs"].(string)
		r.version, _ = row["version"].(int64)
		r.run, _ = row["run"].(int64)
		if day, ok := row["present"].(string); ok {
			if r.present, err = time.Parse(time.DateOnly, day); err != nil {
				return fmt.Errorf("records of the last analysis: %s: %w", name, err)
			}
		}
		a.last[name] = r
	}
	return nil
}

func (a *analysis) inputs(ctx context.Context) (map[string]any, error) {
	rows, err := a.store.Read(ctx, graph.Statement{Text: statements.Text("analysis/inputs")})
	if err != nil {
		return nil, fmt.Errorf("inputs: %w", err)
	}
	inputs, _ := rows[0]["inputs"].(map[string]any)
	return inputs, nil
}

func (a *analysis) begin(ctx context.Context, s step) (number int64, err error) {
	err = a.lease.Write(ctx, func(ctx context.Context, tx graph.Tx) error {
		rows, err := tx.Run(ctx, graph.Statement{
			Text: statements.Text("analysis/begin"), Params: map[string]any{"name": s.name},
		})
		if err == nil {
			number, _ = rows[0]["run"].(int64)
		}
		return err
	})
	return number, err
}

// runs are the valid runs of all steps.
func (a *analysis) runs() map[string]int64 {
	runs := map[string]int64{}
	for name, r := range a.last {
		runs[name] = r.run
	}
	return runs
}

// end puts what a step made in the place of what was there, and records that the step is complete; later
// steps of this analysis see the record, too.
func (a *analysis) end(ctx context.Context, s step, j *job, inputs string, took time.Duration) error {
	r := record{inputs: inputs, version: s.version, run: j.run, present: j.present}
	if j.same {
		r.run = j.valid
	}
	err := a.lease.Write(ctx, func(ctx context.Context, tx graph.Tx) error {
		if s.turn != nil && !j.same {
			if err := s.turn(ctx, tx, j); err != nil {
				return err
			}
		}
		_, err := tx.Run(ctx, graph.Statement{Text: statements.Text("analysis/end"), Params: map[string]any{
			"name": s.name, "inputs": r.inputs, "version": r.version, "run": r.run,
			"present": r.present.Format(time.DateOnly), "seconds": took.Seconds(),
		}})
		return err
	})
	a.last[s.name] = r
	return err
}
