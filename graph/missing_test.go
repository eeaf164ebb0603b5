package graph

import "testing"

// A name that is right and that no data has is not told to be wrong; one that is wrong is told what was meant.
func TestMissingNames(t *testing.T) {
	t.Parallel()

	for _, c := range []struct {
		kind       nameKind
		name, want string
	}{
		{propertyName, "priceShortVideo", "nothing in this graph has a priceShortVideo"},
		{propertyName, "byCpm", "nothing in this graph has a byCpm"},
		{propertyName, "Followers", "there is no property Followers; the nearest: followers"},
		{labelName, "Audience", "there is no label :Audience; the nearest: AudiencePackage"},
		{labelName, "KOL", "there is no label :KOL; docs/model.md has those there are"},
		{typeName, "REACHES", "nothing in this graph is connected by :REACHES"},
		{typeName, "signed_with", "there is no type of relationship :signed_with; the nearest: SIGNED_WITH"},
		{typeName, "COLLABORATES_WITH", "there is no type of relationship :COLLABORATES_WITH; the nearest: COLLABORATED_WITH"},
	} {
		if got := c.kind.missing(c.name); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}
