// Package table makes a table of a GraphQL answer, and text, JSON, CSV, Parquet or a workbook of a table.
//
// The rows are the items of the answer's one list of objects that is not inside another list. Nested objects
// become columns with dotted names, and lists within a row become lists in a cell:
//
//	{"brand":{"campaigns":{"nodes":[{"name":"618","creators":[{"name":"a"},{"name":"b"}],"fee":{"sum":3}}]}}}
//
//	name  creators.name  fee.sum
//	618   a, b                 3
//
// An answer without such a list is one row. The table leaves out fields beside the list. Columns, their order and their
// types come from the question (see Question), so all answers to one question have the same form.
package table
