package resolvers_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/graph/graphtest"
)

// Collaborators are told apart by what they shared: a small campaign ties more than a large one, a recent
// one more than an old one, a brand least; whoever posts and appears in a content shares it once.
func TestCollaboratorsByStrengthOfTie(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, `
		(acme:Brand {creatorCount: 5})-[:RAN]->(new:Campaign {ends: date('2026-11-11')})
		(acme)-[:RAN]->(old:Campaign {ends: date('2024-11-11')})
		(acme)-[:RAN]->(other:Campaign {starts: date('2026-11-01')})
		(ann:Creator)-[:PARTICIPATED_IN]->(new)
		(ann)-[:PARTICIPATED_IN]->(old)
		(bea:Creator)-[:PARTICIPATED_IN]->(new)
		(cid:Creator)-[:PARTICIPATED_IN]->(old)
		(dan:Creator)-[:PARTICIPATED_IN]->(other)
		(ann)-[:POSTED]->(duet:Content {published: datetime('2026-11-11T10:00:00Z')})
		(ann)-[:APPEARS_IN]->(duet)
		(eve:Creator)-[:APPEARS_IN]->(duet)
		(ann)-[:POSTED]->(alone:Content {published: datetime('2026-11-11T10:00:00Z')})
		(fay:Creator)-[:POSTED]->(fays:Content {published: datetime('2026-11-11T10:00:00Z')})`)

	// new: 1/ln 3, half of it in old; duet, in which ann appears besides posting it: 1/ln 4; acme: 0.1/ln 6, by the day of whoever stopped first.
	want := `{"data":{"creator":{"collaborators":{"totalCount":4,"nodes":[{"name":"bea"},{"name":"eve"},{"name":"cid"},{"name":"dan"}],"edges":[` +
		`{"campaignsTogether":1,"contentsTogether":0,"brandsTogether":1,"last":"2026-11-11","weight":0.966050289},` +
		`{"campaignsTogether":0,"contentsTogether":1,"brandsTogether":0,"last":"2026-11-11","weight":0.72134752},` +
		`{"campaignsTogether":1,"contentsTogether":0,"brandsTogether":1,"last":"2024-11-11","weight":0.483025145},` +
		`{"campaignsTogether":0,"contentsTogether":0,"brandsTogether":1,"last":null,"weight":0.055283635}]}}}}`
	got := d.Unsuffixed(a.ask(t, d.In(`{ creator(key: 'ann') { collaborators { totalCount nodes { name }
		edges { campaignsTogether contentsTogether brandsTogether last weight } } } }`), nil))
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("collaborators of ann (-want +got):\n%s", diff)
	}
	want = `{"data":{"creator":{"collaborators":{"totalCount":2,"nodes":[{"name":"bea"},{"name":"cid"}]}}}}`
	got = d.Unsuffixed(a.ask(t, d.In(`{ creator(key: 'ann') { collaborators(minShared: 2) { totalCount nodes { name } } } }`), nil))
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("of whom ann shares two things (-want +got):\n%s", diff)
	}
}

// What is still to come, be it a campaign until 2200 or a content that is scheduled, ties as much as what
// ends today and no more; equals come by key. An end in 9999 once made weights infinite.
func TestDayToComeNeverOutweighsToday(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, `
		(cid:Creator)-[:PARTICIPATED_IN]->(far:Campaign {ends: date('2200-12-31')})
		(ann:Creator)-[:PARTICIPATED_IN]->(far)
		(dan:Creator)-[:PARTICIPATED_IN]->(now:Campaign {ends: date()})
		(ann)-[:PARTICIPATED_IN]->(now)
		(bea:Creator)-[:APPEARS_IN]->(planned:Content {published: datetime('2200-12-31T00:00:00Z')})
		(ann)-[:POSTED]->(planned)`)
	want := `{"data":{"creator":{"collaborators":{"nodes":[{"name":"bea"},{"name":"cid"},{"name":"dan"}],"edges":[` +
		`{"weight":0.910239227},{"weight":0.910239227},{"weight":0.910239227}]}}}}`
	got := d.Unsuffixed(a.ask(t, d.In(`{ creator(key: 'ann') { collaborators { nodes { name } edges { weight } } } }`), nil))
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("collaborators of ann (-want +got):\n%s", diff)
	}
}
