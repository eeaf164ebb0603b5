package oracle

import (
	"maps"
	"slices"
	"strings"
)

// matchesFilter joins what a filter says by AND, OR and NOT; holds says whether the rest of it does. Of what is
// unknown nothing holds, so that NOT keeps it.
func matchesFilter(n *Node, filter args, holds func(*Node, args) bool) bool {
	each := func(item any) bool {
		f, _ := item.(map[string]any)
		return matchesFilter(n, f, holds)
	}
	if all, ok := filter.list("AND"); ok && slices.ContainsFunc(all, func(item any) bool { return !each(item) }) {
		return false
	}
	if some, ok := filter.list("OR"); ok && !slices.ContainsFunc(some, each) {
		return false
	}
	if not := filter.object("NOT"); not != nil && matchesFilter(n, not, holds) {
		return false
	}
	return holds(n, filter)
}

// matches says whether a text is as a StringMatch wants it.
func (a args) matches(text string) bool {
	if eq, ok := a.text("eq"); ok && text != eq {
		return false
	}
	if in, ok := a.texts("in"); ok && !in[text] {
		return false
	}
	if start, ok := a.text("startsWith"); ok && !strings.HasPrefix(text, start) {
		return false
	}
	part, ok := a.text("contains")
	return !ok || strings.Contains(text, part)
}

// named asks of key and name.
func (a args) named(n *Node) bool {
	name, _ := n.Props["name"].(string)
	return a.object("key").matches(n.Key) && a.object("name").matches(name)
}

// anyOf says whether a list of texts is left out or holds a property.
func (a args) anyOf(name string, value any) bool {
	set, asked := a.texts(name)
	text, known := value.(string)
	return !asked || known && set[text]
}

// hasTarget says whether a list of keys is left out or holds that of one of some nodes.
func (a args) hasTarget(name string, nodes ...any) bool {
	set, asked := a.texts(name)
	return !asked || slices.ContainsFunc(nodes, func(n any) bool { return n != nil && set[nodeOf(n).Key] })
}

func (x *execution) agency(n *Node, f args) bool {
	return f.named(n) && f.anyOf("regions", n.Props["region"]) && f.object("creators").within(int64(len(creatorsUnderContract(n))))
}

func (x *execution) brand(n *Node, f args) bool {
	return f.named(n) && f.anyOf("industries", n.Props["industry"]) &&
		f.hasTarget("categories", targets(n.out["IN_CATEGORY"])...)
}

func (x *execution) campaign(n *Node, f args) bool {
	return f.named(n) && f.hasTarget("brands", firstSource(n.in["RAN"])) && f.anyOf("objectives", n.Props["objective"]) &&
		f.hasTarget("categories", targets(n.out["IN_CATEGORY"])...) && f.object("budget").within(n.Props["budget"]) &&
		f.object("starts").within(n.Props["starts"]) && f.object("ends").within(n.Props["ends"])
}

func (x *execution) creator(n *Node, f args) bool {
	return f.named(n) && f.profile(n) && f.conditions(n) && f.belongs(n) && f.experienced(n)
}

// profile matches a creator's properties and audience.
func (f args) profile(n *Node) bool {
	return f.equals("verified", n.Props["verified"]) && f.anyOf("regions", n.Props["region"]) &&
		f.anyOf("languages", n.Props["language"]) && f.anyOf("genders", n.Props["gender"]) &&
		f.object("followers").within(n.Props["followers"]) && f.reaches(n) && f.matchesGrowth(n)
}

// conditions matches a creator's prices, rebate and availability.
func (f args) conditions(n *Node) bool {
	return f.price(n) && f.pricePerFollower(n) && f.object("rebate").within(n.Props["rebate"]) && f.object("available").isAvailable(n)
}

// belongs matches a creator's categories, platforms, current agencies and lists.
func (f args) belongs(n *Node) bool {
	agencies := signedNow(n)
	return f.hasTarget("categories", targets(n.out["IN_CATEGORY"])...) && f.hasTarget("platforms", targets(n.out["ON_PLATFORM"])...) &&
		f.hasTarget("agencies", agencies...) && f.equals("hasAgency", len(agencies) > 0) && f.object("lists").listed(n)
}

// experienced matches the brands and campaigns that a creator has worked for.
func (f args) experienced(n *Node) bool {
	return f.object("workedWithBrands").matchesWork(n, func(c *Node) any { return firstSource(c.in["RAN"]) }) &&
		f.object("workedInCampaigns").matchesWork(n, func(c *Node) any { return c })
}

// signedNow gives the agencies whose contracts with a creator are in force today.
func signedNow(n *Node) (agencies []any) {
	for _, c := range n.out["SIGNED_WITH"] {
		if inForce(c, Today) {
			agencies = append(agencies, c.To)
		}
	}
	return agencies
}

// equals says whether a flag is left out or as a value.
func (f args) equals(name string, value any) bool {
	flag, asked := f[name].(bool)
	return !asked || value == flag
}

func (f args) price(n *Node) bool {
	p := f.object("price")
	format, _ := p.text("format")
	return p.bounds().within(n.Props["price"+formatSuffixes[format]])
}

func (f args) pricePerFollower(n *Node) bool {
	p := f.object("pricePerFollower")
	format, _ := p.text("format")
	price, hasPrice := n.Props["price"+formatSuffixes[format]].(int64)
	followers, hasFollowers := n.Props["followers"].(int64)
	if !hasPrice || !hasFollowers || followers == 0 {
		return p.bounds().within(nil)
	}
	return p.bounds().within(float64(price) / float64(followers))
}

// bounds gives a range without the fields that are not bounds.
func (f args) bounds() args {
	b := maps.Clone(f)
	maps.DeleteFunc(b, func(name string, _ any) bool { return name == "format" || name == "days" })
	return b
}

func (f args) matchesGrowth(n *Node) bool {
	g := f.object("growth")
	days, given := g.number("days")
	if !given {
		days = 30
	}
	return g.bounds().within(growth(n, int64(days)))
}

// matchesWork matches the keys of the nodes that a creator's campaigns lead to.
func (f args) matchesWork(n *Node, of func(campaign *Node) any) bool {
	keys := map[string]bool{}
	for _, p := range n.out["PARTICIPATED_IN"] {
		node, known := of(p.To).(*Node)
		if known && (args{"gte": f["since"]}).within(p.To.Props["starts"]) {
			keys[node.Key] = true
		}
	}
	return f.quantified(keys)
}

// quantified says whether a set of keys has some, none or all of those asked for, or any key where only a day is given.
func (f args) quantified(keys map[string]bool) bool {
	if len(f) == 1 && f["since"] != nil && len(keys) == 0 {
		return false
	}
	if some, ok := f.texts("some"); ok && !anyIn(some, keys) {
		return false
	}
	if none, ok := f.texts("none"); ok && anyIn(none, keys) {
		return false
	}
	all, _ := f.texts("all")
	for key := range all {
		if !keys[key] {
			return false
		}
	}
	return true
}

func anyIn(asked, keys map[string]bool) bool {
	for key := range asked {
		if keys[key] {
			return true
		}
	}
	return false
}

func (f args) reaches(n *Node) bool {
	asked, _ := f.list("audience")
	for _, item := range asked {
		match, _ := item.(map[string]any)
		key, _ := args(match).text("segment")
		fits := func(e *Edge) bool {
			return e.To.Key == key && args(match).object("share").within(e.Props["share"])
		}
		if !slices.ContainsFunc(n.out["REACHES"], fits) {
			return false
		}
	}
	return true
}

// participation matches a participation. The filter's days bound the campaign's start.
func (f args) participation(e *Edge) bool {
	return f.anyOf("source", e.Props["source"]) && f.object("fee").within(e.Props["fee"]) &&
		f.object("impressions").within(e.Props["impressions"]) && f.hasTarget("brands", firstSource(e.To.in["RAN"])) &&
		args{"gte": f["since"], "lte": f["until"]}.within(e.To.Props["starts"])
}
