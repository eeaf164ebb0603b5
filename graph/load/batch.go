package load

import (
	"context"
	"errors"
	"io"

	"github.com/creatorgraph/creatorgraph/dataset"
)

// batch is some rows of one file, in their order, with what was refused among them.
type batch struct {
	rows     []dataset.Row
	refused  []refusedRow
	line     int // the last row's, refused ones included
	repeated int
	read     int // rows so far, refused and repeated ones included
	offset   int64
	err      error // why the file cannot be read further; io.EOF at its end
}

// refusedRow is a row that cannot be used, and all that is wrong with it.
type refusedRow struct {
	line    int // dataset.Row.Line
	rejects []dataset.Reject
}

// readBatches reads a file into batches of about size rows and list elements, some ahead of their use. The channel
// closes after a batch with an error or when ctx ends.
func readBatches(ctx context.Context, r *dataset.Reader, size int) <-chan batch {
	batches := make(chan batch, 1)
	go func() {
		defer close(batches)
		read := 0
		for {
			b := nextBatch(r, size)
			read += len(b.rows) + len(b.refused)
			b.read = read + r.Repeated()
			select {
			case batches <- b:
			case <-ctx.Done():
				return
			}
			if b.err != nil {
				return
			}
		}
	}()
	return batches
}

func nextBatch(r *dataset.Reader, size int) batch {
	var b batch
	before := r.Repeated()
	for weight := 0; weight < size; weight++ {
		row, rejects, err := r.Read()
		if err != nil {
			b.err = err
			break
		}
		b.line = row.Line
		if len(rejects) > 0 {
			b.refused = append(b.refused, refusedRow{row.Line, rejects})
			continue
		}
		b.rows = append(b.rows, row)
		weight += elements(row) / elementsPerRow
	}
	b.repeated = r.Repeated() - before
	b.offset = r.Offset()
	return b
}

// elementsPerRow is the number of list elements that cost the database about as much as a row.
const elementsPerRow = 4

// elements is how many list elements a row has.
func elements(row dataset.Row) int {
	n := 0
	for _, value := range row.Values {
		if list, ok := value.([]string); ok {
			n += len(list)
		}
	}
	return n
}

// broken is the error of a file that could not be read to the end.
func (b batch) broken() error {
	if errors.Is(b.err, io.EOF) {
		return nil
	}
	return b.err
}
