package server

import (
	"context"
	"net/http"
	"slices"
	"strings"

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
	bookmarksMost = 10
	bookmarkBytes = 4096
	bookmarkGap   = "|" // neither in bookmarks nor special in headers and cookies
)

// carried is a request's bookmarks, and what they were when it came.
type carried struct {
	*graph.Bookmarks
	before []string
}

// withBookmarks reads a request's bookmarks; what is none is left aside.
func withBookmarks(r *http.Request) (context.Context, carried) {
	text := r.Header.Get(bookmarkHeader)
	if cookie, err := r.Cookie(bookmarkCookie); text == "" && err == nil {
		text = cookie.Value
	}
	before := parseBookmarks(text)
	ctx, marks := graph.WithBookmarks(r.Context(), before)
	return ctx, carried{marks, before}
}

// answer gives the client its bookmarks if it wrote.
func (c carried) answer(w http.ResponseWriter) {
	now := c.Marks()
	if slices.Equal(now, c.before) {
		return
	}
	text := strings.Join(now, bookmarkGap)
	w.Header().Set(bookmarkHeader, text)
	http.SetCookie(w, &http.Cookie{
		Name: bookmarkCookie, Value: text, Path: "/", MaxAge: bookmarkSeconds,
		HttpOnly: true, SameSite: http.SameSiteLaxMode,
	})
}

func parseBookmarks(text string) []string {
	if text == "" || len(text) > bookmarkBytes {
		return nil
	}
	marks := strings.Split(text, bookmarkGap)
	if len(marks) > bookmarksMost || slices.ContainsFunc(marks, notBookmark) {
		return nil
	}
	return marks
}

// notBookmark refuses what has other bytes than Neo4j's bookmarks: base64 after a prefix and colon.
func notBookmark(mark string) bool {
	return mark == "" || strings.ContainsFunc(mark, func(r rune) bool {
		return !(r < 0x80 && isNameByte(byte(r))) && !strings.ContainsRune("+/=:-.", r)
	})
}
