package explore

import (
	"fmt"
	"slices"
	"strings"
)

// Path leads from one entity to another: each edge connects the nodes before and after it.
type Path struct {
	Nodes []Stop
	Edges []Step
}

// Stop is an entity on a path.
type Stop struct {
	Node
	Starts string // its first day, YYYY-MM-DD, where it has one
}

// Step is an edge of a path.
type Step struct {
	Edge
	Along bool // it leads from the node before to the node after
}

// phrases say what an edge means, read along it and against it.
var phrases = map[string][2]string{
	"COLLABORATED_WITH": {"worked with", "worked with"},
	"SIGNED_WITH":       {"is signed with", "has under contract"},
	"PARTICIPATED_IN":   {"worked on", "was worked on by"},
	"RAN":               {"ran", "was run by"},
	"POSTED":            {"posted", "was posted by"},
	"APPEARS_IN":        {"appears in", "shows"},
	"FOR_CAMPAIGN":      {"was made for", "had made"},
	"IN_CATEGORY":       {"is about", "is what stands for"},
	"PART_OF":           {"is part of", "includes"},
	"ON_PLATFORM":       {"publishes on", "has"},
	"REACHES":           {"reaches", "is reached by"},
	"MEMBER_OF":         {"takes part in", "has as a member"},
}

// past are phrases for what has ended.
var past = map[string][2]string{"SIGNED_WITH": {"was signed with", "had under contract"}}

// Sentence tells a path in words, such as "小李 worked on 双11大促 (2025-11), which was run by 朔里." Contracts that
// ended before today, YYYY-MM-DD, are told as past. Names stay as they are.
func (w Path) Sentence(today string) string {
	var b strings.Builder
	for i, stop := range w.Nodes {
		if i > 0 {
			b.WriteString(w.Edges[i-1].phrase(today))
		}
		b.WriteString(stop.title())
		if i > 0 {
			b.WriteString(w.Edges[i-1].ended(today))
		}
		if i > 0 && i < len(w.Edges) {
			b.WriteString(stop.pronoun())
		}
	}
	return b.String() + "."
}

func (s Step) phrase(today string) string {
	words := phrases[s.Kind]
	if _, over := past[s.Kind]; over && s.ended(today) != "" {
		words = past[s.Kind]
	}
	if s.Along {
		return " " + words[0] + " "
	}
	return " " + words[1] + " "
}

// ended says until when what is over lasted.
func (s Step) ended(today string) string {
	until, known := s.Properties["until"]
	if day := fmt.Sprint(until); known && s.Kind == "SIGNED_WITH" && day < today {
		return " until " + day
	}
	return ""
}

// title is a name, with the month where the entity has one.
func (s Stop) title() string {
	name := s.Name
	if name == "" {
		name = s.Key
	}
	if len(s.Starts) >= len("2006-01") && s.Type == "Campaign" {
		return name + " (" + s.Starts[:len("2006-01")] + ")"
	}
	return name
}

func (s Stop) pronoun() string {
	if s.Type == "Creator" {
		return ", who"
	}
	return ", which"
}

// Reversed is the path from its end to its start.
func (w Path) Reversed() Path {
	back := Path{Nodes: slices.Clone(w.Nodes), Edges: slices.Clone(w.Edges)}
	slices.Reverse(back.Nodes)
	slices.Reverse(back.Edges)
	for i := range back.Edges {
		back.Edges[i].Along = !back.Edges[i].Along
	}
	return back
}

// Course tells paths apart that pass other entities or other kinds of edges.
func (w Path) Course() string {
	var b strings.Builder
	for i, stop := range w.Nodes {
		if i > 0 {
			fmt.Fprintf(&b, "\x1f%s %t\x1f", w.Edges[i-1].Kind, w.Edges[i-1].Along)
		}
		b.WriteString(stop.Type + ":" + stop.Key)
	}
	return b.String()
}
