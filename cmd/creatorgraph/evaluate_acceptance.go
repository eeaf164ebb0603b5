package main

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"github.com/creatorgraph/creatorgraph/insight"
	"github.com/creatorgraph/creatorgraph/insight/acceptance"
)

func evaluateAcceptanceCommand(env *environment) *cobra.Command {
	var flags acceptanceFlags
	command := &cobra.Command{
		Use:   "acceptance",
		Short: "Measure how well answers to invitations are foretold",
		Long: `Learns from the answers to the first four fifths of the invitations and foretells the others, each from what
was answered before it went out, beside floors: a constant, each creator's own rate shrunk, and boosted trees. With
--hidden a generated market's truth says what could be known. Figures come with the interval in which 95 of 100
bootstrap resamples of creators lie.`,
		Example: "  creatorgraph evaluate acceptance --data market --hidden truth",
		Args:    cobra.NoArgs,
		RunE:    func(command *cobra.Command, _ []string) error { return flags.run(command, env) },
	}
	flags.register(command)
	command.Flags().StringVar(&flags.hidden, "hidden", "", "the folder of a generated market's truth, which knows the probabilities")
	return command
}

// acceptanceFlags are the flags of evaluate acceptance.
type acceptanceFlags struct {
	measureFlags
	hidden string
}

func (f acceptanceFlags) run(command *cobra.Command, env *environment) error {
	began := time.Now()
	reader := newInvitationReader()
	refused, err := readTables(f.data, f.ignoreUnknown, reader.tables())
	if err != nil {
		return err
	}
	if refused += reader.refused; refused > 0 {
		env.log.Warn("rows were passed over that an import would refuse", "rows", refused)
	}
	test := acceptance.Backtest{Seed: f.seed}
	if f.hidden != "" {
		if test.Truth, err = f.truth(reader); err != nil {
			return err
		}
	}
	report, err := test.Run(&reader.market)
	if errors.Is(err, acceptance.ErrFew) {
		return fmt.Errorf("%w; give data with invitations.csv", err)
	}
	if err != nil {
		return err
	}
	cut := time.Unix(acceptance.Cut(&reader.market), 0).UTC().Format(time.RFC3339)
	return f.print(command, report, map[string]string{"by": "time", "cut": cut}, began)
}

// truth reads the probability of each invitation.
func (f acceptanceFlags) truth(r *invitationReader) ([]float64, error) {
	truth := make([]float64, len(r.market.Invitations))
	at := map[[2]string]int{}
	for i, one := range r.market.Invitations {
		truth[i] = math.NaN()
		at[[2]string{r.campaigns.words[one.Campaign], r.market.Creators[one.Creator].Key}] = i
	}
	err := readTruth(f.hidden, "invitations", []string{"campaign", "creator", "acceptance"}, func(cells []string) error {
		p, err := strconv.ParseFloat(cells[2], 64)
		if err != nil {
			return fmt.Errorf("acceptance %q is no number", cells[2])
		}
		if i, known := at[[2]string{cells[0], cells[1]}]; known {
			truth[i] = p
		}
		return nil
	})
	return truth, err
}

// numbers gives words numbers.
type numbers struct {
	of    map[string]int32
	words []string
}

func (n *numbers) number(word any) int32 {
	text, _ := word.(string)
	if text == "" {
		return insight.Unknown
	}
	if n.of == nil {
		n.of = map[string]int32{}
	}
	at, known := n.of[text]
	if !known {
		at = int32(len(n.words))
		n.of[text], n.words = at, append(n.words, text)
	}
	return at
}

func (n *numbers) all(value any) []int32 {
	words, _ := value.([]string)
	var list []int32
	for _, word := range words {
		list = append(list, n.number(word))
	}
	return list
}

// invitationReader gathers a data set's invitations with what they rest on.
type invitationReader struct {
	market                                            acceptance.Market
	creators, campaigns, categories, segments, brands numbers
	parents                                           map[int32]int32
	dimensions                                        map[int32]string
	refused                                           int
}

func newInvitationReader() *invitationReader {
	return &invitationReader{parents: map[int32]int32{}, dimensions: map[int32]string{}}
}

func (r *invitationReader) tables() map[string]func(row map[string]any) {
	return map[string]func(row map[string]any){
		"categories": func(row map[string]any) {
			r.parents[r.categories.number(row["key"])] = r.categories.number(row["parent"])
			r.market.Parents = make([]int32, len(r.categories.words))
			for i := range r.market.Parents {
				r.market.Parents[i] = insight.Unknown
			}
			for c, parent := range r.parents {
				r.market.Parents[c] = parent
			}
		},
		"segments": func(row map[string]any) {
			r.segments.number(row["key"])
			dimension, _ := row["dimension"].(string)
			key, _ := row["key"].(string)
			r.market.Segments = append(r.market.Segments, key)
			r.market.Dimensions = append(r.market.Dimensions, dimension)
		},
		"creators": r.creator, "campaigns": r.campaign, "invitations": r.invitation,
		"audiences": func(row map[string]any) {
			share, _ := row["share"].(float64)
			c, known := r.creators.of[fmt.Sprint(row["creator"])]
			s, segment := r.segments.of[fmt.Sprint(row["segment"])]
			if known && segment {
				of := &r.market.Creators[c]
				of.Audience = append(of.Audience, insight.Share{Segment: s, Part: float32(share)})
			}
		},
		"contracts": func(row map[string]any) {
			if c, known := r.creators.of[fmt.Sprint(row["creator"])]; known {
				r.market.Creators[c].Signed = true
			}
		},
	}
}

func (r *invitationReader) creator(row map[string]any) {
	if int(r.creators.number(row["key"])) < len(r.market.Creators) {
		return
	}
	c := acceptance.Creator{Followers: orUnknown(row["followers"]), Categories: r.categories.all(row["categories"])}
	c.Key, _ = row["key"].(string)
	for i, column := range priceColumns {
		c.Prices[i] = orZero(row[column])
	}
	r.market.Creators = append(r.market.Creators, c)
}

// priceColumns and formatNames are the formats, in one order.
var (
	priceColumns = [acceptance.Formats]string{"price_short_video", "price_mid_video", "price_image_text", "price_live"}
	formatNames  = map[string]int{"SHORT_VIDEO": 0, "MID_VIDEO": 1, "IMAGE_TEXT": 2, "LIVE": 3}
)

func (r *invitationReader) campaign(row map[string]any) {
	if int(r.campaigns.number(row["key"])) < len(r.market.Campaigns) {
		return
	}
	c := acceptance.Campaign{Brand: r.brands.number(row["brand"]), Starts: insight.Unknown,
		Categories: r.categories.all(row["categories"]), Segments: r.segments.all(row["target_segments"])}
	if day, ok := row["starts"].(time.Time); ok {
		c.Starts = dayOf(day)
	}
	formats, _ := row["formats"].([]string)
	for _, name := range formats {
		c.Formats = append(c.Formats, formatNames[name])
	}
	r.market.Campaigns = append(r.market.Campaigns, c)
}

func (r *invitationReader) invitation(row map[string]any) {
	campaign, known := r.campaigns.of[fmt.Sprint(row["campaign"])]
	creator, knownToo := r.creators.of[fmt.Sprint(row["creator"])]
	if !known || !knownToo {
		r.refused++
		return
	}
	invited, _ := row["invited"].(time.Time)
	one := acceptance.Invitation{Creator: creator, Campaign: campaign, At: invited.Unix(), Offer: orZero(row["offer"]),
		Recommended: row["source"] == "RECOMMENDED", Accepted: row["answer"] == "ACCEPTED"}
	if answered, ok := row["answered"].(time.Time); ok && row["answer"] != nil {
		one.Answered = answered.Unix()
	}
	r.market.Invitations = append(r.market.Invitations, one)
}
