// Package spelling derives the spellings of names: as written, in pinyin and by initials. The spellings that the
// graph stores (Of, Marks) and the full-text queries of a search (Names, Words, OneTypo, TwoTypos) come from the same
// forms, so the two cannot drift apart.
//
//	李佳琦 Austin  is stored as  李佳琦austin. lijiaqiaustin' ljqa' _佳琦austin _琦austin _austin _jiaqiaustin …
//
// A form that ends in a full stop is a whole name or handle; one that ends in an apostrophe is a whole name in
// pinyin or by initials; one that starts with an underscore is what follows a character, a syllable or a
// word of the name. All forms are folded: case, width, accents, traditional characters, spaces and punctuation
// make no difference.
//
// A character with several readings counts in its usual ones, with at most four readings per name; the package does
// not find out which reading is meant.
package spelling
