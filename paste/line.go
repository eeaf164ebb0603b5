package paste

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/creatorgraph/creatorgraph/graph/spelling"
)

// The bounds of what is read of a line: characters, and the texts to look for.
const (
	maxCharacters = 500
	maxTexts      = 8
)

// Line is what a pasted line may mean.
type Line struct {
	// Texts are what a key, handle or name may be, the surest first. None is empty.
	Texts []string
	// Guess is the text that is most likely a name or handle; names like it are worth offering.
	Guess string
}

var (
	number    = regexp.MustCompile(`^\s*(?:[（(\[【]?\d{1,4}[)）\]】.、．:：]\s*|[①-⑳]\s*|[-*•·]\s+|No\.?\s*\d{1,4}\s*[.:：、]?\s+)`)
	columns   = regexp.MustCompile(`\t+|\s{2,}|\s*[,，;；|]\s*`)
	brackets  = regexp.MustCompile(`[（(【\[].*?[)）】\]]`)
	amount    = regexp.MustCompile(`^[¥$￥]?\d[\d,.]*\s*(?:[万亿千kKwWmM元%]|粉丝?|USD|CNY|RMB)*$`)
	counted   = regexp.MustCompile(`^\d{1,4}$`)
	labelled  = regexp.MustCompile(`^(?i:id|uid|name|handle|key|昵称|达人|账号|抖音号|小红书号|达人昵称|快手号|微博)\s*[:：]\s*`)
	handle    = regexp.MustCompile(`@([\p{L}\p{N}_.\-]+)`)
	quotation = "\"'“”‘’「」《》"
)

// Read reads one line.
func Read(text string) Line {
	text = strings.TrimSpace(cut(text))
	var l Line
	rest, linked := links(text)
	for _, one := range linked {
		l.add(one)
	}
	rest = strings.TrimSpace(number.ReplaceAllString(rest, ""))
	for _, m := range handle.FindAllStringSubmatch(rest, -1) {
		l.add(m[1])
	}
	cells := columns.Split(rest, -1)
	if len(cells) > 1 && counted.MatchString(cells[0]) {
		cells = cells[1:] // a number of the line
		rest = strings.Join(cells, " ")
	}
	l.cell(rest)
	for _, cell := range cells {
		if !amount.MatchString(cell) || len(cells) == 1 {
			l.cell(cell)
		}
	}
	words := strings.Fields(rest)
	if len(words) > 1 {
		l.cell(words[0])
	}
	l.guess(cells, linked)
	return l
}

func cut(text string) string {
	if utf8.RuneCountInString(text) > maxCharacters {
		return string([]rune(text)[:maxCharacters])
	}
	return text
}

// cell adds a column as it stands, and without what stands in brackets or before it.
func (l *Line) cell(text string) {
	l.add(text)
	bare := bareOf(text)
	l.add(bare)
	l.add(strings.TrimSpace(brackets.ReplaceAllString(bare, "")))
}

// bareOf takes away quotation marks, an @, and what the column is called.
func bareOf(text string) string {
	text = labelled.ReplaceAllString(strings.TrimSpace(text), "")
	return strings.TrimPrefix(strings.Trim(text, quotation), "@")
}

func (l *Line) add(text string) {
	text = strings.TrimSpace(text)
	if text != "" && len(l.Texts) < maxTexts && !slices.Contains(l.Texts, text) {
		l.Texts = append(l.Texts, text)
	}
}

// guess takes the first column that is more than a number, otherwise what a link or the line says.
func (l *Line) guess(cells, linked []string) {
	for _, cell := range cells {
		text := strings.TrimSpace(brackets.ReplaceAllString(bareOf(cell), ""))
		if text != "" && !amount.MatchString(text) {
			l.Guess = text
			return
		}
	}
	if len(linked) > 0 {
		l.Guess = linked[0]
	}
}

// Whole is the query of the index of names for creators that have one of the texts as their name, handle or key.
func (l Line) Whole() string { return spelling.Whole(l.Texts) }

// Names, Near and Far are the queries for names like the guess: those that begin with it or are read so, those that are it
// but for one letter, or for two.
func (l Line) Names() string { return spelling.Names(l.Guess) }

// OneTypo is Names but for one letter.
func (l Line) OneTypo() string { return spelling.OneTypo(l.Guess) }

// TwoTypos is Names but for two letters.
func (l Line) TwoTypos() string { return spelling.TwoTypos(l.Guess) }

// Is says whether a text is a value but for case, width, accents, traditional characters and punctuation.
func Is(text, value string) bool { return value != "" && spelling.Fold(text) == spelling.Fold(value) }
