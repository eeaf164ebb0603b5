package resolvers_test

import (
	"fmt"
	"maps"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/creatorgraph/creatorgraph/graph/graphtest"
)

// atOnce asks so many times at the same moment and gives the answers, in the order of the clients.
func atOnce(clients int, ask func(client int) string) []string {
	answers := make([]string, clients)
	var all sync.WaitGroup
	for client := range clients {
		all.Go(func() { answers[client] = ask(client) })
	}
	all.Wait()
	return answers
}

// byAnswer gives how often each answer was given.
func byAnswer(answers []string) map[string]int {
	n := map[string]int{}
	for _, one := range answers {
		n[one]++
	}
	return n
}

// Everybody who records at one moment is answered: of one participation, where some were told TIMEOUT, one of
// their values stands; the totals of a campaign of which many creators are recorded are those of a recount.
func TestOneParticipationRecordedByFifty(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, marketplace)
	recount(t, a.store, d)
	spring, ann := id(d, "Campaign", "spring"), id(d, "Creator", "ann")
	answers := atOnce(50, func(client int) string {
		creator := ann
		if client%5 == 0 {
			creator = id(d, "Creator", []string{"bea", "cid", "dee"}[client%3])
		}
		return a.ask(t, `mutation($in: RecordParticipationInput!) { recordParticipation(input: $in) {
			participation { creator { key } } userErrors { code } } }`, map[string]any{"in": map[string]any{
			"campaign": spring, "creator": creator, "fee": 1000 + client, "impressions": 7}})
	})
	for _, answer := range answers {
		if !strings.Contains(answer, `"participation":{"creator"`) || !strings.Contains(answer, `"userErrors":[]`) {
			t.Errorf("answered %s", answer)
		}
	}
	checkTotals(t, a.store, d, "by fifty at once")
}

// Of those who record at one moment, one who names nobody learns of it and the others are recorded.
func TestOneMistakeAmongMany(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, marketplace)
	recount(t, a.store, d)
	answers := atOnce(24, func(client int) string {
		creator, campaign := id(d, "Creator", "ann"), id(d, "Campaign", "spring")
		switch client % 4 {
		case 1:
			creator = id(d, "Creator", "nobody")
		case 2:
			campaign = id(d, "Campaign", "nowhere")
		}
		return a.ask(t, `mutation($in: RecordParticipationInput!) { recordParticipation(input: $in) {
			participation { fee } userErrors { path code } } }`,
			map[string]any{"in": map[string]any{"campaign": campaign, "creator": creator, "fee": 5}})
	})
	want := map[string]int{
		`{"data":{"recordParticipation":{"participation":{"fee":5},"userErrors":[]}}}`:                                            12,
		`{"data":{"recordParticipation":{"participation":null,"userErrors":[{"path":["input","creator"],"code":"NOT_FOUND"}]}}}`:  6,
		`{"data":{"recordParticipation":{"participation":null,"userErrors":[{"path":["input","campaign"],"code":"NOT_FOUND"}]}}}`: 6,
	}
	if diff := cmp.Diff(want, byAnswer(answers)); diff != "" {
		t.Errorf("answers (-want +got):\n%s", diff)
	}
	checkTotals(t, a.store, d, "with mistakes between")
}

// Contrary answers to one invitation at one moment: all of them are recorded, and the one that stands in the graph is the
// last. That it expired is refused once it was answered.
func TestContraryAnswersAtOneMoment(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, `(dior:Brand)-[:RAN]->(spring:Campaign)
		(ann:Creator)
		(spring)-[:INVITED {at: datetime('2026-02-01T00:00:00Z'), source: 'RECOMMENDED'}]->(ann)`)
	said := []string{"ACCEPTED", "DECLINED", "EXPIRED"}
	answers := atOnce(12, func(client int) string {
		return a.ask(t, `mutation($in: AnswerInvitationInput!) { answerInvitation(input: $in) {
			invitation { answer } userErrors { path code message } } }`, map[string]any{"in": map[string]any{
			"campaign": id(d, "Campaign", "spring"), "creator": id(d, "Creator", "ann"), "answer": said[client%3]}})
	})
	for i, answer := range answers {
		wasRecorded := strings.Contains(answer, `"userErrors":[]`) && (said[i%3] == "EXPIRED" || !strings.Contains(answer, `"answer":"EXPIRED"`))
		wasTooLate := said[i%3] == "EXPIRED" && strings.Contains(answer, `"path":["input","answer"],"code":"CONFLICT","message":"it was answered `)
		if !wasRecorded && !wasTooLate {
			t.Errorf("who said %s was answered %s", said[i%3], answer)
		}
	}
	last := a.ask(t, d.In(`{ campaign(key: 'spring') { invitations { nodes { answer } } } }`), nil)
	gone := map[string]string{`{"answer":"ACCEPTED"}`: "DECLINED", `{"answer":"DECLINED"}`: "ACCEPTED"}
	for stands, other := range gone {
		if strings.Contains(last, stands) {
			if !graphtest.Has(t, a.store, strings.ReplaceAll(d.In(
				"(n:Campaign {key: 'spring'})-[i:INVITED WHERE '"+other+"' IN i.earlierAnswers]->()"), `"`, "'")) {
				t.Errorf("%s, and that it was %s before is forgotten", last, other)
			}
			return
		}
	}
	t.Errorf("what stands is %s", last)
}

// A request sent again while it is carried out has the same answer, and is carried out once; the same name for
// another one is a conflict, however close they come.
func TestNamedRequestsAtOneMoment(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, marketplace)
	recount(t, a.store, d)
	in := map[string]any{"campaign": id(d, "Campaign", "spring"), "creator": id(d, "Creator", "ann"),
		"clientMutationId": d.Key("once")}
	answers := atOnce(20, func(client int) string {
		mine := maps.Clone(in)
		mine["fee"] = 1 + client%2
		return a.ask(t, `mutation($in: RecordParticipationInput!) { recordParticipation(input: $in) {
			participation { fee } userErrors { code } } }`, map[string]any{"in": mine})
	})
	conflict := `{"data":{"recordParticipation":{"participation":null,"userErrors":[{"code":"CONFLICT"}]}}}`
	got := byAnswer(answers)
	if got[conflict] != 10 || len(got) != 2 {
		t.Errorf("answers %v", got)
	}
	checkTotals(t, a.store, d, "by name")
}

// Invitations and counts of one thing at one moment: each is there once, and nobody's overwrites another's.
func TestInvitedAndCountedAtOneMoment(t *testing.T) {
	t.Parallel()

	a := setUp(t)
	d := graphtest.Draw(t, a.store, `(dior:Brand)-[:RAN]->(spring:Campaign)
		(ann:Creator)-[:POSTED]->(clip:Content {published: datetime('2026-03-02T10:00:00Z')})
		(bea:Creator)
		(cid:Creator)`)
	names := []string{"ann", "bea", "cid"}
	answers := atOnce(24, func(client int) string {
		if client%2 == 0 {
			return a.ask(t, `mutation($in: InviteCreatorsInput!) { inviteCreators(input: $in) { userErrors { code } } }`,
				map[string]any{"in": map[string]any{"campaign": id(d, "Campaign", "spring"), "invitations": []any{
					map[string]any{"creator": id(d, "Creator", names[client%3]), "source": "RECOMMENDED", "offer": client},
					map[string]any{"creator": id(d, "Creator", names[(client+1)%3]), "source": "SELF_PICKED"}}}})
		}
		return a.ask(t, `mutation($in: RecordContentMetricsInput!) { recordContentMetrics(input: $in) { userErrors { code } } }`,
			map[string]any{"in": map[string]any{"content": id(d, "Content", "clip"), "views": client,
				"at": fmt.Sprintf("2026-03-03T00:00:%02dZ", client)}})
	})
	want := map[string]int{`{"data":{"inviteCreators":{"userErrors":[]}}}`: 12, `{"data":{"recordContentMetrics":{"userErrors":[]}}}`: 12}
	if diff := cmp.Diff(want, byAnswer(answers)); diff != "" {
		t.Errorf("answers (-want +got):\n%s", diff)
	}
	got := a.ask(t, d.In(`{ campaign(key: 'spring') { invitations { totalCount } }
		creator(key: 'ann') { contents { nodes { metrics { views } } } } }`), nil)
	want1 := `{"data":{"campaign":{"invitations":{"totalCount":3}},"creator":{"contents":{"nodes":[{"metrics":[` +
		`{"views":1},{"views":3},{"views":5},{"views":7},{"views":9},{"views":11},` +
		`{"views":13},{"views":15},{"views":17},{"views":19},{"views":21},{"views":23}]}]}}}}`
	if diff := cmp.Diff(want1, got); diff != "" {
		t.Errorf("afterwards (-want +got):\n%s", diff)
	}
}
