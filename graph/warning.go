package graph

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/notifications"
)

// nameKind is what a name in a statement stands for.
type nameKind int

const (
	labelName nameKind = iota
	typeName
	propertyName
)

// unknown says which of Neo4j's notifications name something that is not in the database.
var unknown = map[string]nameKind{
	"Neo.ClientNotification.Statement.UnknownLabelWarning":            labelName,
	"Neo.ClientNotification.Statement.UnknownRelationshipTypeWarning": typeName,
	"Neo.ClientNotification.Statement.UnknownPropertyKeyWarning":      propertyName,
}

// saying is how an unknown name is told: of one that the model knows, that nothing here has it, and of any other.
var saying = map[nameKind]struct{ absent, wrong string }{
	labelName:    {"this graph holds no :%s", "there is no label :%s"},
	typeName:     {"nothing in this graph is connected by :%s", "there is no type of relationship :%s"},
	propertyName: {"nothing in this graph has a %s", "there is no property %s"},
}

var (
	missingName = regexp.MustCompile(`is: (.+)\)$`)
	statusMark  = regexp.MustCompile(`^warn: [^.]*\. `)
)

// warnings tells what Neo4j warns of when it plans a statement, in the order of the text, each name once. What it finds
// slow but right is not told.
func warnings(summary neo4j.ResultSummary) []string {
	var told []string
	statuses := summary.GqlStatusObjects()
	list := slices.Clone(summary.Notifications())
	slices.SortStableFunc(list, func(a, b neo4j.Notification) int { return offset(a) - offset(b) })
	seen := map[string]bool{}
	for _, n := range list {
		if n.SeverityLevel() != notifications.Warning {
			continue
		}
		text := ""
		if kind, isName := unknown[n.Code()]; isName {
			if m := missingName.FindStringSubmatch(n.Description()); m != nil {
				text = kind.missing(m[1])
			}
		}
		if text == "" {
			text = described(n, statuses)
		}
		if !seen[text] {
			seen[text] = true
			told = append(told, placed(n)+text)
		}
	}
	return told
}

// missing tells of a name that the database does not know.
func (k nameKind) missing(name string) string {
	names := k.names()
	if slices.Contains(names, name) || k == propertyName && slices.Contains(storedProperties, name) {
		return fmt.Sprintf(saying[k].absent, name)
	}
	text := fmt.Sprintf(saying[k].wrong, name)
	near := nearest(name, names)
	if len(near) == 0 {
		return text + "; docs/model.md has those there are"
	}
	return text + "; the nearest: " + strings.Join(near, ", ")
}

// described gives Neo4j's own words, without the code before them where it sends such.
func described(n neo4j.Notification, statuses []neo4j.GqlStatusObject) string {
	for _, s := range statuses {
		if s.IsNotification() && s.Position() != nil && n.Position() != nil && s.Position().Offset() == n.Position().Offset() &&
			strings.HasPrefix(s.StatusDescription(), "warn: ") {
			return strings.TrimSuffix(statusMark.ReplaceAllString(s.StatusDescription(), ""), ".")
		}
	}
	return strings.TrimSuffix(n.Description(), ".")
}

func offset(n neo4j.Notification) int {
	if n.Position() == nil {
		return 0
	}
	return n.Position().Offset()
}

// placed gives the place in the author's text.
func placed(n neo4j.Notification) string {
	if n.Position() == nil {
		return ""
	}
	line, column := n.Position().Line(), n.Position().Column()
	if line == 1 { // the plan was asked for with a word before it
		column = max(column-len(explainWord), 1)
	}
	return fmt.Sprintf("line %d, column %d: ", line, column)
}
