package server

import (
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/creatorgraph/creatorgraph/graph"
)

// Bookmarks that the server gave out come back by header or cookie; what is none, is made up, or was changed on the
// way is an error in a header, and is left aside in a cookie.
func TestBookmarksComeByHeaderOrCookie(t *testing.T) {
	t.Parallel()

	s := New(Config{API: newTiny(), Database: &switchable{}, BookmarkKey: []byte("shared by replicas")})
	seal := newBookmarkSigner([]byte("shared by replicas")).seal // as a replica does
	forged := newBookmarkSigner([]byte("another")).seal([]string{"FB:future"})
	for name, c := range map[string]struct {
		header, cookie string
		want           []string
		refused        bool
	}{
		"none":                  {"", "", nil, false},
		"header":                {seal([]string{"FB:kcwQ+/="}), "", []string{"FB:kcwQ+/="}, false},
		"cookie":                {"", seal([]string{"FB:a", "FB:b"}), []string{"FB:a", "FB:b"}, false},
		"header first":          {seal([]string{"FB:a"}), seal([]string{"FB:b"}), []string{"FB:a"}, false},
		"too long":              {strings.Repeat("x", bookmarkBytes+1), "", nil, true},
		"something else":        {"a'b", "", nil, true},
		"unsigned":              {"FB:kcwQ+/=", "", nil, true},
		"forged":                {forged, "", nil, true},
		"changed":               {seal([]string{"FB:a"}) + "b", "", nil, true},
		"no signature":          {".FB:a", "", nil, true},
		"a cookie of long ago":  {"", forged, nil, false},
		"a cookie that is none": {"", "FB:a", nil, false},
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
			_, marks, err := s.withBookmarks(r)
			if (err != nil) != c.refused {
				t.Fatalf("got %v", err)
			}
			if got := marks.Marks(); !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestBookmarksAreGivenToWhoWrote(t *testing.T) {
	t.Parallel()

	sign := newBookmarkSigner(nil)
	_, now := graph.WithBookmarks(t.Context(), []string{"FB:a", "FB:b"})
	w := httptest.NewRecorder()
	carried{now, []string{"FB:a", "FB:b"}, sign}.answer(w)
	if len(w.Header()) != 0 {
		t.Errorf("to who only read: %v", w.Header())
	}
	carried{now, nil, sign}.answer(w)
	if got, ours := sign.open(w.Header().Get(bookmarkHeader)); !ours || !slices.Equal(got, now.Marks()) {
		t.Errorf("header: got %q", got)
	}
	want := bookmarkCookie + "=" + sign.seal(now.Marks()) + "; Path=/; Max-Age=60; HttpOnly; SameSite=Lax"
	if got := w.Header().Get("Set-Cookie"); got != want {
		t.Errorf("cookie: got %q", got)
	}
}
