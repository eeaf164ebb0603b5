package compile_test

import (
	"encoding/json"
	"math"
	"testing"
	"time"

	"github.com/creatorgraph/creatorgraph/graph/compile"
)

// A whole number may be written in any way that JSON has, up to 2^53 - 1 on both sides.
func TestLong(t *testing.T) {
	t.Parallel()

	for _, c := range []struct {
		given any
		want  int64
		ok    bool
	}{
		{5, 5, true}, {int64(-5), -5, true}, {5.0, 5, true}, {5.5, 0, false}, {json.Number("5"), 5, true},
		{json.Number("1e3"), 1000, true}, {json.Number("1000.0"), 1000, true}, {json.Number("1.5"), 0, false},
		{json.Number("1e400"), 0, false}, {json.Number("x"), 0, false},
		{int64(compile.MaxSafe), compile.MaxSafe, true}, {int64(compile.MaxSafe + 1), 0, false},
		{int64(-compile.MaxSafe), -compile.MaxSafe, true}, {int64(-compile.MaxSafe - 1), 0, false},
		{float64(compile.MaxSafe), compile.MaxSafe, true}, {float64(compile.MaxSafe) + 1, 0, false},
		{"5", 0, false}, {true, 0, false}, {nil, 0, false}, {math.NaN(), 0, false}, {math.Inf(1), 0, false},
	} {
		got, err := compile.Long(c.given)
		if (err == nil) != c.ok || c.ok && got != c.want {
			t.Errorf("%T %v: %d, %v", c.given, c.given, got, err)
		}
	}
}

// A number is finite.
func TestFloat(t *testing.T) {
	t.Parallel()

	for _, c := range []struct {
		given any
		want  float64
		ok    bool
	}{
		{0.5, 0.5, true}, {5, 5, true}, {int64(-5), -5, true}, {json.Number("0.5"), 0.5, true}, {json.Number("1e400"), 0, false},
		{math.NaN(), 0, false}, {math.Inf(-1), 0, false}, {"0.5", 0, false}, {nil, 0, false},
	} {
		got, err := compile.Float(c.given)
		if (err == nil) != c.ok || c.ok && got != c.want {
			t.Errorf("%T %v: %v, %v", c.given, c.given, got, err)
		}
	}
}

// An instant is kept in UTC, in years of four digits.
func TestInstant(t *testing.T) {
	t.Parallel()

	for text, want := range map[string]string{
		"2026-11-11T08:00:00+08:00": "2026-11-11T00:00:00Z", "2026-11-11T00:00:00.25Z": "2026-11-11T00:00:00.25Z",
		"9999-12-31T23:59:59Z": "9999-12-31T23:59:59Z", "9999-12-31T23:59:59-23:59": "", "0000-01-01T00:00:00+01:00": "",
		"2026-11-11": "", "2026-11-11T08:00:00": "",
	} {
		got, err := compile.Instant(text)
		if (err == nil) != (want != "") || err == nil && got.Format(time.RFC3339Nano) != want {
			t.Errorf("%s: %v, %v", text, got, err)
		}
	}
}

// Values of inputs that a mutation's Go code reads are refused wherever they stand, of each kind of scalar.
func TestScalarsOfInputs(t *testing.T) {
	t.Parallel()

	c := compiler(t)
	const document = `mutation($in: CreateCampaignInput!) { createCampaign(input: $in) { userErrors { code } } }`
	op := parse(t, c, document)
	for _, one := range []struct {
		name  string
		value any
		want  string
	}{
		{"brand", 5.5, `createCampaign.input.brand: 5.5 is not a text; write it in quotes`},
		{"brand", int64(5), ``}, {"brand", json.Number("5"), ``}, {"brand", json.Number("5.5"), `createCampaign.input.brand: 5.5 is not a text; write it in quotes`},
		{"name", int64(5), `createCampaign.input.name: 5 is not a text; write it in quotes`}, {"name", nil, ``},
		{"categories", []any{"a", int64(5)}, `createCampaign.input.categories[1]: 5 is not a text; write it in quotes`},
		{"starts", "2026-02-30", `createCampaign.input.starts: "2026-02-30" is not a date; write it as YYYY-MM-DD, such as 2026-11-11`},
		{"objective", int64(5), `createCampaign.input.objective: 5 is no Objective; give one of the schema's values`},
		{"unheard", int64(5), ``},
	} {
		got := told(c.CheckArguments(op, map[string]any{"in": map[string]any{one.name: one.value}}))
		if got != one.want {
			t.Errorf("%s %v: got %s, want %s", one.name, one.value, got, one.want)
		}
	}
	if got := told(c.CheckArguments(op, map[string]any{"in": "x"})); got != `createCampaign.input: "x" is no CreateCampaignInput; give an object with its fields` {
		t.Errorf("no object: %s", got)
	}
}
