// Package convert turns values as people write them in spreadsheets into those of the import
// format: 12.3万 into 123000, ￥18,500.00 into fen, 2026年1月5日 into 2026-01-05, 是 into true. Each
// function is pure, takes the text of one cell, and returns an error that says what is wrong with it, in words
// that can follow the value.
//
//	amount, _ := convert.Number("12.3万", convert.Point)  // 123000
//	fen, _ := amount.Whole(2)                             // "12300000"
//
// The package never decides an ambiguous value: the caller declares the decimal separator and whether the day or the month
// comes first.
package convert
