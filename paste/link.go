package paste

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
)

var link = regexp.MustCompile(`(?i)(?:https?://|www\.)[^\s，。；、（）()<>"']+|(?:[a-z0-9-]+\.)+(?:com|cn|tv)/[^\s，。；、（）()<>"']+`)

// before are the parts of a profile's address that stand before who it is of, on the platforms that have such: of
// https://www.xiaohongshu.com/user/profile/5ff0 the parts user and profile. They are as the platforms' own pages have them.
var before = []string{"user", "profile", "channel", "c", "u", "n", "people", "space", "ad", "creator", "author",
	"douyin", "author-homepage", "douyin-video", "solar", "pre-trade", "blogger-detail", "add", "in"}

// links takes the addresses out of a line, and gives whom each is of.
func links(text string) (rest string, whose []string) {
	rest = link.ReplaceAllStringFunc(text, func(address string) string {
		if who := profile(address); who != "" {
			whose = append(whose, who)
		}
		return " "
	})
	return rest, whose
}

// profile gives the handle or key that an address of a profile ends with; empty where there is none.
func profile(address string) string {
	if !strings.Contains(address, "://") {
		address = "https://" + address
	}
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	for part := range strings.SplitSeq(u.Path, "/") {
		if part == "" || slices.Contains(before, strings.ToLower(part)) {
			continue
		}
		return strings.TrimPrefix(part, "@")
	}
	return ""
}
