package main

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"github.com/creatorgraph/creatorgraph/dataset"
	"github.com/creatorgraph/creatorgraph/evaluation"
)

// campaignFlags are the flags of evaluate match, market, plan and packages as they were typed.
type campaignFlags struct {
	data, truth, cut string
	ignoreUnknown    bool
	json             bool
	seed             uint64
	briefs, effort   int
}

func (f *campaignFlags) register(command *cobra.Command) {
	on := command.Flags()
	on.StringVar(&f.data, "data", "", "the data set's folder")
	on.StringVar(&f.cut, "cut", "", "the day from which campaigns are measured (default: that by which four fifths had begun)")
	on.BoolVar(&f.ignoreUnknown, "ignore-unknown", false, "pass over unknown files and columns")
	on.BoolVar(&f.json, "json", false, "print JSON")
	on.Uint64Var(&f.seed, "seed", 1, "of everything that is drawn")
	_ = command.MarkFlagRequired("data") // the flag is registered above
}

func evaluateMatchCommand() *cobra.Command {
	var flags campaignFlags
	command := &cobra.Command{
		Use:   "match",
		Short: "Measure matching creators to briefs",
		Long: `Learns from what had come before a day and chooses a third of whom each later campaign invited, beside plain floors:
what the chosen cost for what the objective counts, what a budget buys down the list, how likely they accept; and what was
foretold of later participations beside what came. Needs the truth that generate --truth writes.`,
		Example: "  creatorgraph evaluate match --data market --truth truth",
		Args:    cobra.NoArgs,
		RunE: func(command *cobra.Command, _ []string) error {
			return withTruth(command, &flags, (*evaluation.Data).ReadTruth, evaluation.Match)
		},
	}
	flags.register(command)
	flags.registerTruth(command)
	return command
}

func evaluateMarketCommand() *cobra.Command {
	var flags campaignFlags
	command := &cobra.Command{
		Use:   "market",
		Short: "Replay a market month by month, with learning on and off",
		Long: `Replays the months after a day: the campaigns of each are matched by what was known when it began (learning on) and by
what was known before the first month (learning off), beside whom brands chose by themselves, plain floors and the truth's own
choice: what the chosen cost for what the objective counts, what a budget buys down the list, CPM, click rate and
acceptance. Needs the truth that generate --truth writes.`,
		Example: "  creatorgraph evaluate market --data market --truth truth",
		Args:    cobra.NoArgs,
		RunE: func(command *cobra.Command, _ []string) error {
			return withTruth(command, &flags, (*evaluation.Data).ReadTruth, evaluation.Market)
		},
	}
	flags.register(command)
	flags.registerTruth(command)
	return command
}

func evaluatePackagesCommand() *cobra.Command {
	var flags campaignFlags
	command := &cobra.Command{
		Use:   "packages",
		Short: "Measure what re-using audiences brings",
		Long: `Makes audience packages of the contents of each brand's earlier campaigns and shows them the brand's campaigns that began
after a day: how readily the people of a package click, in truth, beside as many people of everyone, of the brief's segments and of the
category's audience. Needs the truth that generate --truth writes.`,
		Example: "  creatorgraph evaluate packages --data market --truth truth",
		Args:    cobra.NoArgs,
		RunE: func(command *cobra.Command, _ []string) error {
			return withTruth(command, &flags, (*evaluation.Data).ReadResponses, evaluation.Packages)
		},
	}
	flags.register(command)
	flags.registerTruth(command)
	return command
}

func evaluatePlanCommand() *cobra.Command {
	var flags campaignFlags
	command := &cobra.Command{
		Use:   "plan",
		Short: "Measure plans beside their bounds",
		Long: `Plans campaigns of a data set with little, middling and much overlap of audiences, with any number and at most 12 creators,
for budgets of about 3, 10 and 100 of them: the reach of plans, counted anew, as a part of an upper bound on any plan, and
of what choosing by gain for the cost reaches.`,
		Example: "  creatorgraph evaluate plan --data market --briefs 20",
		Args:    cobra.NoArgs,
		RunE:    func(command *cobra.Command, _ []string) error { return flags.plan(command) },
	}
	flags.register(command)
	command.Flags().IntVar(&flags.briefs, "briefs", 200, "how many campaigns are planned")
	command.Flags().IntVar(&flags.effort, "effort", 15, "how long each plan is searched, as planCampaign has it")
	return command
}

// read reads the data set, and the day to cut it at.
func (f *campaignFlags) read() (*evaluation.Data, int32, error) {
	set, err := dataset.Open(f.data, dataset.Options{IgnoreUnknown: f.ignoreUnknown})
	if err != nil {
		return nil, 0, err
	}
	data, err := evaluation.Read(set)
	if err != nil || f.cut == "" {
		if data == nil {
			return nil, 0, err
		}
		return data, data.Cut(0.8), err
	}
	cut, err := time.Parse(time.DateOnly, f.cut)
	if err != nil {
		return nil, 0, fmt.Errorf("--cut %q is no day; give one such as 2026-07-01; %w", f.cut, errUsage)
	}
	return data, dayOf(cut), nil
}

func (f *campaignFlags) registerTruth(command *cobra.Command) {
	command.Flags().StringVar(&f.truth, "truth", "", "the folder that generate --truth wrote")
	_ = command.MarkFlagRequired("truth") // the flag is registered above
}

// withTruth measures what needs a generated market's truth, of which read reads the part that counts.
func withTruth[T any](command *cobra.Command, f *campaignFlags, read func(*evaluation.Data, string) (T, error),
	measure func(*evaluation.Data, T, int32, uint64) *evaluation.Report,
) error {
	data, cut, err := f.read()
	if err != nil {
		return err
	}
	truth, err := read(data, f.truth)
	if err != nil {
		return err
	}
	return f.print(command, measure(data, truth, cut, f.seed))
}

func (f *campaignFlags) plan(command *cobra.Command) error {
	data, cut, err := f.read()
	if err != nil {
		return err
	}
	return f.print(command, evaluation.Plan(data, cut, evaluation.PlanParams{Seed: f.seed, Briefs: f.briefs, Effort: f.effort}))
}

func (f *campaignFlags) print(command *cobra.Command, r *evaluation.Report) error {
	if f.json {
		return json.NewEncoder(command.OutOrStdout()).Encode(r)
	}
	return r.Print(command.OutOrStdout())
}
