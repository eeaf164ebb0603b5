package sheet

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// byteOrderMarks are the byte order marks and what they say.
var byteOrderMarks = []struct {
	bytes []byte
	name  string
}{
	{[]byte{0xEF, 0xBB, 0xBF}, "UTF-8"},
	{[]byte{0xFF, 0xFE}, "UTF-16LE"},
	{[]byte{0xFE, 0xFF}, "UTF-16BE"},
}

// encodings are those that are found out; others are had by their names.
var encodings = map[string]encoding.Encoding{
	"UTF-16LE":     unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM),
	"UTF-16BE":     unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM),
	"GB18030":      simplifiedchinese.GB18030,
	"windows-1252": charmap.Windows1252,
}

// decode gives a file's text and the name of its encoding; name overrides what bytes
// without a mark look like.
func decode(raw []byte, name string) (text, encodingName string, err error) {
	for _, m := range byteOrderMarks {
		if rest, ok := bytes.CutPrefix(raw, m.bytes); ok {
			raw, name = rest, m.name
			break
		}
	}
	if name == "" {
		name = detectEncoding(raw)
	}
	if strings.EqualFold(name, "UTF-8") {
		return string(unixLines(raw)), "UTF-8", nil
	}
	enc, err := named(name)
	if err != nil {
		return "", "", err
	}
	plain, err := enc.NewDecoder().Bytes(raw)
	if err != nil {
		return "", "", fmt.Errorf("it cannot be read as %s: %w", name, err)
	}
	return string(unixLines(plain)), name, nil
}

func named(name string) (encoding.Encoding, error) {
	for known, enc := range encodings {
		if strings.EqualFold(known, name) {
			return enc, nil
		}
	}
	enc, err := htmlindex.Get(name)
	if err != nil {
		return nil, fmt.Errorf("%q is not the name of an encoding; say gb18030, utf-8, utf-16le, big5 …", name)
	}
	return enc, nil
}

// detectEncoding judges bytes without a mark. UTF-8 shows by its form, UTF-16 by its zeros. In GB18030
// Chinese stands in runs of two and more high bytes; where most runs are a single byte, it is a
// Western page.
func detectEncoding(b []byte) string {
	if wide := detectUTF16(b); wide != "" {
		return wide
	}
	if valid, broken := utf8Runes(b); broken == 0 || valid > 20*broken {
		return "UTF-8"
	}
	single, longer := highRuns(b)
	if single > longer {
		return "windows-1252"
	}
	return "GB18030"
}

// detectUTF16 says whether every second byte is often zero, and which.
func detectUTF16(b []byte) string {
	b = b[:min(len(b), sampleBytes)]
	var zeros [2]int
	for i, c := range b {
		if c == 0 {
			zeros[i%2]++
		}
	}
	switch limit := len(b) / 16; {
	case zeros[1] > limit && zeros[0] <= zeros[1]/4:
		return "UTF-16LE"
	case zeros[0] > limit && zeros[1] <= zeros[0]/4:
		return "UTF-16BE"
	}
	return ""
}

// utf8Runes counts the runes of several bytes and the bytes that are of none.
func utf8Runes(b []byte) (valid, broken int) {
	for len(b) > 0 {
		r, size := utf8.DecodeRune(b)
		switch {
		case r == utf8.RuneError && size == 1:
			broken++
		case size > 1:
			valid++
		}
		b = b[size:]
	}
	return valid, broken
}

func highRuns(b []byte) (single, longer int) {
	run := 0
	for i := 0; i <= len(b); i++ {
		if i < len(b) && b[i] >= 0x80 {
			run++
			continue
		}
		switch {
		case run == 1:
			single++
		case run > 1:
			longer++
		}
		run = 0
	}
	return single, longer
}
