package columns

import (
	_ "embed"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"github.com/creatorgraph/creatorgraph/dataset/convert"
)

//go:embed segments.yaml
var segmentsYAML []byte

// segment is a part of an audience that a heading or a cell names.
type segment struct{ key, name, dimension string }

var segmentsByName = sync.OnceValue(loadSegments)

func loadSegments() map[string]segment {
	var file map[string]map[string]string
	mustRead(segmentsYAML, "segments.yaml", &file)
	all := map[string]segment{}
	for _, dimension := range sortedKeys(file) {
		for _, key := range sortedKeys(file[dimension]) {
			names := strings.Split(file[dimension][key], "|")
			for _, name := range names {
				all[normalize(name)] = segment{key, strings.TrimSpace(names[0]), dimension}
			}
		}
	}
	return all
}

// Forms of ages: 18-23岁, 50岁以上 or 50+, 18岁以下 or <18.
var (
	ageRange = regexp.MustCompile(`^(\d{1,2})(?:岁)?(?:-|~|–|—|至|到|to)(\d{1,2})(?:周?岁)?$`)
	ageOver  = regexp.MustCompile(`^(?:>|≥|>=|over)?(\d{1,2})(?:周?岁)?(\+|及?以上|以上)?(?:岁)?$`)
	ageUnder = regexp.MustCompile(`^(?:<|≤|<=|under|below)(\d{1,2})(?:周?岁)?$|^(\d{1,2})(?:周?岁)?(?:及?以下|以下)$`)
)

// shareWords stand around a segment's name and say nothing of it.
var shareWords = []string{"粉丝占比", "受众占比", "人群占比", "用户占比", "粉丝比例", "占比", "比例", "百分比", "画像", "粉丝", "受众", "用户",
	"audience", "followers", "percentage", "percent", "share", "ratio", "%", "yearsold", "years", "yrs", "anteil"}

// dimensionWords may stand before a segment's name: 年龄-18-23, 地域:广东. Of two of which one begins
// the other the longer comes first.
var dimensionWords = []struct{ word, dimension string }{
	{"年龄分布", "AGE"}, {"年龄段", "AGE"}, {"年龄", "AGE"}, {"ages", "AGE"}, {"age", "AGE"}, {"alter", "AGE"},
	{"性别分布", "GENDER"}, {"性别", "GENDER"}, {"gender", "GENDER"},
	{"地域分布", "REGION"}, {"地域", "REGION"}, {"省份", "REGION"}, {"城市等级", "REGION"}, {"城市", "REGION"},
	{"地区", "REGION"}, {"region", "REGION"}, {"country", "REGION"}, {"location", "REGION"},
	{"兴趣分布", "INTEREST"}, {"兴趣", "INTEREST"}, {"八大人群", "INTEREST"}, {"interest", "INTEREST"},
	{"设备分布", "DEVICE"}, {"设备", "DEVICE"}, {"device", "DEVICE"},
}

// stripShareWords gives a heading without signs, units and the words of shares; saidShare tells that such stood there.
func stripShareWords(text string) (bare string, saidShare bool) {
	bare = strings.ToLower(convert.Narrow(text))
	bare = brackets.ReplaceAllStringFunc(bare, func(m string) string {
		if unitSpellings[normalize(strings.Trim(m, "()[]【】〔〕{}"))] != "" {
			return ""
		}
		return m
	})
	bare = strings.NewReplacer(" ", "", "_", "", "\u00a0", "", "(", "", ")", "", "\n", "", "/", "", ":", "").Replace(bare)
	for _, w := range shareWords {
		if rest := strings.ReplaceAll(bare, w, ""); rest != bare {
			bare, saidShare = rest, true
		}
	}
	return bare, saidShare
}

// cutDimension takes the word of a dimension off the front of a name, and the hyphen behind it: 兴趣-美妆.
func cutDimension(name string) (rest, dimension string, hyphen bool) {
	for _, d := range dimensionWords {
		behind, isCut := strings.CutPrefix(name, d.word)
		if rest := strings.Trim(behind, "-—"); isCut && rest != "" {
			return rest, d.dimension, rest != behind
		}
	}
	return name, "", false
}

// parseSegment gives the segment that a heading names; saidShare tells that words of shares stood there.
func parseSegment(text string) (s segment, saidShare, ok bool) {
	bare, saidShare := stripShareWords(text)
	bare, dimension, hyphen := cutDimension(bare)
	saidShare = saidShare || hyphen
	if s, ok := parseAge(bare); ok {
		if dimension != "" && dimension != "AGE" {
			return segment{}, false, false
		}
		return s, saidShare || dimension != "", true
	}
	if s, ok := segmentsByName()[normalize(bare)]; ok {
		return s, saidShare || dimension != "", true
	}
	if dimension != "" && bare != "" && saidShare && !isOther(bare) {
		return segment{strings.ToLower(dimension) + "-" + normalize(bare), bare, dimension}, true, true
	}
	return segment{}, saidShare, false
}

// parseAge gives the segment of an age. A bare number is none.
func parseAge(text string) (segment, bool) {
	if m := ageRange.FindStringSubmatch(text); m != nil {
		low, _ := strconv.Atoi(m[1])
		high, _ := strconv.Atoi(m[2])
		if low < high && (low == 0 || low >= 6) {
			return segment{fmt.Sprintf("age-%d-%d", low, high), fmt.Sprintf("%d-%d岁", low, high), "AGE"}, true
		}
		return segment{}, false
	}
	if m := ageUnder.FindStringSubmatch(text); m != nil {
		age := m[1] + m[2]
		return segment{"age-u" + age, age + "岁以下", "AGE"}, true
	}
	if m := ageOver.FindStringSubmatch(text); m != nil && !onlyDigits(text) {
		if !strings.HasPrefix(text, m[1]) || m[2] != "" {
			return segment{"age-" + m[1], m[1] + "岁以上", "AGE"}, true
		}
	}
	return segment{}, false
}

func onlyDigits(s string) bool {
	return strings.Trim(s, "0123456789") == ""
}

// segmentKey is the key of a segment that a cell names.
func segmentKey(name, dimension string) string {
	if s, _, ok := parseSegment(name); ok && (dimension == "" || s.dimension == dimension) {
		return s.key
	}
	if isOther(name) && dimension != "" {
		return otherSegment(dimension).key
	}
	return deriveKey(strings.Trim(strings.ToLower(dimension)+"-"+name, "-"), "")
}

// isOther says whether a heading is what is left of the columns before it.
func isOther(text string) bool {
	switch normalize(text) {
	case "其他", "其它", "other", "others", "其余", "sonstige", "其他省份", "其他省", "其他地区", "其他地域", "其他城市", "其他年龄", "其他年龄段", "其他兴趣", "othercountries", "othercities":
		return true
	}
	return false
}

// otherSegment is the rest of a dimension.
func otherSegment(dimension string) segment {
	names := map[string]string{"AGE": "其他年龄", "GENDER": "其他性别", "REGION": "其他地区", "INTEREST": "其他兴趣", "DEVICE": "其他设备"}
	return segment{strings.ToLower(dimension) + "-other", names[dimension], dimension}
}
