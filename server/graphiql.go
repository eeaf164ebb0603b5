package server

import (
	"fmt"
	"io/fs"
	"net/http"
	"strings"

	"github.com/creatorgraph/creatorgraph/web"
)

// pagePolicy lets GraphiQL load only what this server serves. Its editor styles elements as it
// draws, makes workers from blobs and has its icon font inline. %s is the server's own address.
const pagePolicy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; " +
	"img-src 'self' data:; font-src 'self' data:; worker-src 'self' blob:; " +
	"connect-src 'self' ws://%[1]s wss://%[1]s; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const notBuilt = `GraphiQL is not part of this build. Build it and the server again:

  make web
  go build ./cmd/creatorgraph

It needs Node 20 or newer and npm. The API itself answers at /graphql.
`

const notTrusted = `This server runs trusted documents only, so there is nothing to explore here.
Explore on one that runs without --trusted-documents, and have the operator add what you made there.
`

// graphiql serves GraphiQL and its assets from the binary; where documents must be trusted,
// a word that there is none.
func graphiql(trusted *Trusted) http.Handler {
	if trusted != nil {
		return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			http.Error(w, notTrusted, http.StatusNotFound)
		})
	}
	pages, err := fs.Sub(web.Dist, "dist/graphiql")
	isBuilt := func() bool {
		if err != nil {
			return false
		}
		_, lacks := fs.Stat(pages, "index.html")
		return lacks == nil
	}
	files := http.StripPrefix("/graphiql", http.FileServerFS(pages))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		header := w.Header()
		header.Set("Content-Security-Policy", fmt.Sprintf(pagePolicy, plainHost(r.Host)))
		header.Set("Cross-Origin-Opener-Policy", "same-origin")
		header.Set("Referrer-Policy", "no-referrer")
		if !isBuilt() {
			http.Error(w, notBuilt, http.StatusNotFound)
			return
		}
		header.Set("Cache-Control", "no-cache")
		if strings.HasPrefix(r.URL.Path, "/graphiql/assets/") {
			header.Set("Cache-Control", "public, max-age=31536000, immutable") // names hold a hash
		}
		files.ServeHTTP(w, r)
	})
}

// plainHost keeps what a header of ours quotes to the characters of a host and port.
func plainHost(host string) string {
	isOdd := func(c rune) bool {
		return !(c < 0x80 && isNameByte(byte(c))) && !strings.ContainsRune(".-:[]", c)
	}
	if strings.ContainsFunc(host, isOdd) {
		return "localhost"
	}
	return host
}
