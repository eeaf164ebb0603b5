package server

import (
	"mime"
	"net/http"
	"strconv"
	"strings"
)

// The media types of answers.
const (
	typeGraphQL = "application/graphql-response+json"
	typeJSON    = "application/json"
	typeEvents  = "text/event-stream"
)

// answerTypes is which answer each accepted media range gets. JSON stands for whatever is open, as
// clients older than the GraphQL-over-HTTP draft expect.
var answerTypes = map[string]string{
	typeGraphQL: typeGraphQL, typeJSON: typeJSON, typeEvents: typeEvents,
	"application/*": typeJSON, "*/*": typeJSON,
}

// Headers that all answers share, so that none makes its own list of one value.
var (
	contentTypes = map[string][]string{
		typeGraphQL: {typeGraphQL + "; charset=utf-8"}, typeJSON: {typeJSON + "; charset=utf-8"},
	}
	noSniff = []string{"nosniff"}
	noStore = []string{"no-store"}
)

// negotiate picks the media type of the answer: that with the highest q, the earlier among equals;
// empty when none will do.
func negotiate(r *http.Request) string {
	accept := strings.Join(r.Header.Values("Accept"), ",")
	if strings.TrimSpace(accept) == "" {
		return typeJSON
	}
	best, most := "", 0.0
	for part := range strings.SplitSeq(accept, ",") {
		if most >= 1 { // what comes later is not wanted more
			break
		}
		if answer, q := acceptable(part); q > most {
			best, most = answer, q
		}
	}
	return best
}

// acceptable gives the media type of the answer that a part of the header Accept stands for, and its q; 0 for a type
// that cannot be given.
func acceptable(part string) (answer string, q float64) {
	// Most clients write a type of ours as it stands, which needs no reading.
	if answer, known := answerTypes[strings.TrimSpace(part)]; known {
		return answer, 1
	}
	media, options, err := mime.ParseMediaType(part)
	if err != nil {
		return "", 0
	}
	answer, known := answerTypes[media]
	if !known {
		return "", 0
	}
	if q, err = strconv.ParseFloat(options["q"], 64); err != nil {
		q = 1
	}
	return answer, q
}
