package oracle

import (
	"fmt"
	"slices"
)

// groupings are the groups of each connection's rows, by the facet that tells them apart.
var groupings = map[string]map[string]grouping{
	"CreatorConnection": {
		"CATEGORY": leading("IN_CATEGORY"), "PLATFORM": leading("ON_PLATFORM"), "AGENCY": underContractWith,
		"REGION": valued("region"), "LANGUAGE": valued("language"), "GENDER": valued("gender"),
		"TIER": tier, "MONTH": monthly("joined"),
	},
	"AgencyConnection": {"REGION": valued("region"), "MONTH": monthly("founded")},
	"BrandConnection": {"CATEGORY": leading("IN_CATEGORY"), "INDUSTRY": valued("industry"),
		"REGION": valued("region")},
	"CampaignConnection": {
		"CATEGORY": leading("IN_CATEGORY"), "BRAND": payer, "OBJECTIVE": valued("objective"),
		"INDUSTRY": func(row any) []group { return ofEach(payer(row), valued("industry")) },
		"FORMAT": func(row any) []group {
			formats, _ := nodeOf(row).Props["formats"].([]string)
			var all []group
			for _, f := range formats {
				all = append(all, group{key: f, label: f})
			}
			return all
		},
		"MONTH": monthly("starts"),
	},
	"ContentConnection": {"FORMAT": valued("format"), "CAMPAIGN": leading("FOR_CAMPAIGN"),
		"MONTH": monthly("published")},
	"ParticipationConnection": {
		"SOURCE": valued("source"), "CATEGORY": atStart(leading("IN_CATEGORY")),
		"PLATFORM": atStart(leading("ON_PLATFORM")), "REGION": atStart(valued("region")), "TIER": atStart(tier),
		"BRAND": atEnd(payer), "MONTH": atEnd(monthly("starts")),
	},
	"InvitationConnection": {
		"SOURCE": valued("source"), "CATEGORY": atEnd(leading("IN_CATEGORY")), "TIER": atEnd(tier),
		"MONTH": monthly("at"),
		"ANSWER": func(row any) []group {
			if known := valued("answer")(row); known != nil {
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

func valued(property string) grouping {
	return func(row any) []group {
		text, known := propsOf(row)[property].(string)
		if !known {
			return nil
		}
		return []group{{key: text, label: text}}
	}
}

func monthly(property string) grouping {
	return func(row any) []group {
		value := propsOf(row)[property]
		if value == nil {
			return nil
		}
		month := fmt.Sprint(value)[:len("2026-11")]
		return []group{{key: month, label: month}}
	}
}

func ofNodes(nodes []*Node) []group {
	var all []group
	for _, n := range nodes {
		name, _ := n.Props["name"].(string)
		all = append(all, group{key: n.Key, label: name, node: n})
	}
	return all
}

func leading(typ string) grouping {
	return func(row any) []group {
		var to []*Node
		for _, e := range nodeOf(row).out[typ] {
			to = append(to, e.To)
		}
		return ofNodes(to)
	}
}

func payer(row any) []group { return ofNodes(starts(nodeOf(row).in["RAN"])) }

func underContractWith(row any) []group {
	var agencies []*Node
	for _, c := range nodeOf(row).out["SIGNED_WITH"] {
		if inForce(c, Today) && !slices.Contains(agencies, c.To) {
			agencies = append(agencies, c.To)
		}
	}
	return ofNodes(agencies)
}

// ofEach gives the groups of what groups are of.
func ofEach(groups []group, by grouping) []group {
	var all []group
	for _, g := range groups {
		all = append(all, by(g.node)...)
	}
	return all
}

func atStart(by grouping) grouping { return func(row any) []group { return by(edgeOf(row).From) } }

func atEnd(by grouping) grouping { return func(row any) []group { return by(edgeOf(row).To) } }

func tier(row any) []group {
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
