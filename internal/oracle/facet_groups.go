package oracle

import (
	"fmt"
	"slices"
)

// groupings are the functions that group each connection's rows, by facet.
var groupings = map[string]map[string]groupBy{
	"CreatorConnection": {
		"CATEGORY": byTarget("IN_CATEGORY"), "PLATFORM": byTarget("ON_PLATFORM"), "AGENCY": byAgency,
		"REGION": byProperty("region"), "LANGUAGE": byProperty("language"), "GENDER": byProperty("gender"),
		"TIER": byTier, "MONTH": byMonth("joined"),
	},
	"AgencyConnection": {"REGION": byProperty("region"), "MONTH": byMonth("founded")},
	"BrandConnection": {"CATEGORY": byTarget("IN_CATEGORY"), "INDUSTRY": byProperty("industry"),
		"REGION": byProperty("region")},
	"CampaignConnection": {
		"CATEGORY": byTarget("IN_CATEGORY"), "BRAND": byBrand, "OBJECTIVE": byProperty("objective"),
		"INDUSTRY": func(row any) []group { return groupsOf(byBrand(row), byProperty("industry")) },
		"FORMAT": func(row any) []group {
			formats, _ := nodeOf(row).Props["formats"].([]string)
			var all []group
			for _, f := range formats {
				all = append(all, group{key: f, label: f})
			}
			return all
		},
		"MONTH": byMonth("starts"),
	},
	"ContentConnection": {"FORMAT": byProperty("format"), "CAMPAIGN": byTarget("FOR_CAMPAIGN"),
		"MONTH": byMonth("published")},
	"ParticipationConnection": {
		"SOURCE": byProperty("source"), "CATEGORY": bySource(byTarget("IN_CATEGORY")),
		"PLATFORM": bySource(byTarget("ON_PLATFORM")), "REGION": bySource(byProperty("region")), "TIER": bySource(byTier),
		"BRAND": byTargetNode(byBrand), "MONTH": byTargetNode(byMonth("starts")),
	},
	"InvitationConnection": {
		"SOURCE": byProperty("source"), "CATEGORY": byTargetNode(byTarget("IN_CATEGORY")), "TIER": byTargetNode(byTier),
		"MONTH": byMonth("at"),
		"ANSWER": func(row any) []group {
			if known := byProperty("answer")(row); known != nil {
				return known
			}
			return []group{{key: "PENDING", label: "PENDING"}}
		},
	},
}

func propsOf(row any) map[string]any {
	if e, ok := row.(*Edge); ok {
		return e.Props
	}
	return nodeOf(row).Props
}

func byProperty(property string) groupBy {
	return func(row any) []group {
		text, known := propsOf(row)[property].(string)
		if !known {
			return nil
		}
		return []group{{key: text, label: text}}
	}
}

func byMonth(property string) groupBy {
	return func(row any) []group {
		value := propsOf(row)[property]
		if value == nil {
			return nil
		}
		month := fmt.Sprint(value)[:len("2026-11")]
		return []group{{key: month, label: month}}
	}
}

func nodeGroups(nodes []*Node) []group {
	var all []group
	for _, n := range nodes {
		name, _ := n.Props["name"].(string)
		all = append(all, group{key: n.Key, label: name, node: n})
	}
	return all
}

func byTarget(typ string) groupBy {
	return func(row any) []group {
		var to []*Node
		for _, e := range nodeOf(row).out[typ] {
			to = append(to, e.To)
		}
		return nodeGroups(to)
	}
}

func byBrand(row any) []group { return nodeGroups(sourceNodes(nodeOf(row).in["RAN"])) }

func byAgency(row any) []group {
	var agencies []*Node
	for _, c := range nodeOf(row).out["SIGNED_WITH"] {
		if inForce(c, Today) && !slices.Contains(agencies, c.To) {
			agencies = append(agencies, c.To)
		}
	}
	return nodeGroups(agencies)
}

// groupsOf gives the groups of some groups' nodes.
func groupsOf(groups []group, by groupBy) []group {
	var all []group
	for _, g := range groups {
		all = append(all, by(g.node)...)
	}
	return all
}

func bySource(by groupBy) groupBy { return func(row any) []group { return by(edgeOf(row).From) } }

func byTargetNode(by groupBy) groupBy { return func(row any) []group { return by(edgeOf(row).To) } }

func byTier(row any) []group {
	followers, known := nodeOf(row).Props["followers"].(int64)
	switch {
	case !known:
		return nil
	case followers >= 1_000_000:
		return []group{{key: "MEGA", label: "头部 · mega", rank: 4}}
	case followers >= 100_000:
		return []group{{key: "MACRO", label: "腰部 · macro", rank: 3}}
	case followers >= 20_000:
		return []group{{key: "MID", label: "尾部 · mid", rank: 2}}
	case followers >= 5_000:
		return []group{{key: "MICRO", label: "尾部 · micro", rank: 1}}
	}
	return []group{{key: "NANO", label: "尾部 · nano", rank: 0}}
}
