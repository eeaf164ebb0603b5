package compile

// Take says how a field's JSON is made from its column.
type Take int

// The ways.
const (
	Value      Take = iota // a scalar, as it is
	Constant               // Field.Text, JSON already
	GlobalID               // the id of a Field.Text with the key in the column
	Object                 // the object in the column, or a list of them
	Same                   // an object made of this very row
	Connection             // a page whose rows are in the column
	Edges                  // the page's rows with their cursors
	Nodes                  // the page's rows without
	Info                   // where the page stands
	Total                  // how many rows in all pages
	Cursor                 // where to go on from
	HasNext
	HasPrevious
	StartCursor
	EndCursor
	ByID     // objects in the order of the ids asked for, one column for each type
	Computed // what a split's call gives for the key in the column, or for none at the root
	JSON     // a value of any form, as it is
	JSONText // a text that is JSON already
)

// Field is one field of an answer: its response name and how its value is made.
type Field struct {
	Name        string // the response name
	Coordinate  string // Type.field of the schema, for errors
	Take        Take
	Column      int  // its place among the object's columns
	Separate    int  // the value is that of the plan's separate statement of this number, from 1, instead of a column's
	First       bool // the column holds a list of which the first item counts
	Held        bool // Nodes: each is a column of the row, not the row itself
	Text        string
	NonNull     bool
	List        bool
	ItemNonNull bool
	Shape       *Shape
	Page        *Page
	Columns     map[string]int // ByID: the column of each type
	Split       int            // Computed: the number of the split that calls, from 1
}

// Shape is an object of an answer: its fields in selection order, by the concrete type where the
// object may be of several.
type Shape struct {
	Type    string // the concrete type; empty where ByType says it
	Fields  []Field
	ByType  map[string]*Shape
	Label   int         // where ByType is: the column of the concrete type's label
	Split   int         // the row holds only the key: the object is found by the split of this number, from 1
	Key     int         // where Split is: the key's column
	Columns []RowColumn // of rows that a call gives by name: their columns
	// Plain, where Split is, are the properties that are all that is asked of the object: whoever knows them
	// can put them after the key, and the object need not be found.
	Plain []string
}

// Page is what a connection's parts share. Its place in a plan's Pages tells where the values of
// one run are found.
type Page struct {
	Index     int
	Rows      int    // column of the rows; -1 when no part needs them
	Total     int    // column of the total; -1 when it was not asked for
	Cursor    int    // in a row: the column of its cursor's values, where they are asked for
	Signature string // what its cursors are good for
}

// PageRun is what one run asks of a page.
type PageRun struct {
	Limit    int  // rows wanted; one more was fetched to see whether there are more
	Backward bool // rows come last first
	After    bool
	Before   bool
}
