// Package sheet reads the files that people keep tables in, .xlsx, .csv and .tsv, into rows of text.
// It finds out the encoding and the separator, gives dates and percentages of a workbook as text that
// says what they are, and fills what was merged. It knows nothing of what the columns mean.
//
// A sheet is held in memory whole: what a spreadsheet program opens fits.
package sheet
