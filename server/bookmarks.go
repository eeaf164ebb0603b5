package server

import (
	"context"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/creatorgraph/creatorgraph/graph"
)

// A client reads what it wrote when it sends back what it was given: apps the header, browsers the
// cookie by themselves.
const (
	bookmarkHeader = "Creatorgraph-Bookmark"
	bookmarkCookie = "creatorgraph_bookmark"
)

// bookmarkSeconds is how long a browser keeps its bookmark: the members of a cluster agree within
// seconds, and one that is kept too long outlives the database it is from.
const bookmarkSeconds = 60

// Bookmarks are Neo4j's own words, of some 100 bytes each; there are as many as members written to.
const (
	bookmarkBytes = 4096
	bookmarkGap   = "|" // neither in bookmarks nor special in headers and cookies
)

// carried is a request's bookmarks, and what they were when it came.
type carried struct {
	*graph.Bookmarks
	before []string
	sign   bookmarkSigner
}

// withBookmarks reads a request's bookmarks. Those that this server, or a replica of it, has not given out are an
// error in a header; in a cookie, which no page's author sees, they are left aside.
func (s *Server) withBookmarks(r *http.Request) (context.Context, carried, *gqlerror.Error) {
	header, marks := r.Header.Get(bookmarkHeader), carried{sign: s.marks}
	var ours bool
	switch cookie, err := r.Cookie(bookmarkCookie); {
	case header != "":
		if marks.before, ours = s.marks.open(header); !ours {
			return nil, marks, fault(graph.Invalid, "ask without it, or with one that an answer of this server gave",
				"header %s: %.100q is no bookmark of this server's", bookmarkHeader, header)
		}
	case err == nil:
		marks.before, _ = s.marks.open(cookie.Value)
	}
	if err := s.config.Database.Reach(r.Context(), marks.before); err != nil {
		if header != "" || graph.KindOf(err) != graph.Invalid {
			return nil, marks, s.present(r.Context(), err)
		}
		marks.before = nil
	}
	ctx, now := graph.WithBookmarks(r.Context(), marks.before)
	marks.Bookmarks = now
	return ctx, marks, nil
}

// answer gives the client its bookmarks if it wrote.
func (c carried) answer(w http.ResponseWriter) {
	now := c.Marks()
	if slices.Equal(now, c.before) {
		return
	}
	text := c.sign.seal(now)
	w.Header().Set(bookmarkHeader, text)
	http.SetCookie(w, &http.Cookie{
		Name: bookmarkCookie, Value: text, Path: "/", MaxAge: bookmarkSeconds,
		HttpOnly: true, SameSite: http.SameSiteLaxMode,
	})
}

// bookmarkSigner signs bookmarks: the database waits for what a bookmark names, so that whoever made ones of the
// future could hold its connections.
type bookmarkSigner struct{ key []byte }

func newBookmarkSigner(key []byte) bookmarkSigner {
	if len(key) == 0 {
		key = []byte(rand.Text())
	}
	return bookmarkSigner{key}
}

// bookmarkSeal stands between a signature and what it signs.
const bookmarkSeal = "."

// seal gives bookmarks as text, with a signature before them.
func (s bookmarkSigner) seal(marks []string) string {
	text := strings.Join(marks, bookmarkGap)
	return s.signature(text) + bookmarkSeal + text
}

// open gives the bookmarks of a text that seal made, with the same key.
func (s bookmarkSigner) open(sealed string) (marks []string, ours bool) {
	signature, text, ok := strings.Cut(sealed, bookmarkSeal)
	if !ok || len(sealed) > bookmarkBytes || !hmac.Equal([]byte(signature), []byte(s.signature(text))) {
		return nil, false
	}
	return strings.Split(text, bookmarkGap), true
}

func (s bookmarkSigner) signature(text string) string {
	mac := hmac.New(sha256.New, s.key)
	mac.Write([]byte(text))
	return hex.EncodeToString(mac.Sum(nil))
}
