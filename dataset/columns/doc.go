// Package columns maps the columns of people's own spreadsheets to the import format.
// Propose profiles the columns of sheets and proposes a Mapping, with a confidence for each column. A person corrects it
// as YAML. Apply applies it and gives the tables that check and import read, each cell with its original heading, line
// and spelling.
//
// The names of columns (names.yaml) and the words for values (words.yaml) are data. If a column can be read in two
// ways with different results, yuan or fen, day or month first, the mapping leaves it undecided, "?", and
// Apply refuses it until a person decides.
//
// Not covered: values split over two columns (a first and a last name), crosstabs with headings in
// the first column, and mappings that compute one column from others.
package columns
