package resolvers_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/creatorgraph/creatorgraph/graph/graphtest"
)

// Of each pasted line it is told who is meant: for certain, perhaps, or nobody.
func TestResolveCreators(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	tag := strings.Map(digits, graphtest.Draw(t, a.store, `(none:Creator)`).Key(""))
	d := graphtest.Draw(t, a.store, strings.ReplaceAll(`(ann:Creator {name: '李佳琦TAG', handle: 'lijiaqi_TAG', followers: 900})
		(bea:Creator {name: 'Zoë Brightwater TAG', handle: 'zoe.TAG', followers: 20})
		(cem:Creator {name: '双胞胎TAG', followers: 10, handle: 'tall.TAG'})
		(dan:Creator {name: '双胞胎TAG', followers: 5000, handle: 'small.TAG'})`, "TAG", tag))
	lines := []struct{ line, state, creator, candidates string }{
		{"1. 李佳琦TAG", "FOUND", "ann", ""},
		{"2、@LiJiaQi_TAG", "FOUND", "ann", ""},
		{"ＺＯＥ　ｂｒｉｇｈｔｗａｔｅｒTAG", "FOUND", "bea", ""},
		{d.Key("bea"), "FOUND", "bea", ""},
		{"https://www.xiaohongshu.com/user/profile/zoe.TAG?x=1", "FOUND", "bea", ""},
		{"双胞胎TAG", "DOUBTFUL", "", "dan cem"},
		{"双胞胎TAG\t1200\tsmall.TAG", "FOUND", "dan", ""},
		{"李佳奇TAG", "DOUBTFUL", "", "ann"},
		{"zoebrightwaterTAG", "FOUND", "bea", ""},
		{"zoebritwaterTAG", "MISSING", "", "bea"},
		{"lijiaqiTAG", "FOUND", "ann", ""},
		{"nobody at all TAG", "MISSING", "", ""},
		{"", "MISSING", "", ""},
	}
	var given []any
	for i := range lines {
		lines[i].line = strings.ReplaceAll(lines[i].line, "TAG", tag)
		given = append(given, lines[i].line)
	}
	before := a.trips.Load()
	answer := a.ask(t, `query($lines: [String!]!) { resolveCreators(lines: $lines) { line state creator { key } candidates { key } } }`,
		object{"lines": given})
	if trips := a.trips.Load() - before; trips > 4 {
		t.Errorf("%d round trips for %d lines", trips, len(lines))
	}
	var got struct {
		Data struct {
			ResolveCreators []struct {
				Line, State string
				Creator     *struct{ Key string }
				Candidates  []struct{ Key string }
			}
		}
	}
	if err := json.Unmarshal([]byte(d.Unsuffixed(answer)), &got); err != nil || len(got.Data.ResolveCreators) != len(lines) {
		t.Fatal(answer)
	}
	for i, want := range lines {
		one := got.Data.ResolveCreators[i]
		creator := ""
		if one.Creator != nil {
			creator = one.Creator.Key
		}
		var keys []string
		for _, c := range one.Candidates {
			keys = append(keys, c.Key)
		}
		if one.State != want.state || creator != want.creator || strings.Join(keys, " ") != want.candidates {
			t.Errorf("%q: %s %s %q, want %s %s %q", want.line, one.State, creator, keys, want.state, want.creator, want.candidates)
		}
	}
}

// More lines than may be are refused with the bound.
func TestResolveCreatorsIsBounded(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	lines := make([]any, 501)
	for i := range lines {
		lines[i] = "x"
	}
	got := a.ask(t, `query($lines: [String!]!) { resolveCreators(lines: $lines) { state } }`, object{"lines": lines})
	if !strings.Contains(got, "501 lines; give at most 500 at once") || !strings.Contains(got, "BAD_USER_INPUT") {
		t.Error(got)
	}
}
