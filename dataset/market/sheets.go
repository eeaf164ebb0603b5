package market

import (
	"fmt"

	"github.com/creatorgraph/creatorgraph/dataset"
)

// sheets are some of the data set's files, written by one goroutine, and their rows, counted.
type sheets struct {
	writer *dataset.Writer
	rows   map[string]int64
}

func newSheets(dir string, gzip bool) (*sheets, error) {
	writer, err := dataset.Create(dir, dataset.WriterOptions{Gzip: gzip})
	return &sheets{writer, map[string]int64{}}, err
}

func (s *sheets) write(table string, values ...any) error {
	s.rows[table]++
	if err := s.writer.Write(table, values...); err != nil {
		return fmt.Errorf("row %d of %s: %w", s.rows[table], table, err)
	}
	return nil
}

// written lists the files of several sheets in the order of the tables.
func written(all ...*sheets) []File {
	var files []File
	for _, table := range dataset.Tables() {
		for _, s := range all {
			if rows := s.rows[table.Name]; rows > 0 {
				files = append(files, File{table.Name, rows})
			}
		}
	}
	return files
}
