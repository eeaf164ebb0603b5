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
	// Root is what its numbers, of length one at most, are kept times.
	Root float64 `json:"root"`
	// Alone is what the part counts, of all, for whoever has worked with nobody: those of all parts sum to 1.
	Alone float64 `json:"alone"`
	// Ask says that whoever is asked about, the query is the same here: what is stored speaks for a candidate
	// whatever the seed is.
	Ask bool `json:"ask,omitempty"`
}

// version goes up when vectors are laid out otherwise.
const version = 4

// Model says how vectors are laid out and what counts how much; it is kept as JSON.
type Model struct {
	Version int    `json:"version"`
	Parts   []Part `json:"parts"`
	Width   int    `json:"width"` // numbers in a vector, the last of which is the filler
	// Weights were learned, sum to 1, and are each above 0.
	Weights [Blocks]float64 `json:"weights"`
	// Least is the length that the filler brings shorter vectors to, the middle one of all; Most is one that 99 of 100
	// do not exceed.
	Least float64           `json:"least"`
	Most  float64           `json:"most"`
	TFIDF map[string]*TFIDF `json:"bags"`  // by a part's name
	Dials []Dial            `json:"dials"` // where numbers stand
	Graph *Fold             `json:"graph"` // how a creator is placed by its partners
}

// Decode reads a model that was kept; an error where it is one of an earlier version, whose vectors are laid out
// otherwise.
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
