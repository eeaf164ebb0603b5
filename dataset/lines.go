package dataset

import (
	"bytes"
	"io"
)

// readAhead is how much is read at a time.
const readAhead = 1 << 18

// window is the part of a file that is in memory: at most a row and the bytes read ahead.
type window struct {
	from  io.Reader
	buf   []byte
	begin int // index in buf of the first unused byte
	line  int // lines used so far
	err   error
}

func newWindow(from io.Reader) *window { return &window{from: from} }

// unread is what is in memory and not yet used.
func (w *window) unread() []byte { return w.buf[w.begin:] }

// full says that rest is as long as a row may be.
func (w *window) full() bool { return len(w.buf)-w.begin > MaxRow }

// fill reads more bytes. It gives false when there are no more; w.err is then io.EOF or the error.
func (w *window) fill() bool {
	if w.err != nil {
		return false
	}
	w.buf = append(w.buf[:0], w.buf[w.begin:]...)
	w.begin = 0
	size := len(w.buf)
	w.buf = append(w.buf, make([]byte, readAhead)...)
	for {
		n, err := w.from.Read(w.buf[size:])
		w.buf, w.err = w.buf[:size+n], err
		if n > 0 || err != nil {
			return n > 0
		}
		w.buf = w.buf[:cap(w.buf)]
	}
}

// advance skips n bytes that hold so many line ends.
func (w *window) advance(n, lines int) {
	w.begin += n
	w.line += lines
}

// skipLine skips the rest of the line, however long it is.
func (w *window) skipLine() {
	for {
		if i := bytes.IndexByte(w.unread(), '\n'); i >= 0 {
			w.advance(i+1, 1)
			return
		}
		w.advance(len(w.unread()), 0)
		if !w.fill() {
			w.line++
			return
		}
	}
}

// skipBOM skips a byte order mark at the beginning.
func (w *window) skipBOM() {
	for len(w.unread()) < 3 && w.fill() {
	}
	if bytes.HasPrefix(w.unread(), []byte("\uFEFF")) {
		w.advance(3, 0)
	}
}

// nextLine gives a line without its end, or says that it is too long to be had. At the end the
// error is io.EOF.
func (w *window) nextLine() (line []byte, tooLong bool, err error) {
	seen := 0
	for {
		if i := bytes.IndexByte(w.unread()[seen:], '\n'); i >= 0 {
			line = w.unread()[:seen+i]
			if len(line) > MaxRow {
				w.skipLine()
				return nil, true, nil
			}
			w.advance(seen+i+1, 1)
			return bytes.TrimSuffix(line, []byte("\r")), false, nil
		}
		seen = len(w.unread())
		if w.full() {
			w.skipLine()
			return nil, true, w.readError()
		}
		if w.fill() {
			continue
		}
		if w.err != io.EOF || seen == 0 {
			return nil, false, w.err
		}
		line = w.unread()
		w.advance(seen, 1)
		return bytes.TrimSuffix(line, []byte("\r")), false, nil
	}
}

// readError is the error of reading; the end of the file is none.
func (w *window) readError() error {
	if w.err == io.EOF {
		return nil
	}
	return w.err
}
