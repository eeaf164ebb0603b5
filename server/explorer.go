package server

import (
	"fmt"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strings"

	"github.com/creatorgraph/creatorgraph/web"
)

// explorerPolicy lets the explorer load only what this server serves: no inline script, no data: address, and of inline
// styles the one rule that react-aria adds (usePress: touch-action), by its hash. A test in Chromium notices another.
const explorerPolicy = "default-src 'self'; worker-src 'self'; " +
	"style-src 'self' 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='; object-src 'none'; base-uri 'none'; " +
	"form-action 'none'; frame-ancestors "

// framers tells which pages may show this one within: any shows the view of a scene that only can be looked at,
// /explore?embed; for all else, where a click may change something, only this server's own.
func framers(r *http.Request) string {
	if r.URL.Path == "/explore" && r.URL.Query().Has("embed") {
		return "*"
	}
	return "'self'"
}

const explorerNotBuilt = `The explorer is not part of this build. Build it and the server again:

  make web
  go build ./cmd/creatorgraph

It needs Node 20 or newer and npm. The API itself answers at /graphql.
`

// explorer serves the explorer's page and its assets from the binary. The page reads its own address, so
// it answers every path that nothing else does, if a person asks.
func explorer() http.Handler {
	pages, err := fs.Sub(web.Dist, "dist")
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(path.Clean("/"+r.URL.Path), "/")
		isAsset := strings.HasPrefix(name, "assets/")
		if err != nil || !isPageFile(pages, name) {
			if name != "" && (isAsset || !isPerson(r)) {
				http.NotFound(w, r)
				return
			}
			name = "index.html"
		}
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			w.Header().Set("Allow", "GET, HEAD, OPTIONS")
			http.Error(w, "ask with GET; the API answers at /graphql", http.StatusMethodNotAllowed)
			return
		}
		header := w.Header()
		header.Set("Content-Security-Policy", explorerPolicy+framers(r))
		header.Set("Cross-Origin-Opener-Policy", "same-origin")
		header.Set("Referrer-Policy", "no-referrer")
		header.Set("Cache-Control", "no-cache")
		if isAsset {
			header.Set("Cache-Control", "public, max-age=31536000, immutable") // names hold a hash
		}
		if !isPageFile(pages, "index.html") {
			http.Error(w, explorerNotBuilt, http.StatusNotFound)
			return
		}
		servePacked(w, r, pages, name)
	})
}

// ExplorerDocuments are the documents that the explorer asks, as the build has listed them.
func ExplorerDocuments() TrustedPlace {
	return TrustedPlace{Name: "explorer", Files: web.Dist, File: "dist/documents.json"}
}

// isPageFile tells a file of the explorer; GraphiQL's are served elsewhere.
func isPageFile(pages fs.FS, name string) bool {
	if name == "" || strings.HasPrefix(name, "graphiql") {
		return false
	}
	info, err := fs.Stat(pages, name)
	return err == nil && !info.IsDir()
}

// isPerson tells a browser that opens an address from a program that fetches one.
func isPerson(r *http.Request) bool {
	return strings.Contains(r.Header.Get("Accept"), "text/html") && path.Ext(r.URL.Path) == ""
}

// packings are the encodings the build makes of a file, the smaller first, and how their files end.
var packings = [...]struct{ encoding, suffix string }{{"br", ".br"}, {"gzip", ".gz"}}

// servePacked sends a file in the smallest form that the client reads and the build has made.
func servePacked(w http.ResponseWriter, r *http.Request, pages fs.FS, name string) {
	header := w.Header()
	header.Add("Vary", "Accept-Encoding")
	header.Set("Content-Type", mime.TypeByExtension(path.Ext(name)))
	accepted := r.Header.Get("Accept-Encoding")
	for _, p := range packings {
		if accepts(accepted, p.encoding) && isPageFile(pages, name+p.suffix) {
			header.Set("Content-Encoding", p.encoding)
			name += p.suffix
			break
		}
	}
	content, err := fs.ReadFile(pages, name)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	header.Set("Content-Length", fmt.Sprint(len(content)))
	if r.Method == http.MethodHead {
		return
	}
	_, _ = w.Write(content) // a client that went away needs no answer
}

// accepts tells whether a list of encodings names one without refusing it.
func accepts(list, encoding string) bool {
	for part := range strings.SplitSeq(list, ",") {
		name, weight, _ := strings.Cut(strings.TrimSpace(part), ";")
		if strings.TrimSpace(name) == encoding {
			return strings.ReplaceAll(weight, " ", "") != "q=0"
		}
	}
	return false
}
