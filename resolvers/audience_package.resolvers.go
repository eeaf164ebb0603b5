package resolvers

import (
	"context"
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/google/uuid"

	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/answer"
	"github.com/creatorgraph/creatorgraph/resolvers/generated"
)

// CreateAudiencePackage keeps the people that some contents reached.
func (m mutation) CreateAudiencePackage(
	ctx context.Context, in generated.CreateAudiencePackageInput,
) (answer.Object, error) {
	return m.change(ctx, in.ClientMutationID, in, func(ctx context.Context, tx graph.Tx) (row, error) {
		return m.createAudiencePackage(ctx, tx, in)
	})
}

// minPackagePeople is how many people a package, and a segment of it that is told, holds at least: of fewer, one could be singled out.
const minPackagePeople = 50

func (m mutation) createAudiencePackage(
	ctx context.Context, tx graph.Tx, in generated.CreateAudiencePackageInput,
) (row, error) {
	var p problems
	p.checkName(in.Name, "name")
	places := map[string]string{}
	contents := []any{}
	for i, id := range in.Contents {
		key := p.keyOf(id, "Content", "contents", strconv.Itoa(i))
		contents, places[key] = append(contents, key), strconv.Itoa(i)
	}
	var campaign any
	if in.Campaign != nil {
		campaign = p.keyOf(*in.Campaign, "Campaign", "campaign")
	}
	if err := p.orNil(); err != nil {
		return nil, err
	}
	found, err := tx.Run(ctx, statement("audience_package/sources",
		row{"contents": contents, "campaign": campaign}))
	if err != nil {
		return nil, err
	}
	sources := found[0]
	missing, _ := sources["missing"].([]any)
	for _, key := range missing {
		place, _ := key.(string)
		p.add(graph.NotFound, fmt.Sprintf("there is no content %q", key), "contents", places[place])
	}
	if campaign != nil && sources["campaignExists"] != true {
		p.add(graph.NotFound, fmt.Sprintf("there is no campaign %q", campaign), "campaign")
	}
	size, err := m.packaged(ctx, sources, &p)
	if err != nil {
		return nil, err
	}
	if err := p.orNil(); err != nil {
		return nil, err
	}
	key := uuid.NewString()
	_, err = tx.Run(ctx, statement("audience_package/create", row{"key": key,
		"name": strings.TrimSpace(in.Name), "size": size, "contents": sources["keys"]}))
	return row{"audiencePackage": key}, err
}

// packaged gives the people of a package's sources, or adds problems for what no package is made of.
func (m mutation) packaged(ctx context.Context, sources graph.Record, p *problems) (size float64, err error) {
	keys, _ := sources["keys"].([]any)
	brands, _ := sources["brands"].([]any)
	switch {
	case len(*p) > 0:
		return 0, nil
	case len(keys) == 0:
		p.add(graph.Invalid, "there are no contents to take people from; give contents or a campaign with some", "contents")
		return 0, nil
	case len(brands) > 1:
		p.add(graph.Invalid, fmt.Sprintf("the contents are of campaigns of %d brands (%v, %v); a package is of one brand's contents",
			len(brands), brands[0], brands[1]), "contents")
		return 0, nil
	}
	if size, err = m.overlap.Watched(ctx, sources["watched"]); err != nil {
		return 0, err
	}
	if size < minPackagePeople {
		p.add(graph.Invalid, fmt.Sprintf("%.0f people are known to have watched; give contents with more views, at least %d in all",
			size, minPackagePeople), "contents")
	}
	return math.Round(size), nil
}
