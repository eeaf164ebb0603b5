package load

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// spill sorts the points of a table of series by their owners on disk: into buckets of owners that
// follow each other, each small enough to be read at once when its owners' turn comes.
type spill struct {
	codec   *codec
	owners  int // in a bucket
	buckets []*bucket

	open   int // the bucket that is in memory
	series map[uint32]series
}

type bucket struct {
	file *os.File
	out  *bufio.Writer
}

// bucketBytes is about how much of a file goes into one bucket.
const bucketBytes = 64 << 20

// maxBuckets bounds open files.
const maxBuckets = 256

// newSpill makes the buckets of so many owners for a file of a size, before compression.
func newSpill(dir, name string, codec *codec, owners int, size int64) (*spill, error) {
	n := int(min(size/bucketBytes+1, maxBuckets))
	s := &spill{codec: codec, owners: owners/n + 1, open: -1}
	for i := range n {
		file, err := os.Create(filepath.Join(dir, fmt.Sprintf("%s-%03d.bin", name, i)))
		if err != nil {
			return nil, err
		}
		s.buckets = append(s.buckets, &bucket{file, bufio.NewWriterSize(file, 1<<16)})
	}
	return s, nil
}

func (s *spill) add(owner uint32, point []int64) error {
	out := s.buckets[int(owner)/s.owners].out
	row := binary.AppendUvarint(out.AvailableBuffer(), uint64(owner))
	for _, n := range point {
		row = binary.AppendVarint(row, n)
	}
	_, err := out.Write(row)
	return err
}

// property is a list of a series as the graph keeps it; there is none without a table.
func (s *spill) property(of series, i int) any {
	if s == nil {
		return nil
	}
	return s.codec.property(of, i)
}

// of gives an owner's series, nil when there is none. Owners must be asked for in their order.
func (s *spill) of(owner uint32) (series, error) {
	if s == nil {
		return nil, nil
	}
	if at := int(owner) / s.owners; at != s.open {
		if err := s.load(at); err != nil {
			return nil, err
		}
	}
	return s.series[owner], nil
}

func (s *spill) load(at int) error {
	b := s.buckets[at]
	err := b.out.Flush()
	if err == nil {
		_, err = b.file.Seek(0, io.SeekStart)
	}
	points := map[uint32][][]int64{}
	for in := bufio.NewReaderSize(b.file, 1<<18); err == nil; {
		var owner uint64
		if owner, err = binary.ReadUvarint(in); err != nil {
			break
		}
		point := make([]int64, len(s.codec.lists))
		for i := range point {
			if point[i], err = binary.ReadVarint(in); err != nil {
				return fmt.Errorf("%s: %w", b.file.Name(), err)
			}
		}
		points[uint32(owner)] = append(points[uint32(owner)], point)
	}
	if !errors.Is(err, io.EOF) {
		return fmt.Errorf("%s: %w", b.file.Name(), err)
	}
	s.open, s.series = at, make(map[uint32]series, len(points))
	for owner, list := range points {
		s.series[owner], _, _ = mergePoints(s.codec.identity, make(series, len(s.codec.lists)), list)
	}
	return errors.Join(b.file.Close(), os.Remove(b.file.Name()))
}
