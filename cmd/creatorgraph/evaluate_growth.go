package main

import (
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/insight/growth"
	"github.com/creatorgraph/creatorgraph/insight/measure"
)

func evaluateGrowthCommand(env *environment) *cobra.Command {
	var flags growthFlags
	command := &cobra.Command{
		Use:   "growth",
		Short: "Measure how well followers are forecast, and rising creators found",
		Long: `Forecasts followers from several days in the past, by what was known on each, and compares with what came,
beside floors: the growth of the last 7 to 90 days carried on, 0.7 of it, and the median growth. With --hidden the
one day forecast from is the last of the histories, and what came is a generated market's truth, 30 days later.
Figures come with the interval in which 95 of 100 bootstrap resamples of creators lie.`,
		Example: "  creatorgraph evaluate growth --data market\n" +
			"  creatorgraph evaluate growth --data market --hidden truth\n" +
			"  creatorgraph evaluate growth --data vtuber --days 14 --least 1000 --json",
		Args: cobra.NoArgs,
		RunE: func(command *cobra.Command, _ []string) error { return flags.run(command, env) },
	}
	flags.register(command)
	on := command.Flags()
	on.StringVar(&flags.hidden, "hidden", "", "the folder of a generated market's truth, which knows followers 30 days later")
	on.IntVar(&flags.days, "days", 30, "ahead")
	on.IntVar(&flags.origins, "origins", 8, "days to forecast from")
	on.Int64Var(&flags.least, "least", 0, "only creators with so many followers")
	return command
}

// growthFlags are the flags of evaluate growth.
type growthFlags struct {
	measureFlags
	hidden        string
	days, origins int
	least         int64
}

func (f growthFlags) run(command *cobra.Command, env *environment) error {
	began := time.Now()
	if err := f.check(); err != nil {
		return err
	}
	histories, err := f.histories(env)
	if err != nil {
		return err
	}
	test := growth.Backtest{Days: f.days, Origins: f.origins, Seed: f.seed, Least: f.least}
	split := map[string]string{"by": "time", "days": fmt.Sprint(f.days), "origins": fmt.Sprint(f.origins)}
	if f.hidden != "" {
		if test.Later, err = readLater(f.hidden); err != nil {
			return err
		}
		split = map[string]string{"by": "the last day", "days": fmt.Sprint(f.days), "truth": f.hidden}
	}
	report, err := test.Run(histories)
	if errors.Is(err, growth.ErrShort) {
		return fmt.Errorf("%w; give fewer --days, or data with longer histories", err)
	}
	if err != nil {
		return err
	}
	return f.print(command, report, split, began)
}

func (f growthFlags) check() error {
	if f.hidden != "" && f.days != hiddenDays {
		return fmt.Errorf("--days %d: the hidden truth knows %d days; leave --days out; %w", f.days, hiddenDays, errUsage)
	}
	if f.days < 1 || f.days > 90 {
		return fmt.Errorf("--days %d: give 1 to 90; %w", f.days, errUsage)
	}
	return nil
}

// hiddenDays is how far after today a generated market's truth knows followers.
const hiddenDays = 30

// histories reads a data set's.
func (f growthFlags) histories(env *environment) ([]growth.History, error) {
	var all []growth.History
	at := map[string]int{}
	refused, err := readTables(f.data, f.ignoreUnknown, map[string]func(row map[string]any){
		"creators": func(row map[string]any) {
			key, _ := row["key"].(string)
			if _, again := at[key]; again {
				return
			}
			at[key] = len(all)
			h := growth.History{Key: key, Joined: growth.Unknown}
			if joined, ok := row["joined"].(time.Time); ok {
				h.Joined = dayOf(joined)
			}
			all = append(all, h)
		},
		"follower_history": func(row map[string]any) {
			key, _ := row["creator"].(string)
			day, _ := row["date"].(time.Time)
			if i, known := at[key]; known {
				all[i].Days = append(all[i].Days, dayOf(day))
				all[i].Followers = append(all[i].Followers, orZero(row["followers"]))
			}
		},
	})
	if refused > 0 {
		env.log.Warn("rows were passed over that an import would refuse", "rows", refused)
	}
	return all, err
}

// readTables reads some tables of a data set and says how many rows could not be used.
func readTables(data string, ignoreUnknown bool, tables map[string]func(row map[string]any)) (refused int, err error) {
	set, err := dataset.Open(data, dataset.Options{IgnoreUnknown: ignoreUnknown})
	if err != nil {
		return 0, err
	}
	for _, file := range set.Files {
		if take := tables[file.Table.Name]; take != nil {
			bad, err := file.Each(take)
			if err != nil {
				return 0, err
			}
			refused += bad
		}
	}
	return refused, nil
}

// readLater reads, of a generated market's truth, creators' followers 30 days after today.
func readLater(dir string) (map[string]int64, error) {
	later := map[string]int64{}
	err := readTruth(dir, "creators", []string{"creator", "followers_30d"}, func(cells []string) error {
		var n int64
		if _, err := fmt.Sscan(cells[1], &n); err != nil {
			return fmt.Errorf("followers_30d %q is no number", cells[1])
		}
		later[cells[0]] = n
		return nil
	})
	return later, err
}

// measureFlags are the flags of evaluations by package measure.
type measureFlags struct {
	data          string
	ignoreUnknown bool
	json          bool
	seed          uint64
}

func (f *measureFlags) register(command *cobra.Command) {
	on := command.Flags()
	on.StringVar(&f.data, "data", "", "the data set's folder")
	on.BoolVar(&f.ignoreUnknown, "ignore-unknown", false, "pass over unknown files and columns")
	on.BoolVar(&f.json, "json", false, "print JSON")
	on.Uint64Var(&f.seed, "seed", 1, "of everything that is drawn")
	_ = command.MarkFlagRequired("data") // it is there
}

// print writes a report.
func (f measureFlags) print(command *cobra.Command, r *measure.Report, split map[string]string, began time.Time) error {
	r.Split, r.Seconds = split, time.Since(began).Seconds()
	return printMeasured(command.OutOrStdout(), r, f.json)
}
