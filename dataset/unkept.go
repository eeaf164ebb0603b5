package dataset

import "slices"

// What the format has and the graph has no place for yet is read and checked like all else, so that no
// data set is refused for it, and then left out; whoever imports it is told.

// UnkeptTables are the tables whose rows are only checked. They come after Tables.
func UnkeptTables() []Table {
	creator := required(ref("creator", "creators"))
	return []Table{
		{"rate_cards", []string{"creator", "format", "min_seconds", "max_seconds", "since"}, []Column{
			creator, required(choice("format", formats()...)), required(money("price")), date("since"),
			end("until", "since"), count("min_seconds"), notUnder(count("max_seconds"), "min_seconds")}},
		{"availability", []string{"creator", "from"}, []Column{creator, required(date("from")),
			required(notUnder(date("to"), "from")), required(choice("state", "HELD", "BOOKED")),
			ref("campaign", "campaigns")}},
		{"lists", []string{"key"}, []Column{key, name, prose("note"), ref("campaign", "campaigns")}},
		{"list_items", []string{"list", "creator"}, []Column{required(ref("list", "lists")), creator,
			required(choice("status", "CANDIDATE", "SHORTLISTED", "SENT", "APPROVED", "REJECTED", "NEGOTIATING",
				"CONFIRMED", "DECLINED")), count("position"), text("grade"), {Name: "tags", Kind: Words},
			prose("note"), prose("reason"), choice("format", formats()...), money("price"),
			ref("replaces", "creators")}},
	}
}

// UnkeptColumns are the columns of a table that are only checked. They come after its own.
func UnkeptColumns(table string) []Column {
	switch table {
	case "creators":
		return []Column{{Name: "rebate", Kind: Share}}
	case "content_metrics":
		return []Column{count("completed"), count("searches")}
	case "invitations":
		return []Column{text("model_version"), count("rank"), {Name: "propensity", Kind: Share}}
	}
	return nil
}

// IsKept says whether the graph has a place for the table's rows.
func (t Table) IsKept() bool {
	return slices.ContainsFunc(Tables(), func(other Table) bool { return other.Name == t.Name })
}

// whole is the table with the columns that are only checked.
func (t Table) whole() Table {
	t.Columns = slices.Concat(t.Columns, UnkeptColumns(t.Name))
	return t
}

// known are all tables that the format has.
func known() []Table { return slices.Concat(Tables(), UnkeptTables()) }
