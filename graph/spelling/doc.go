// Package spelling says how names are spelt: as they stand, in pinyin and by initials. What the graph keeps
// of each name (Of, Marks) and what a search asks of the full-text indexes (Names, Words, Near, Far) are made
// of the same forms, so that the two cannot drift apart.
//
//	李佳琦 Austin  is kept as  李佳琦austin. lijiaqiaustin' ljqa' _佳琦austin _琦austin _austin _jiaqiaustin …
//
// A form that ends in a full stop is a whole name or handle, one that ends in an apostrophe a whole name in
// pinyin or by initials, and one that begins with a low line is what follows a character, a syllable or a
// word of the name. All are folded: case, width, accents, traditional characters, spaces and punctuation
// tell nothing apart.
//
// A character that is read in several ways counts in its usual ones, at most four readings a name; which of
// them is meant is not found out.
package spelling
