package lookalike

import (
	"encoding/json"
	"fmt"

	"github.com/creatorgraph/creatorgraph/insight"
)

// Block is one of the things that likeness is made of; callers weigh them by these names.
type Block int

// The blocks.
const (
	Graph Block = iota
	Audience
	Content
	Commercial
)

// Blocks is how many there are.
const Blocks = 4

// String gives the name that callers use.
func (b Block) String() string {
	return [Blocks]string{"graph", "audience", "content", "commercial"}[b]
}

// Weights is what a caller asks for, at any scale; a block of weight 0 does not count.
type Weights [Blocks]float64

// Part is a stretch of a vector that says one thing.
type Part struct {
	Name  string       `json:"name"`
	Block Block        `json:"block"`
	Kind  insight.Kind `json:"kind"`  // the kind of reason it is
	Share float64      `json:"share"` // of the block's weight; those of a block sum to 1
	At    int          `json:"at"`
	Width int          `json:"width"`
	// Root multiplies the stored numbers, which before are of length at most one.
	Root float64 `json:"root"`
	// IsolatedShare is the part's weight for creators without ties; those of all parts sum to 1.
	IsolatedShare float64 `json:"alone"`
	// SeedFree parts are the same in every query: what they store raises a candidate's score whatever the seed is.
	SeedFree bool `json:"ask,omitempty"`
}

// version increases when the layout of vectors changes.
const version = 4

// Model is the layout of vectors and the learned weights; it is stored as JSON.
type Model struct {
	Version int    `json:"version"`
	Parts   []Part `json:"parts"`
	Width   int    `json:"width"` // numbers in a vector, the last of which is the filler
	// Weights are learned, positive, and sum to 1.
	Weights [Blocks]float64 `json:"weights"`
	// Least is the median length, to which the filler extends shorter vectors; Most is the 99th percentile.
	Least   float64           `json:"least"`
	Most    float64           `json:"most"`
	TFIDF   map[string]*TFIDF `json:"bags"`  // by a part's name
	Numeric []NumericFeature  `json:"dials"` // numeric features
	Graph   *FoldIn           `json:"graph"` // places a creator by its partners
}

// Decode reads a stored model; an error if it is of another version.
func Decode(record string) (*Model, error) {
	m := &Model{}
	if err := json.Unmarshal([]byte(record), m); err != nil {
		return nil, fmt.Errorf("the model of lookalikes: %w", err)
	}
	if m.Version != version {
		return nil, fmt.Errorf("the model of lookalikes is of version %d, want %d", m.Version, version)
	}
	return m, nil
}
