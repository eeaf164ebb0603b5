package main

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"math"
	"slices"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/creatorgraph/creatorgraph/insight/evaluation"
)

func evaluateEvaluationCommand() *cobra.Command {
	var flags evaluationFlags
	command := &cobra.Command{
		Use:   "evaluation",
		Short: "Measure whether comparisons of sources can be trusted",
		Long: `Draws comparable campaigns of a data set again and again and labels their participations itself, recommended or
self-picked, so that the truth is known: how often 95 % intervals hold 1 where nothing differs, how often a difference of
20 % is found, what is left of a gap that only the briefs make, how often planted unfair cases are told, and how often a
fair one is called unfair.`,
		Example: "  creatorgraph evaluate evaluation --data market\n  creatorgraph evaluate evaluation --data market --metric CTR --json",
		Args:    cobra.NoArgs,
		RunE:    func(command *cobra.Command, _ []string) error { return flags.run(command) },
	}
	flags.register(command)
	on := command.Flags()
	on.StringVar(&flags.metric, "metric", "CPM", "what sources are compared by: CPM, CPE, CTR, CVR, COST_PER_CLICK or ROI")
	on.IntVar(&flags.trials, "trials", 500, "how many times")
	return command
}

// evaluationFlags are the flags of evaluate evaluation.
type evaluationFlags struct {
	measureFlags
	metric string
	trials int
}

func (f evaluationFlags) run(command *cobra.Command) error {
	metric := evaluation.Metric(f.metric)
	if !slices.Contains([]evaluation.Metric{evaluation.CPM, evaluation.CPE, evaluation.CTR, evaluation.CVR, evaluation.CostPerClick,
		evaluation.ROI}, metric) {
		return fmt.Errorf("--metric %q: give CPM, CPE, CTR, CVR, COST_PER_CLICK or ROI; %w", f.metric, errUsage)
	}
	if f.trials < 1 {
		return fmt.Errorf("--trials %d: give 1 or more; %w", f.trials, errUsage)
	}
	reader := comparedReader{at: map[string]int{}, sizes: map[string][2]float64{}}
	if _, err := readTables(f.data, f.ignoreUnknown, map[string]func(row map[string]any){
		"creators": reader.creator, "campaigns": reader.campaign, "participations": reader.work}); err != nil {
		return err
	}
	campaigns, works := reader.market()
	if !evaluation.Enough(campaigns, works, metric) {
		return fmt.Errorf("the data has too few campaigns with results to judge by: 100 dated ones with %s are needed", metric)
	}
	v := evaluation.Simulation{Seed: f.seed, Trials: f.trials, Metric: metric}.Run(campaigns, works)
	if f.json {
		return json.NewEncoder(command.OutOrStdout()).Encode(v)
	}
	return printVerdict(command.OutOrStdout(), v, f)
}

func printVerdict(out io.Writer, v evaluation.SimulationResult, f evaluationFlags) error {
	fmt.Fprintf(out, "evaluation by %s; seed %d; %d trials of %.0f campaigns and %.0f participations each, on average\n",
		f.metric, f.seed, v.Trials, v.Campaigns, v.Works)
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	line := func(what string, s evaluation.Share) {
		fmt.Fprintf(table, "%s\t%.1f %%\tof %d\n", what, 100*s.Part(), s.All)
	}
	for _, name := range slices.Sorted(maps.Keys(v.Coverage)) {
		line("nothing differs, the interval holds 1: "+name, v.Coverage[name])
	}
	line("fair, called unfair", v.FalseWarnings)
	line("20 % planted, found (byBrief)", v.Power)
	line(fmt.Sprintf("  in %.0f campaigns of all categories, %.0f participations", v.WideCampaigns, v.WideWorks), v.PowerWide)
	for _, name := range slices.Sorted(maps.Keys(v.Detected)) {
		line("unfair, told: "+name, v.Detected[name])
	}
	fmt.Fprintf(table, "planted confounding: ln of the raw ratio\t%+.4f\n  adjusted by brief\t%+.4f\n  left of the gap\t%.1f %%\n",
		v.RawGap, v.Adjusted, 100*math.Abs(v.Adjusted/v.RawGap))
	return table.Flush()
}

// comparedReader reads campaigns and participations from a data set's tables.
type comparedReader struct {
	campaigns []evaluation.Campaign
	at        map[string]int
	sizes     map[string][2]float64 // followers and price of creators
	rows      []comparedRow
}

type comparedRow struct {
	evaluation.Work
	campaign, creator string
}

func (r *comparedReader) creator(row map[string]any) {
	key, _ := row["key"].(string)
	price := int64(0)
	for _, column := range [...]string{"price_live", "price_image_text", "price_mid_video", "price_short_video"} {
		if p := orZero(row[column]); p > 0 {
			price = p
		}
	}
	r.sizes[key] = [2]float64{float64(orZero(row["followers"])), float64(price)}
}

func (r *comparedReader) campaign(row map[string]any) {
	key, _ := row["key"].(string)
	starts, dated := row["starts"].(time.Time)
	if _, again := r.at[key]; again || !dated {
		return
	}
	r.at[key] = len(r.campaigns)
	c := evaluation.Campaign{Budget: float64(orZero(row["budget"])), Day: float64(dayOf(starts))}
	c.Brand, _ = row["brand"].(string)
	c.Objective, _ = row["objective"].(string)
	if categories, _ := row["categories"].([]string); len(categories) > 0 {
		c.Category = categories[0]
	}
	r.campaigns = append(r.campaigns, c)
}

func (r *comparedReader) work(row map[string]any) {
	number := func(column string) float64 {
		if n, ok := row[column].(int64); ok {
			return float64(n)
		}
		return math.NaN()
	}
	one := comparedRow{Work: evaluation.Work{Recommended: row["source"] == "RECOMMENDED", Fee: number("fee"), Impressions: number("impressions"),
		Engagements: number("engagements"), Clicks: number("clicks"), Conversions: number("conversions"), GMV: number("gmv")}}
	one.campaign, _ = row["campaign"].(string)
	one.creator, _ = row["creator"].(string)
	r.rows = append(r.rows, one)
}

// market gives what was read: participations of dated campaigns.
func (r *comparedReader) market() ([]evaluation.Campaign, []evaluation.Work) {
	var works []evaluation.Work
	for _, row := range r.rows {
		if k, known := r.at[row.campaign]; known {
			row.Campaign, row.Followers, row.Price = k, r.sizes[row.creator][0], r.sizes[row.creator][1]
			works = append(works, row.Work)
		}
	}
	return r.campaigns, works
}
