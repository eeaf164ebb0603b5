package resolvers

import (
	"context"
	"fmt"
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
		return createAudiencePackage(ctx, tx, in)
	})
}

func createAudiencePackage(
	ctx context.Context, tx graph.Tx, in generated.CreateAudiencePackageInput,
) (row, error) {
	var p problems
	p.name(in.Name)
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
	if keys, _ := sources["keys"].([]any); len(keys) == 0 && len(p) == 0 {
		p.add(graph.Invalid, "there are no contents to take people from; give contents or a campaign with some",
			"contents")
	}
	if err := p.orNil(); err != nil {
		return nil, err
	}
	key := uuid.NewString()
	_, err = tx.Run(ctx, statement("audience_package/create", row{"key": key,
		"name": strings.TrimSpace(in.Name), "size": sources["size"], "contents": sources["keys"]}))
	return row{"audiencePackage": key}, err
}
