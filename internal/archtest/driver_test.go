package archtest

import (
	"path/filepath"
	"regexp"
	"testing"
)

// driverErrors are what only the translator may look at: the driver's types of errors and the database's codes.
var driverErrors = regexp.MustCompile(`neo4j\.(\w+Error\b|Is\w*(Error|Retryable|Limit)\b)|"Neo\.\w+Error\.`)

// The driver's errors are known to one file: everything else asks it, or for the kind of ours.
func TestDriverErrorsAreTranslatedInOnePlace(t *testing.T) {
	t.Parallel()

	for path, text := range productCode(t) {
		mayKnow := path == "graph/translate.go" || filepath.Dir(path) == "bench/peers/handwritten"
		if found := driverErrors.FindString(text); found != "" && !mayKnow {
			t.Errorf("%s looks at the driver's errors: %s; graph/translate.go does", path, found)
		}
	}
}
