package server

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/creatorgraph/creatorgraph/graph/graphtest"
)

// Who asks for it sees the statements behind an answer, with their parameters, unless the operator has
// switched that off.
func TestExplainedAnswer(t *testing.T) {
	t.Parallel()

	store := graphtest.Open(t)
	d := graphtest.Draw(t, store, campaign)
	query := d.In(`{ brand(key: 'acme') { campaigns { totalCount } } }`)

	s := serve(t, Config{API: real(t, store), Database: store, Explain: true})
	var got struct {
		Extensions struct {
			Explain struct {
				Statements []struct {
					Text       string
					Parameters map[string]any
					Rows       int
					DBHits     int64
					Plan       string
				}
			}
		}
	}
	if err := json.Unmarshal([]byte(s.ask(query, explainHeader+": statement").text), &got); err != nil {
		t.Fatal(err)
	}
	all := got.Extensions.Explain.Statements
	if len(all) != 1 || !strings.HasPrefix(all[0].Text, "MATCH (brand0:Brand {key: $p0})") ||
		all[0].Parameters["p0"] != d.Key("acme") || all[0].Rows != 1 ||
		all[0].DBHits == 0 || !strings.Contains(all[0].Plan, "+NodeUniqueIndexSeek") {
		t.Errorf("explained: %+v", all)
	}
	if plain := s.ask(query); strings.Contains(plain.text, "extensions") {
		t.Errorf("not asked for, but explained: %s", plain.text)
	}

	closed := serve(t, Config{API: real(t, store), Database: store})
	if refused := closed.ask(query, explainHeader+": statement"); !strings.Contains(refused.text, `"explain":"the operator has switched`) {
		t.Errorf("switched off, but: %s", refused.text)
	}
}
