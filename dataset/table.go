package dataset

// Kind says what a cell holds and so how it is read, checked and written.
type Kind int

// The kinds of cells. Where nothing else is said an empty cell is nil.
const (
	Text     Kind = iota // string
	Key                  // string, 1 to 128 bytes; the row's own identifier
	Ref                  // string; the key of a row of the table named by Column.Of
	Refs                 // []string; keys of rows of the table named by Column.Of
	Words                // []string
	Choice               // string; one of Column.Choices
	Choices              // []string, each one of Column.Choices
	Count                // int64, 0 or more
	Money                // int64, minor units (fen for CNY), 0 or more
	Share                // float64 in [0, 1]
	Flag                 // bool
	Date                 // time.Time at 00:00 UTC
	Instant              // time.Time in UTC
	MemberOf             // string; a key of the table that the row's kind column names
)

// Column is one column of a file.
type Column struct {
	Name      string
	Kind      Kind
	Required  bool
	Of        string   // the table that Ref and Refs point into
	Choices   []string // the words that Choice and Choices allow
	NotBefore string   // a column of the same row whose value must not be greater
	// NeverHolds is a column of the same row whose key a list passes over where it holds it.
	NeverHolds string
	End        bool   // a date that 9999-12-31 leaves open
	Length     Length // of a Text
}

// Length says how long a text may be.
type Length int

// The lengths of texts.
const (
	Indexed Length = iota // limit.TextBytes
	Named                 // limit.NameCharacters
	Free                  // as long as a row may be: no index holds it
)

// Table is one file of a data set: its name without ending and its columns in the order they are
// written. Identity names the columns that make a row the same row when it comes again.
type Table struct {
	Name     string
	Identity []string
	Columns  []Column
}

// Tables gives the files of a data set in an order in which no row points at a later file.
func Tables() []Table {
	return []Table{
		{"platforms", []string{"key"}, []Column{key, name}},
		{"categories", []string{"key"}, []Column{key, name, ref("parent", "categories")}},
		{"segments", []string{"key"}, []Column{key, name,
			required(choice("dimension", "AGE", "GENDER", "REGION", "INTEREST", "DEVICE"))}},
		{"programmes", []string{"key"}, []Column{key, name, date("starts"),
			end("ends", "starts"), money("budget")}},
		{"agencies", []string{"key"}, []Column{key, name, text("region"), date("founded")}},
		{"creators", []string{"key"}, []Column{key, name, text("handle"), prose("bio"),
			refs("platforms", "platforms"), refs("categories", "categories"),
			text("region"), text("language"), text("gender"), count("followers"), date("joined"),
			flag("verified"), money("price_short_video"), money("price_mid_video"),
			money("price_image_text"), money("price_live"), share("rebate")}},
		{"brands", []string{"key"}, []Column{key, name, text("industry"),
			refs("categories", "categories"), text("region")}},
		{"campaigns", []string{"key"}, []Column{key, required(ref("brand", "brands")), name,
			choice("objective", "AWARENESS", "CONSIDERATION", "CONVERSION"),
			refs("categories", "categories"), choices("formats", formats()...), money("budget"),
			date("starts"), end("ends", "starts"), refs("target_segments", "segments")}},
		{"contracts", []string{"creator", "agency", "since"}, []Column{
			required(ref("creator", "creators")), required(ref("agency", "agencies")),
			required(date("since")), end("until", "since"), flag("exclusive")}},
		{"invitations", []string{"campaign", "creator"}, []Column{
			required(ref("campaign", "campaigns")), required(ref("creator", "creators")),
			required(instant("invited")), required(source), money("offer"),
			choice("answer", "ACCEPTED", "DECLINED", "EXPIRED"),
			notBefore(instant("answered"), "invited"), text("model_version"), count("rank"),
			share("propensity")}},
		{"participations", []string{"campaign", "creator"}, []Column{
			required(ref("campaign", "campaigns")), required(ref("creator", "creators")), source,
			money("fee"), count("impressions"), count("engagements"), count("clicks"),
			count("conversions"), money("gmv")}},
		{"contents", []string{"key"}, []Column{key, required(ref("creator", "creators")),
			ref("campaign", "campaigns"), required(choice("format", formats()...)), text("title"),
			required(instant("published")),
			choice("component", "NONE", "ANCHOR", "COUPON", "FORM", "CART"),
			{Name: "tags", Kind: Words}, others("co_creators", "creators", "creator")}},
		{"content_metrics", []string{"content", "at"}, []Column{
			required(ref("content", "contents")), required(instant("at")), count("views"),
			count("likes"), count("comments"), count("shares"), count("clicks"),
			count("conversions"), count("completed"), count("searches")}},
		{"follower_history", []string{"creator", "date"}, []Column{
			required(ref("creator", "creators")), required(date("date")),
			required(count("followers"))}},
		{"audiences", []string{"creator", "segment"}, []Column{
			required(ref("creator", "creators")), required(ref("segment", "segments")),
			required(share("share"))}},
		{"programme_members", []string{"programme", "member", "kind"}, []Column{
			required(ref("programme", "programmes")),
			{Name: "member", Kind: MemberOf, Required: true},
			required(choice("kind", "CREATOR", "AGENCY"))}},
		{"lists", []string{"key"}, []Column{key, name, prose("note"), ref("campaign", "campaigns")}},
		{"list_items", []string{"list", "creator"}, []Column{
			required(ref("list", "lists")), required(ref("creator", "creators")),
			required(choice("status", "CANDIDATE", "SHORTLISTED", "SENT", "APPROVED", "REJECTED", "NEGOTIATING",
				"CONFIRMED", "DECLINED")), count("position"), text("grade"), {Name: "tags", Kind: Words},
			prose("note"), prose("reason"), choice("format", formats()...), money("price"),
			ref("replaces", "creators")}},
		{"rate_cards", []string{"creator", "format", "min_seconds", "max_seconds", "since"}, []Column{
			required(ref("creator", "creators")), required(choice("format", formats()...)),
			required(money("price")), date("since"), end("until", "since"), count("min_seconds"),
			notBefore(count("max_seconds"), "min_seconds")}},
		{"availability", []string{"creator", "from"}, []Column{
			required(ref("creator", "creators")), required(date("from")),
			required(notBefore(date("to"), "from")), required(choice("state", "HELD", "BOOKED")),
			ref("campaign", "campaigns")}},
	}
}

var (
	key    = Column{Name: "key", Kind: Key, Required: true}
	name   = Column{Name: "name", Kind: Text, Required: true, Length: Named}
	source = choice("source", "SELF_PICKED", "RECOMMENDED")
)

func formats() []string { return []string{"SHORT_VIDEO", "MID_VIDEO", "IMAGE_TEXT", "LIVE"} }

func text(name string) Column    { return Column{Name: name, Kind: Text} }
func prose(name string) Column   { return Column{Name: name, Kind: Text, Length: Free} }
func count(name string) Column   { return Column{Name: name, Kind: Count} }
func money(name string) Column   { return Column{Name: name, Kind: Money} }
func share(name string) Column   { return Column{Name: name, Kind: Share} }
func flag(name string) Column    { return Column{Name: name, Kind: Flag} }
func date(name string) Column    { return Column{Name: name, Kind: Date} }
func instant(name string) Column { return Column{Name: name, Kind: Instant} }

func ref(name, of string) Column  { return Column{Name: name, Kind: Ref, Of: of} }
func refs(name, of string) Column { return Column{Name: name, Kind: Refs, Of: of} }

func choice(name string, words ...string) Column {
	return Column{Name: name, Kind: Choice, Choices: words}
}

func choices(name string, words ...string) Column {
	return Column{Name: name, Kind: Choices, Choices: words}
}

func required(c Column) Column {
	c.Required = true
	return c
}

func notBefore(c Column, other string) Column {
	c.NotBefore = other
	return c
}

// end is the last day of what begins with the column from.
func end(name, from string) Column {
	return Column{Name: name, Kind: Date, NotBefore: from, End: true}
}

// others is a list of keys of rows of a table, other than the one of a column.
func others(name, of, but string) Column {
	return Column{Name: name, Kind: Refs, Of: of, NeverHolds: but}
}
