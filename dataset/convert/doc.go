// Package convert turns values in the spellings of people's spreadsheets into those of the import
// format: 12.3万 into 123000, ￥18,500.00 into fen, 2026年1月5日 into 2026-01-05, 是 into true. Each
// function is pure, takes one cell's text, and gives an error that says what is wrong with it, in words
// that can stand after the value.
//
//	amount, _ := convert.Number("12.3万", convert.Point)  // 123000
//	fen, _ := amount.Times(100)
//
// A value that can be read in two ways is never decided here: the caller says which sign separates
// decimals and whether the day or the month stands first.
package convert
