package server

import (
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/creatorgraph/creatorgraph/graph"
)

func TestBookmarksComeByHeaderOrCookie(t *testing.T) {
	t.Parallel()

	for name, c := range map[string]struct {
		header, cookie string
		want           []string
	}{
		"none":             {"", "", nil},
		"header":           {"FB:kcwQ+/=", "", []string{"FB:kcwQ+/="}},
		"cookie":           {"", "FB:a|FB:b", []string{"FB:a", "FB:b"}},
		"header first":     {"FB:a", "FB:b", []string{"FB:a"}},
		"too long":         {strings.Repeat("x", bookmarkBytes+1), "", nil},
		"too many":         {strings.Repeat("x|", bookmarksMost) + "x", "", nil},
		"something else":   {"a'b", "", nil},
		"an empty one":     {"FB:a||FB:b", "", nil},
		"other characters": {"FB:é", "", nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			r := httptest.NewRequest(http.MethodPost, "/graphql", nil)
			if c.header != "" {
				r.Header.Set(bookmarkHeader, c.header)
			}
			if c.cookie != "" {
				r.AddCookie(&http.Cookie{Name: bookmarkCookie, Value: c.cookie})
			}
			_, marks := withBookmarks(r)
			if got := marks.Marks(); !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestBookmarksAreGivenToWhoWrote(t *testing.T) {
	t.Parallel()

	_, now := graph.WithBookmarks(t.Context(), []string{"FB:a", "FB:b"})
	w := httptest.NewRecorder()
	carried{now, []string{"FB:a", "FB:b"}}.answer(w)
	if len(w.Header()) != 0 {
		t.Errorf("to who only read: %v", w.Header())
	}
	carried{now, nil}.answer(w)
	if got := w.Header().Get(bookmarkHeader); got != "FB:a|FB:b" {
		t.Errorf("header: got %q", got)
	}
	if got := w.Header().Get("Set-Cookie"); got != bookmarkCookie+"=FB:a|FB:b; Path=/; Max-Age=60; HttpOnly; SameSite=Lax" {
		t.Errorf("cookie: got %q", got)
	}
}
