package market

import (
	"embed"
	"errors"
	"fmt"
	"strconv"
	"strings"
)

//go:embed pool/*.txt
var poolFiles embed.FS

// pools are the words that names and texts are made of.
type pools struct {
	nicknames []nickname
	english   []string
	emoji     []string
	names     map[string][]string // by language, each as often as it weighs
	bios      map[string][]string // by language
	titles    map[string][]string // "paid" and "own"
	agencies  map[string][]string
	brands    map[string][]string
}

type nickname struct{ hanzi, pinyin string }

func loadPools() (*pools, error) {
	p := &pools{}
	err := errors.Join(
		load(&p.agencies, "agencies.txt", labelled), load(&p.brands, "brands.txt", labelled),
		load(&p.bios, "bios.txt", grouped), load(&p.titles, "titles.txt", grouped),
		load(&p.english, "english.txt", words), load(&p.emoji, "emoji.txt", words),
		load(&p.nicknames, "nicknames.txt", pairs), load(&p.names, "patterns.txt", patterns))
	return p, err
}

func load[T any](into *T, file string, read func(file string) (T, error)) (err error) {
	*into, err = read(file)
	return err
}

// pairs reads names, each followed by its reading.
func pairs(file string) ([]nickname, error) {
	all, err := words(file)
	if err != nil {
		return nil, err
	}
	names := make([]nickname, 0, len(all)/2)
	for i := 0; i+1 < len(all); i += 2 {
		names = append(names, nickname{all[i], all[i+1]})
	}
	return names, nil
}

// patterns reads lines of a weight, a language and a pattern.
func patterns(file string) (map[string][]string, error) {
	lines, err := columns(file, 3)
	if err != nil {
		return nil, err
	}
	names := map[string][]string{}
	for _, cells := range lines {
		weight, err := strconv.Atoi(cells[0])
		if err != nil {
			return nil, fmt.Errorf("pool/%s: %w", file, err)
		}
		for range weight {
			names[cells[1]] = append(names[cells[1]], cells[2])
		}
	}
	return names, nil
}

// labelled reads lines of "label: word word …".
func labelled(file string) (map[string][]string, error) {
	lines, err := poolLines(file)
	if err != nil {
		return nil, err
	}
	out := map[string][]string{}
	for _, line := range lines {
		label, rest, found := strings.Cut(line, ": ")
		if !found {
			return nil, fmt.Errorf("pool/%s: no label in %q", file, line)
		}
		out[label] = strings.Fields(rest)
	}
	return out, nil
}

// grouped reads lines of a group's name, a tab and a text, in which \n stands for a line break.
func grouped(file string) (map[string][]string, error) {
	lines, err := columns(file, 2)
	if err != nil {
		return nil, err
	}
	out := map[string][]string{}
	for _, cells := range lines {
		out[cells[0]] = append(out[cells[0]], strings.ReplaceAll(cells[1], `\n`, "\n"))
	}
	return out, nil
}

func words(file string) ([]string, error) {
	lines, err := poolLines(file)
	return strings.Fields(strings.Join(lines, " ")), err
}

// columns reads lines of exactly n cells parted by tabs.
func columns(file string, n int) ([][]string, error) {
	lines, err := poolLines(file)
	if err != nil {
		return nil, err
	}
	out := make([][]string, 0, len(lines))
	for _, line := range lines {
		cells := strings.Split(line, "\t")
		if len(cells) != n {
			return nil, fmt.Errorf("pool/%s: %d cells instead of %d in %q", file, len(cells), n, line)
		}
		out = append(out, cells)
	}
	return out, nil
}

// poolLines gives a file's lines without comments and empty ones.
func poolLines(file string) ([]string, error) {
	text, err := poolFiles.ReadFile("pool/" + file)
	if err != nil {
		return nil, err
	}
	var lines []string
	for line := range strings.Lines(string(text)) {
		line = strings.TrimRight(line, "\n")
		if line != "" && !strings.HasPrefix(line, "#") {
			lines = append(lines, line)
		}
	}
	return lines, nil
}

// fill puts words into the holes of a pattern, as in "{nick} loves {word}".
func fill(pattern string, hole func(name string) string) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(pattern, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		name, after, _ := strings.Cut(rest, "}")
		b.WriteString(hole(name))
		pattern = after
	}
}
