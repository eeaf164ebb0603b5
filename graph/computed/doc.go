// Package computed is what computed fields have in common, wherever they are answered: what a field is asked and
// how its arguments are read (Request, Arguments), how an error says where it befell (At), and what the reader of
// an answer should know although nothing failed (Warn).
package computed
