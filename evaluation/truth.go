package evaluation

import (
	"compress/gzip"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"github.com/creatorgraph/creatorgraph/insight/match"
)

// Expected is what would have come of a creator in a campaign on average.
type Expected struct {
	Creator          int32
	Format           match.Format
	Fee              float64
	Impressions, CTR float64
	CVR, Accept      float64
	Recommended      bool
}

// value is the number that a campaign's objective counts.
func (e *Expected) value(o match.Objective) float64 {
	switch o {
	case match.Awareness:
		return e.Impressions
	case match.Conversion:
		return e.Impressions * e.CTR * e.CVR
	case match.Consideration, match.NoObjective:
	}
	return e.Impressions * e.CTR
}

// Truth is what is true of everybody who was invited, by campaign.
type Truth map[int32][]Expected

// ReadTruth reads invitations.csv.gz of the folder that generate --truth wrote; offers come from the data.
func (d *Data) ReadTruth(folder string) (Truth, error) {
	all := Truth{}
	columns := []string{"campaign", "creator", "format", "impressions", "ctr", "cvr", "acceptance"}
	return all, readTruth(folder, "invitations", columns, func(row []string) (err error) {
		campaign, known := d.campaigns[row[0]]
		creator, also := d.creators[row[1]]
		var x [4]float64
		for k := range x {
			if x[k], err = strconv.ParseFloat(row[3+k], 64); err != nil {
				return err
			}
		}
		fee := float64(d.offer(campaign, creator))
		if known && also && fee > 0 {
			all[campaign] = append(all[campaign], Expected{creator, match.FormatOf(row[2]), fee, x[0], x[1], x[2], x[3],
				d.recommended[[2]int32{campaign, creator}]})
		}
		return nil
	})
}

// readTruth reads some columns of a file of the truth, row by row.
func readTruth(folder, name string, columns []string, take func(row []string) error) (err error) {
	path := filepath.Join(folder, name+".csv.gz")
	file, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("--truth: %w; name the folder that generate --truth wrote", err)
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	from, err := gzip.NewReader(file)
	if err != nil {
		return fmt.Errorf("--truth %s: %w", path, err)
	}
	if err := readColumns(csv.NewReader(from), columns, take); err != nil {
		return fmt.Errorf("--truth %s: %w", path, err)
	}
	return nil
}

func readColumns(rows *csv.Reader, columns []string, take func(row []string) error) error {
	head, err := rows.Read()
	if err != nil {
		return err
	}
	at, cells := make([]int, len(columns)), make([]string, len(columns))
	for k, column := range columns {
		if at[k] = slices.Index(head, column); at[k] < 0 {
			return fmt.Errorf("there is no column %s", column)
		}
	}
	row, err := rows.Read()
	for ; err == nil; row, err = rows.Read() {
		for k := range cells {
			cells[k] = row[at[k]]
		}
		if err := take(cells); err != nil {
			return err
		}
	}
	if err == io.EOF {
		return nil
	}
	return err
}

func (d *Data) offer(campaign, creator int32) int64 {
	for _, a := range d.Book.Creators[creator].Answers {
		if a.Campaign == campaign {
			return a.Offer
		}
	}
	return 0
}
