package facts

import (
	"context"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/column"
	"github.com/creatorgraph/creatorgraph/insight/overlap"
)

// populationSize is how many of the best known creators tell what people there are: followers follow a power law, so
// that they hold most of them.
const populationSize = 500

// CreatorAudience is a creator's audience with whose it is.
type CreatorAudience struct {
	Key, Name  string
	IsCounted  bool // the followers are known
	Audience   overlap.Audience
	Dimensions map[string]string // of the segments
}

// ReadAudiences reads the audiences of creators, by key.
func ReadAudiences(ctx context.Context, store *graph.Store, creators []string) (map[string]CreatorAudience, error) {
	rows, err := store.Read(ctx, statement("audience/of_creators", map[string]any{"creators": creators}))
	if err != nil {
		return nil, err
	}
	all := map[string]CreatorAudience{}
	for _, row := range rows {
		one := audienceOf(row)
		all[one.Key] = one
	}
	return all, nil
}

// ReadListAudiences reads the audiences of the creators on lists whose followers are known, by list; with a status of
// one of some, if there are any.
func ReadListAudiences(ctx context.Context, store *graph.Store, lists []string, status any) (map[string][]CreatorAudience, error) {
	rows, err := store.Read(ctx, statement("list/audiences", map[string]any{"keys": lists, "status": status}))
	if err != nil {
		return nil, err
	}
	all := map[string][]CreatorAudience{}
	for _, row := range rows {
		list := column.Text(row["list"])
		all[list] = append(all[list], audienceOf(row))
	}
	return all, nil
}

func audienceOf(row graph.Record) CreatorAudience {
	followers, isCounted := row["followers"].(int64)
	one := CreatorAudience{Key: column.Text(row["creator"]), Name: column.Text(row["name"]), IsCounted: isCounted,
		Audience: overlap.Audience{Followers: float64(followers), Shares: map[string]float64{}}, Dimensions: map[string]string{}}
	for _, item := range column.List(row["shares"]) {
		columns := column.List(item)
		segment := column.Text(columns[0])
		one.Dimensions[segment], one.Audience.Shares[segment] = column.Text(columns[1]), column.Float(columns[2])
	}
	return one
}

// ReadPopulation reads whom creators draw their audiences from, as the best known creators' audiences tell: so many
// people that the best known one reaches overlap.LargestShare of them, parted as their followers are.
func ReadPopulation(ctx context.Context, store *graph.Store) (overlap.Population, error) {
	p := overlap.Population{People: 1, Dimensions: map[string]map[string]float64{}}
	rows, err := store.Read(ctx, statement("audience/population", map[string]any{"most": populationSize}))
	if err != nil {
		return p, err
	}
	for _, row := range rows {
		p.Reaches(float64(column.Long(row["largest"])))
		if segment := column.Text(row["segment"]); segment != "" {
			p.Add(column.Text(row["dimension"]), segment, column.Float(row["people"]))
		}
	}
	return p, nil
}
