package server

import (
	"testing"
)

// An outage is one error with its cause and one word that it is over; the next is told anew.
func TestOutageIsToldOnceAndItsEndOnce(t *testing.T) {
	t.Parallel()

	db := &switchable{}
	s := serve(t, Config{API: newTiny(), Database: db})
	for round := 1; round <= 2; round++ {
		db.set(down())
		for range 5 {
			if got := s.ask(`{fail(how:"database")}`); got.code(t) != "SERVICE_UNAVAILABLE" {
				t.Fatalf("got %s", got.text)
			}
		}
		if told := s.log.with(`"level":"ERROR"`, "secret of the cause", `"request":`); len(told) != round {
			t.Errorf("outage %d: %d errors in the log", round, len(told))
		}
		if lines := s.log.with(`"level":"INFO"`, `"code":"SERVICE_UNAVAILABLE"`); len(lines) != 5*round {
			t.Errorf("outage %d: %d lines of requests", round, len(lines))
		}
		if early := s.log.with("answers again"); len(early) != round-1 {
			t.Errorf("outage %d: it ended %d times before it did", round, len(early))
		}
		db.set(nil)
		eventually(t, "the log says that it is over", func() bool {
			return len(s.log.with(`"level":"INFO"`, "the database answers again")) == round
		})
	}
}
