package resolvers

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/creatorgraph/creatorgraph/dataset/limit"
	"github.com/creatorgraph/creatorgraph/graph"
	"github.com/creatorgraph/creatorgraph/graph/answer"
	"github.com/creatorgraph/creatorgraph/graph/column"
	"github.com/creatorgraph/creatorgraph/resolvers/generated"
)

// unknownCount stands for an unknown count in a content's lists (docs/model.md).
const unknownCount = int64(-1)

// metricsOf are the counts of a content by a moment, by the property that keeps them.
type metricsOf struct {
	at     int64 // seconds since 1970-01-01
	counts map[string]int64
}

// maxCoCreators is how many others may appear in a content that a client adds.
const maxCoCreators = 100

// CreateContent adds a content that a creator published.
func (m mutation) CreateContent(ctx context.Context, in generated.CreateContentInput) (answer.Object, error) {
	return m.change(ctx, in.ClientMutationID, in, func(ctx context.Context, tx graph.Tx) (row, error) {
		return createContent(ctx, tx, in)
	})
}

func createContent(ctx context.Context, tx graph.Tx, in generated.CreateContentInput) (row, error) {
	var p problems
	key := newKey(in.Key)
	p.checkKey(key, "key")
	properties := row{"key": key, "name": key, "format": string(in.Format), "published": graph.Moment(in.Published.Truncate(time.Second))}
	if in.Title != nil {
		title := strings.TrimSpace(*in.Title)
		p.checkName(title, "title")
		properties["name"], properties["title"] = title, title
	}
	p.checkInstant(in.Published, "published")
	params := row{"key": key, "creator": p.keyOf(in.Creator, "Creator", "creator"), "campaign": nil, "properties": properties}
	if in.Campaign != nil {
		params["campaign"] = p.keyOf(*in.Campaign, "Campaign", "campaign")
	}
	params["coCreators"] = p.guests(in.CoCreators, in.Creator)
	if err := p.orNil(); err != nil {
		return nil, err
	}
	checked, err := tx.Run(ctx, statement("content/check", params))
	if err != nil {
		return nil, err
	}
	if err := p.missingOfContent(checked[0], params); err != nil {
		return nil, err
	}
	properties["spelt"], properties["marks"] = graph.Spelling("Content", key, properties["name"], nil, nil)
	_, err = tx.Run(ctx, statement("content/create", params))
	return row{"content": key}, err
}

// guests reads the keys of those who appear in a creator's content; each comes once, and the creator is none of them.
func (p *problems) guests(ids []string, creator string) []any {
	if n := len(ids); n > maxCoCreators {
		p.add(graph.Invalid, fmt.Sprintf("%d creators; give at most %d", n, maxCoCreators), "coCreators")
		return nil
	}
	keys := make([]any, len(ids))
	for i, id := range ids {
		place := strconv.Itoa(i)
		if id == creator || slices.Contains(ids[:i], id) {
			p.add(graph.Invalid, "this creator is in it already; give each one once", "coCreators", place)
			continue
		}
		key := p.keyOf(id, "Creator", "coCreators", place)
		p.checkLimit(key, limit.Element(key), "coCreators", place)
		keys[i] = key
	}
	return keys
}

// missingOfContent adds a problem for whatever a content to be added names that does not exist, and for a key that does.
func (p *problems) missingOfContent(checked graph.Record, params row) error {
	if checked["creatorExists"] != true {
		p.add(graph.NotFound, fmt.Sprintf("there is no creator %q", params["creator"]), "creator")
	}
	if checked["campaignExists"] != true {
		p.add(graph.NotFound, fmt.Sprintf("there is no campaign %q", params["campaign"]), "campaign")
	}
	for _, missing := range column.List(checked["coCreators"]) {
		p.add(graph.NotFound, fmt.Sprintf("there is no creator %q", missing), "coCreators")
	}
	if checked["taken"] == true {
		p.add(graph.Conflict, fmt.Sprintf("there is a content %q already; give another key", params["key"]), "key")
	}
	return p.orNil()
}

// RecordContentMetrics records what was counted of a content by a moment.
func (m mutation) RecordContentMetrics(
	ctx context.Context, in generated.RecordContentMetricsInput,
) (answer.Object, error) {
	content, change, wrong := counted(in)
	return changeInGroup(ctx, m.Resolver, m.groups.counts, content, in.ClientMutationID, in, change, wrong)
}

// counted reads the counts of a content.
func counted(in generated.RecordContentMetricsInput) (content string, change metricsOf, wrong error) {
	var p problems
	content = p.keyOf(in.Content, "Content", "content")
	p.checkInstant(in.At, "at")
	change = metricsOf{in.At.Unix(), map[string]int64{}}
	for name, n := range map[string]*int64{"views": in.Views, "likes": in.Likes, "comments": in.Comments,
		"shares": in.Shares, "clicks": in.Clicks, "conversions": in.Conversions, "completed": in.Completed,
		"searches": in.Searches} {
		p.checkNotNegative(n, name)
		change.counts[name] = unknownCount
		if n != nil {
			change.counts[name] = *n
		}
	}
	return content, change, p.orNil()
}

// recordContentMetrics records counts of one content, in the order in which they came.
func recordContentMetrics(
	ctx context.Context, tx graph.Tx, content string, all []metricsOf,
) ([]outcome, error) {
	outcomes := make([]outcome, len(all))
	for i := range all {
		outcomes[i].Value = row{"content": content}
	}
	found, err := tx.Run(ctx, statement("content/read_metrics", row{"content": content}))
	if err != nil {
		return nil, err
	}
	if len(found) == 0 {
		var p problems
		p.add(graph.NotFound, fmt.Sprintf("there is no content %q", content), "content")
		for i := range outcomes {
			outcomes[i].Err = p
		}
		return outcomes, nil
	}
	lists := map[string][]int64{"at": whole(found[0]["at"])}
	for name := range all[0].counts {
		lists[name] = whole(found[0][name])
		if found[0][name] == nil {
			lists[name] = slices.Repeat([]int64{unknownCount}, len(lists["at"]))
		}
	}
	for _, one := range all {
		i, known := slices.BinarySearch(lists["at"], one.at)
		lists["at"] = put(lists["at"], i, known, one.at)
		for name, n := range one.counts {
			lists[name] = put(lists[name], i, known, n)
		}
	}
	written := row{}
	for name, list := range lists {
		written[name] = list
		isKnown := slices.ContainsFunc(list, func(n int64) bool { return n != unknownCount })
		if isSparse := name == "completed" || name == "searches"; isSparse && !isKnown { // docs/model.md
			written[name] = nil
		}
	}
	_, err = tx.Run(ctx, statement("content/write_metrics", row{"content": content, "lists": written}))
	return outcomes, err
}

// whole reads a list of numbers; null is an empty one.
func whole(list any) []int64 {
	items, _ := list.([]any)
	numbers := make([]int64, len(items))
	for i, item := range items {
		numbers[i], _ = item.(int64)
	}
	return numbers
}

// put replaces the i-th number or, where it is a new one, makes room for it.
func put(numbers []int64, i int, replace bool, n int64) []int64 {
	if replace {
		numbers[i] = n
		return numbers
	}
	return slices.Insert(numbers, i, n)
}
