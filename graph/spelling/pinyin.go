package spelling

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/mozillazg/go-pinyin"
)

// maxReadings bounds the ways in which one name is read.
const maxReadings = 4

// several are characters of names that are read in more than one way, with the usual readings. A
// dictionary has many more that nobody uses in a name.
var several = map[rune][]string{
	'重': {"chong", "zhong"}, '乐': {"le", "yue"}, '曾': {"zeng", "ceng"}, '单': {"dan", "shan"},
	'长': {"chang", "zhang"}, '行': {"xing", "hang"}, '朝': {"chao", "zhao"}, '解': {"jie", "xie"},
	'仇': {"qiu", "chou"}, '翟': {"zhai", "di"}, '盖': {"gai", "ge"}, '查': {"cha", "zha"},
	'朴': {"pu", "piao"}, '区': {"qu", "ou"}, '盛': {"sheng", "cheng"}, '覃': {"qin", "tan"},
	'藏': {"cang", "zang"}, '厦': {"xia", "sha"}, '都': {"du", "dou"}, '大': {"da", "dai"},
	'柏': {"bai", "bo"}, '薄': {"bo", "bao"}, '种': {"zhong", "chong"}, '尉': {"wei", "yu"},
	'华': {"hua"}, '任': {"ren"}, '石': {"shi"}, '阿': {"a"}, '的': {"de"}, '地': {"di"}, '得': {"de"},
	'缪': {"miao", "mou"}, '贾': {"jia", "gu"}, '尹': {"yin"}, '洗': {"xi", "xian"}, '冼': {"xian"},
	'召': {"zhao", "shao"}, '折': {"zhe", "she"}, '繁': {"fan", "po"}, '员': {"yuan", "yun"},
	'车': {"che"}, '调': {"diao", "tiao"}, '传': {"chuan", "zhuan"}, '弹': {"dan", "tan"},
	'角': {"jiao", "jue"}, '便': {"bian", "pian"}, '没': {"mei"}, '少': {"shao"}, '好': {"hao"},
	'还': {"hai", "huan"}, '降': {"jiang", "xiang"}, '会': {"hui"}, '奇': {"qi"}, '纪': {"ji"},
	'宿': {"su", "xiu"}, '数': {"shu"}, '露': {"lu", "lou"}, '落': {"luo"}, '率': {"lv", "shuai"},
	'和': {"he"}, '中': {"zhong"}, '分': {"fen"}, '发': {"fa"}, '干': {"gan"}, '着': {"zhe", "zhuo"},
	'了': {"le", "liao"}, '女': {"nv", "nu"}, '吕': {"lv", "lu"}, '绿': {"lv", "lu"}, '旅': {"lv", "lu"},
	'侣': {"lv", "lu"}, '律': {"lv", "lu"}, '什': {"shen", "shi"}, '茄': {"qie", "jia"}, '番': {"fan", "pan"},
	'蚌': {"bang", "beng"}, '娜': {"na"}, '秘': {"mi", "bi"}, '叶': {"ye"}, '说': {"shuo"}, '校': {"xiao", "jiao"},
	'谁': {"shei", "shui"}, '熟': {"shu"}, '给': {"gei"}, '系': {"xi"}, '约': {"yue"}, '咖': {"ka"},
	'卡': {"ka"}, '乾': {"qian", "gan"}, '沈': {"shen"}, '宁': {"ning"}, '俞': {"yu"}, '逄': {"pang"},
}

// readings are the syllables a Han character is read as, the usual first, without tones; ü is v, as it is
// typed. None where nobody knows it.
func readings(r rune) []string {
	if !unicode.Is(unicode.Han, r) {
		return nil
	}
	if known, ok := several[r]; ok {
		return known
	}
	if r < firstHan || r > lastHan {
		return nil
	}
	return dictionary()[r-firstHan]
}

// dictionary is the first reading of each character in go-pinyin's table.
var dictionary = sync.OnceValue(func() [][]string {
	table := make([][]string, lastHan-firstHan+1)
	args := pinyin.NewArgs()
	for r := rune(firstHan); r <= lastHan; r++ {
		if read := pinyin.SinglePinyin(r, args); len(read) > 0 {
			table[r-firstHan] = read[:1]
		}
	}
	return table
})

// syllable is a character or a word as it is read.
type syllable struct {
	text string
	han  bool
}

// read gives the ways in which a folded name is read, none when no Han character is in it.
func read(words []string) [][]syllable {
	all := [][]syllable{nil}
	any := false
	for _, word := range words {
		other := 0 // where a run of other characters began
		for i, r := range word {
			said := readings(r)
			if len(said) == 0 {
				continue
			}
			any = true
			if other < i {
				all = each(all, []string{word[other:i]}, false)
			}
			all = each(all, said, true)
			other = i + len(string(r))
		}
		if other < len(word) {
			all = each(all, []string{word[other:]}, false)
		}
	}
	if !any {
		return nil
	}
	return all
}

// each goes on with every reading of what comes next, as long as there are not too many.
func each(all [][]syllable, said []string, han bool) [][]syllable {
	if len(all)*len(said) > maxReadings {
		said = said[:1]
	}
	next := make([][]syllable, 0, len(all)*len(said))
	for _, s := range said {
		for _, before := range all {
			next = append(next, append(slices.Clip(before), syllable{s, han}))
		}
	}
	return next
}

// joined is what is typed for syllables in full.
func joined(all []syllable) string {
	var b strings.Builder
	for _, s := range all {
		b.WriteString(s.text)
	}
	return b.String()
}

// initials is what is typed for syllables by their first letters.
func initials(all []syllable) string {
	var b strings.Builder
	for _, s := range all {
		for _, r := range s.text {
			b.WriteRune(r)
			break
		}
	}
	return b.String()
}
