package cypher

import (
	"strings"
	"testing"
	"time"
)

type day time.Time

func (d day) Time() time.Time { return time.Time(d) }

// What is pasted gives each parameter its own type: a day that became a text would be compared with nothing.
func TestParamsKeepTypes(t *testing.T) {
	t.Parallel()

	at := time.Date(2026, 11, 11, 8, 30, 0, 0, time.UTC)
	got := Params(map[string]any{"today": day(at), "p0": `it's`, "p1": int64(3), "p2": 2.0, "at": at, "none": nil,
		"keys": []string{"a"}, "company": []any{map[string]any{"place": int64(0), "p0": true}}})
	want := `:params {at: datetime('2026-11-11T08:30:00Z'), company: [{p0: true, place: 0}], keys: ['a'], none: null, ` +
		`p0: 'it\'s', p1: 3, p2: 2.0, today: date('2026-11-11')}`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// Texts that may be filled up are sent at one length, and shown as they are.
func TestSent(t *testing.T) {
	params := map[string]any{"names": Filled("spelt:ann*"), "text": "ann"}
	sent := Sent(params)
	if names, _ := sent["names"].(string); len(names) != 1_100 || strings.TrimSpace(names) != "spelt:ann*" {
		t.Errorf("got %q", names)
	}
	if sent["text"] != "ann" || params["names"] != Filled("spelt:ann*") {
		t.Errorf("got %v of %v", sent["text"], params)
	}
	if got, want := Params(params), ":params {names: 'spelt:ann*', text: 'ann'}"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	long := strings.Repeat("x", 2_000)
	if got := Sent(map[string]any{"names": Filled(long)}); got["names"] != long {
		t.Error("a longer text was changed")
	}
}
