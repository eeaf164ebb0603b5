package compile

import "strings"

// valid is what makes a collaboration one of the analysis of number run.
const valid = "tie.from <= run AND (tie.until IS NULL OR tie.until > run)"

// Passing is the statement that finds the keys of the nodes that a filter asks for, $most at most, and the
// filter's own parameters.
func (f Filter) Passing() string {
	return f.head() + "\nRETURN " + f.Node + ".key AS key\nLIMIT $most"
}

// Strongest is the statement that finds the strongest collaborations, $most at most, that shared $minShared
// things or more, of creators of the keys $keys with each other.
func Strongest() string {
	return strings.Join([]string{
		"WITH " + lastRun + " AS run",
		"UNWIND $keys AS key",
		"MATCH (creator:Creator {key: key})-[tie:COLLABORATED_WITH]->(other:Creator)",
		"WHERE " + valid + " AND tie.campaigns + tie.contents >= $minShared AND other.key IN $keys",
		strongestFirst,
	}, "\n")
}

// Strongest is the statement that finds the strongest collaborations, $most at most, that shared $minShared
// things or more, of creators who pass a filter, and the filter's own parameters. It walks the collaborations
// from the strongest on, so it is for filters that many pass.
func (f Filter) Strongest() string {
	lines := []string{
		"WITH " + lastRun + " AS run",
		"MATCH (creator:Creator)-[tie:COLLABORATED_WITH]->(other:Creator)",
		"USING INDEX tie:COLLABORATED_WITH(weight)",
		"WHERE tie.weight > 0 AND " + valid + " AND tie.campaigns + tie.contents >= $minShared",
	}
	if f.Asks() {
		for _, end := range []string{"creator", "other"} {
			lines = append(lines, "  AND "+block("EXISTS", "WITH "+end+" AS "+f.Node, "MATCH ("+f.Node+")", where(f.where)))
		}
	}
	return strings.Join(append(lines, strongestFirst), "\n")
}

// strongestFirst is the end of a statement that finds collaborations: keys and names of both ends.
const strongestFirst = "RETURN [[creator.key, creator.name], [other.key, other.name]] AS ends\n" +
	"ORDER BY tie.weight DESC, creator.key, other.key\nLIMIT $most"
