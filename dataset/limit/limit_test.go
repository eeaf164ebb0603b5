package limit_test

import (
	"strings"
	"testing"
	"time"

	"github.com/creatorgraph/creatorgraph/dataset/limit"
)

// What may be a key and what may not, with the remedy that is told.
func TestKey(t *testing.T) {
	t.Parallel()

	for key, want := range map[string]struct {
		kind   limit.Kind
		remedy string
	}{
		"cr-1":                   {"", ""},
		"达人 1":                   {"", ""},
		"👩‍👧":                    {"", ""},
		"1e5":                    {"", ""},
		"6823460000000000000":    {"", ""},
		strings.Repeat("k", 128): {"", ""},
		strings.Repeat("k", 129): {limit.TooLong, "at most 128 bytes"},
		strings.Repeat("达", 43):  {limit.TooLong, "this has 129"},
		" cr-1":                  {limit.WhiteSpace, `write "cr-1"`},
		"cr-1\u00A0":             {limit.WhiteSpace, `write "cr-1"`},
		"\u3000达人":               {limit.WhiteSpace, `write "达人"`},
		"cr-1\u200B":             {limit.WhiteSpace, `write "cr-1"`},
		"\uFEFFcr-1":             {limit.WhiteSpace, `write "cr-1"`},
		"cr-1\n":                 {limit.WhiteSpace, `write "cr-1"`},
		" \t":                    {limit.WhiteSpace, "stands for nothing"},
		"a\x00b":                 {limit.ControlCharacter, "U+0000"},
		"a\u0085b":               {limit.ControlCharacter, "U+0085"},
		"a\nb":                   {limit.ControlCharacter, "U+000A"},
		"a\uFEFFb":               {limit.ControlCharacter, "byte order mark"},
		"a\xff":                  {limit.BadText, "UTF-8"},
		"a\xed\xa0\xbd":          {limit.BadText, "UTF-8"}, // half a surrogate pair
		"6.82346E+18":            {limit.RoundedKey, "format the column as text"},
		"6.8e+18":                {limit.RoundedKey, "format the column as text"},
		"7E+18":                  {limit.RoundedKey, "format the column as text"},
		"6,82346E+18":            {limit.RoundedKey, "format the column as text"},
	} {
		got := limit.Key(key)
		if got.Kind != want.kind || !strings.Contains(got.Reason, want.remedy) || got.Found() != (want.kind != "") {
			t.Errorf("key %q: got %+v, want %s with %q", key, got, want.kind, want.remedy)
		}
	}
}

// Limits hold to the last character, byte, number and day.
func TestLimits(t *testing.T) {
	t.Parallel()

	day := func(text string) time.Time {
		at, err := time.Parse(time.RFC3339, text+"T00:00:00+08:00")
		if err != nil {
			t.Fatal(err)
		}
		return at
	}
	for name, test := range map[string]struct {
		got  limit.Fault
		want limit.Kind
	}{
		"500 characters of a name":      {limit.Name(strings.Repeat("名", 500)), ""},
		"501 characters of a name":      {limit.Name(strings.Repeat("名", 501)), limit.TooLong},
		"a name of two lines":           {limit.Name("a\r\nb"), ""},
		"a name with a bell":            {limit.Name("a\ab"), limit.ControlCharacter},
		"8,000 bytes of a region":       {limit.Text(strings.Repeat("r", 8000)), ""},
		"8,001 bytes of a region":       {limit.Text(strings.Repeat("r", 8001)), limit.TooLong},
		"a tag of two":                  {limit.Element("a|b"), limit.BadText},
		"a tag of 8,001 bytes":          {limit.Element(strings.Repeat("t", 8001)), limit.TooLong},
		"a long bio":                    {limit.Prose(strings.Repeat("b", 100_000)), ""},
		"half a surrogate pair":         {limit.Prose("a\xed\xb0\x80"), limit.BadText},
		"2^53 - 1":                      {limit.Number(1<<53 - 1), ""},
		"2^53":                          {limit.Number(1 << 53), limit.TooLarge},
		"a negative number":             {limit.Number(-1), limit.Negative},
		"the first day, in UTC":         {limit.Time(day("1900-01-02")), ""},
		"the day before it":             {limit.Time(day("1900-01-01")), limit.OutOfCalendar},
		"the last day":                  {limit.Time(day("2200-12-31")), ""},
		"9999, which is no end at best": {limit.Time(day("9999-12-31")), limit.OutOfCalendar},
	} {
		if test.got.Kind != test.want {
			t.Errorf("%s: got %+v, want %q", name, test.got, test.want)
		}
	}
}
