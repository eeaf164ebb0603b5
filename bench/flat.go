package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"text/tabwriter"
)

// allCreators is a page of all creators.
const allCreators = `query($after: String) {
	creators(orderBy: [{field: FOLLOWERS, direction: DESC}], first: 20, after: $after) {
		nodes { key name region followers } pageInfo { hasNextPage endCursor } } }`

// flatPage is a later page that a market of 10,000 creators has, and flatSets how many sets of values each
// case is asked with: the table shows the hits of one, rounded.
const flatPage, flatSets = 300, 5

// walkAll goes past so many pages of all creators.
func walkAll(c *client, pages int) (values, error) {
	set := values{}
	for range pages {
		data, err := query[struct{ Creators list[keyed] }](c, allCreators, values{"after": set["after"]})
		if err != nil {
			return nil, err
		}
		set["after"] = data.Creators.PageInfo.EndCursor
	}
	return set, nil
}

// flat prints, for markets of several sizes side by side, how often each question reads the store.
func flat(ctx context.Context, c config, all []question) error {
	hits := map[string][]int64{}
	var sizes []int
	var names []string
	for i, dir := range c.flat {
		c.dataDir = dir
		size, err := flatIn(ctx, c, all, func(name string, n int64) {
			if i == 0 {
				names = append(names, name)
			}
			hits[name] = append(hits[name], n)
		})
		if err != nil {
			return fmt.Errorf("%s: %w", dir, err)
		}
		sizes = append(sizes, size)
	}
	table := tabwriter.NewWriter(os.Stdout, 0, 0, 1, ' ', 0)
	fmt.Fprint(table, "| db hits of one question\t")
	for _, size := range sizes {
		fmt.Fprintf(table, "| %s creators\t", number(float64(size)))
	}
	fmt.Fprintln(table, "|\n| ---\t"+strings.Repeat("| --:\t", len(sizes))+"|")
	for _, name := range names {
		fmt.Fprintf(table, "| %s\t", name)
		for _, n := range hits[name] {
			fmt.Fprintf(table, "| %s\t", number(float64(max(n, 10))))
		}
		fmt.Fprintln(table, "|")
	}
	return table.Flush()
}

// flatIn asks everything in one market and gives its size.
func flatIn(ctx context.Context, c config, all []question, tell func(name string, hits int64)) (size int, err error) {
	x, err := newExplainer(ctx, c)
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, x.stop(ctx)) }()
	if size, err = creatorCount(x.client); err != nil {
		return 0, err
	}
	set, err := walkAll(x.client, flatPage-1)
	if err != nil {
		return size, err
	}
	pages := question{Title: "page 1 of all creators", document: allCreators, Ours: values{"after": nil}}
	if err := x.sum(ctx, pages, []values{{}}, tell); err != nil {
		return size, err
	}
	pages.Title, pages.Ours = fmt.Sprintf("page %d of all creators", flatPage), set
	if err := x.sum(ctx, pages, []values{{}}, tell); err != nil {
		return size, err
	}
	for _, q := range all {
		if q.Write {
			continue
		}
		if q.Name == pageCases[1] {
			q.Title = fmt.Sprintf("page %d", flatPage)
		}
		sets, err := firstSets(x.client, q, flatSets, flatPage)
		if err != nil {
			return size, err
		}
		if err := x.sum(ctx, q, sets, tell); err != nil {
			return size, err
		}
	}
	return size, nil
}

// sum tells the hits of a question, the mean of its sets of values.
func (x *explainer) sum(ctx context.Context, q question, sets []values, tell func(string, int64)) error {
	var sum int64
	for _, set := range sets {
		profiles, err := x.profiles(ctx, q, set)
		if err != nil {
			return fmt.Errorf("%s: %w", q.Title, err)
		}
		for _, p := range profiles {
			sum += p.Hits()
		}
	}
	tell(q.Title, sum/int64(len(sets)))
	return nil
}
