package limit_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/creatorgraph/creatorgraph/dataset/limit"
)

func TestLoneSurrogate(t *testing.T) {
	t.Parallel()

	for text, want := range map[string]int{
		``:                     -1,
		`\`:                    -1,
		`"达人 \u4e2d \n"`:       -1,
		`"\ud83d\ude00"`:       -1,
		`"\\ud83d"`:            -1, // an escaped backslash, then letters
		`"\ud83d"`:             1,
		`"a\ude00"`:            2,
		`"\ude00\ud83d"`:       1,
		`"\ud83d\ud83d\ude00"`: 1,
		`"\ud83d\ude00\uDBFF"`: 13,
		`"\ud83`:               -1, // no JSON either
	} {
		if got := limit.LoneSurrogate([]byte(text)); got != want {
			t.Errorf("%s: %d, want %d", text, got, want)
		}
	}
}

// A JSON string in which none is found decodes without a replacement, unless it holds that character itself.
func FuzzLoneSurrogate(f *testing.F) {
	for _, text := range []string{`"\ud83d\ude00"`, `"\ud83d"`, `"\\\ud83dx"`, `"\u0041"`} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var value string
		if json.Unmarshal([]byte(text), &value) != nil || strings.Contains(strings.ToLower(text), `\ufffd`) || strings.ToValidUTF8(text, "") != text {
			t.Skip("no JSON string of valid text")
		}
		replaced := strings.Count(value, "\uFFFD") > strings.Count(text, "\uFFFD")
		if found := limit.LoneSurrogate([]byte(text)) >= 0; found != replaced {
			t.Errorf("%s: found %t, replaced %t", text, found, replaced)
		}
	})
}
