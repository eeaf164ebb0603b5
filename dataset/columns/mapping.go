package columns

// Mapping says what the columns of some files mean. It is what columns.yaml holds.
type Mapping struct {
	Version  int     `yaml:"version"`
	Timezone string  `yaml:"timezone,omitempty"` // of times that name none, an IANA name; empty is UTC
	Sheets   []Sheet `yaml:"sheets"`
}

// Sheet is what the columns of one sheet mean.
type Sheet struct {
	File  string `yaml:"file"`            // the name of the file it was proposed for
	Sheet string `yaml:"sheet,omitempty"` // of a workbook
	// Encoding and Separator override what would be found out.
	Encoding  string `yaml:"encoding,omitempty"`
	Separator string `yaml:"separator,omitempty"`
	// HeadingRows is 2 where a heading stands in two rows, a group above its columns; otherwise 1.
	HeadingRows int    `yaml:"heading_rows,omitempty"`
	Decimal     string `yaml:"decimal,omitempty"` // the sign before decimals: "." when empty, or ","
	// MoneyUnit is that of plain numbers in columns of money without a unit of their own.
	MoneyUnit string `yaml:"money_unit,omitempty"`
	// Rows are the tables that each row gives a row of. The first is what a row is about. A sheet
	// without any is passed over.
	Rows []string `yaml:"rows"`
	// AddUp says that rows of one pair, such as a creator in a campaign, are parts to be added up.
	AddUp     bool              `yaml:"add_up,omitempty"`
	Constants map[string]string `yaml:"constants,omitempty"` // values by target, where a row has none
	Note      string            `yaml:"look,omitempty"`      // what a person should look at
	Columns   []Column          `yaml:"columns"`
}

// Column is what one column means.
type Column struct {
	Heading string  `yaml:"heading"`
	Nth     int     `yaml:"nth,omitempty"` // 2 for the second column of the same heading
	To      Targets `yaml:"to"`
	// Unit is that of plain numbers: yuan, fen, 万元, an ISO 4217 code, 万, k, m, %.
	Unit    string `yaml:"unit,omitempty"`
	Order   string `yaml:"order,omitempty"`   // of dates: dmy, mdy, ymd
	Year    string `yaml:"year,omitempty"`    // of dates that name none
	Decimal string `yaml:"decimal,omitempty"` // overrides the sheet's
	Split   string `yaml:"split,omitempty"`   // signs between the elements of a list
	// FillDown says that an empty cell means the one above.
	FillDown bool `yaml:"fill_down,omitempty"`
	// Values says what some values stand for, in place of what they would be read as; an empty one is
	// unknown.
	Values map[string]string `yaml:"values,omitempty"`
	// With makes the column's cells rows of their own, with these values: the segment of an audience's
	// share, the date of a count of followers.
	With map[string]string `yaml:"with,omitempty"`

	// What the proposal was founded on; only people read it.
	Confidence float64 `yaml:"confidence,omitempty"`
	Examples   string  `yaml:"examples,omitempty"`
	Note       string  `yaml:"look,omitempty"`
}

// Targets are what a column is, each "table.column" of the import format, or "ignore"; "?" is undecided.
type Targets []string

// What may stand in place of a target.
const (
	Ignore    = "ignore"
	Undecided = "?"
)

func (t Targets) ignored() bool { return len(t) == 0 || len(t) == 1 && t[0] == Ignore }
