// Package columns says what the columns of people's own spreadsheets mean in terms of the import format.
// Propose looks at sheets and writes down what it makes of them, a Mapping, with how sure it is of each
// column; a person corrects it as YAML; Source applies it and gives the tables that check and import read,
// each cell with its own heading, line and spelling.
//
// What people call columns (names.yaml) and values (words.yaml) is data. What could be read in two ways
// that differ in the result, yuan or fen, day or month first, is left undecided in the mapping, "?", and
// Source refuses it until a person decides.
//
// Not covered: values that stand across two columns (a first and a last name), crosstabs with headings in
// the first column, and mappings that compute one column from others.
package columns
