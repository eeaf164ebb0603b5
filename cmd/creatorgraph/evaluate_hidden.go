package main

import (
	"compress/gzip"
	"encoding/csv"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/creatorgraph/creatorgraph/insight"
)

// maxHidden is how many of the nearest are alike.
const maxHidden = 100

// hiddenAudience are the columns of an audience.
var hiddenAudience = []string{"women", "age", "home"}

// hiddenTruth is where creators stand in truth, as it is read.
type hiddenTruth struct {
	tastes, audiences []int       // columns
	points            [][]float64 // by creator
}

// readHidden reads where a generated market's creators stand in truth: tastes and audiences, both counting half.
// Those who are not in the data are passed over.
func readHidden(folder string, h *insight.History) (_ [][]float64, err error) {
	path := filepath.Join(folder, "creators.csv.gz")
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("--hidden: %w; name the folder that generate --truth wrote", err)
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	from, err := gzip.NewReader(file)
	if err != nil {
		return nil, fmt.Errorf("--hidden %s: %w", path, err)
	}
	t := hiddenTruth{points: make([][]float64, len(h.Creators))}
	if err := t.read(csv.NewReader(from), h); err != nil {
		return nil, fmt.Errorf("--hidden %s: %w", path, err)
	}
	standardise(t.points, len(t.tastes))
	return t.points, nil
}

// read reads the head and the rows of the creators in a history.
func (t *hiddenTruth) read(rows *csv.Reader, h *insight.History) error {
	number := make(map[string]int32, len(h.Creators))
	for i, c := range h.Creators {
		number[c.Key] = int32(i)
	}
	return eachRow(rows, func(row []string) (err error) {
		if t.tastes == nil {
			return t.head(row)
		}
		if p, known := number[row[0]]; known {
			t.points[p], err = t.point(row)
		}
		return err
	})
}

func (t *hiddenTruth) head(row []string) error {
	for i, column := range row {
		switch {
		case strings.HasPrefix(column, "taste_"):
			t.tastes = append(t.tastes, i)
		case slices.Contains(hiddenAudience, column):
			t.audiences = append(t.audiences, i)
		}
	}
	if min(len(t.tastes), len(t.audiences)) == 0 || row[0] != "creator" {
		return fmt.Errorf("there must be columns creator, taste_1 …, women, age and home; there are %q", row)
	}
	return nil
}

func (t *hiddenTruth) point(row []string) ([]float64, error) {
	var point []float64
	for _, at := range slices.Concat(t.tastes, t.audiences) {
		x, err := strconv.ParseFloat(row[at], 64)
		if err != nil {
			return nil, err
		}
		point = append(point, x)
	}
	return point, nil
}

// standardise gives each column a variance of one over how many of its kind there are, so that tastes, the first
// columns, and audiences count the same.
func standardise(points [][]float64, tastes int) {
	n := 0.0
	var sum, squares []float64
	for _, p := range points {
		if p == nil {
			continue
		}
		if sum == nil {
			sum, squares = make([]float64, len(p)), make([]float64, len(p))
		}
		n++
		for k, x := range p {
			sum[k] += x
			squares[k] += x * x
		}
	}
	for _, p := range points {
		for k := range p {
			kind := tastes
			if k >= tastes {
				kind = len(p) - tastes
			}
			mean := sum[k] / n
			p[k] = (p[k] - mean) / math.Sqrt(math.Max(squares[k]/n-mean*mean, 1e-12)*float64(kind))
		}
	}
}
