// Package sheet reads .xlsx, .csv and .tsv files into rows of text.
// It detects encoding and separator, turns dates and percentages of a workbook into text that
// says what they are, and fills merged cells. It knows nothing of what the columns mean.
//
// It holds a sheet in memory as a whole: what a spreadsheet program can open fits.
package sheet
