// Package table makes a table of a GraphQL answer, and text, JSON, CSV, Parquet or a workbook of a table.
//
// The rows of an answer are the items of its one list of objects that no other list holds; nested objects
// become columns with dotted names, and lists within a row become lists in a cell:
//
//	{"brand":{"campaigns":{"nodes":[{"name":"618","creators":[{"name":"a"},{"name":"b"}],"fee":{"sum":3}}]}}}
//
//	name  creators.name  fee.sum
//	618   a, b                 3
//
// An answer without such a list is one row. What stands beside the list is left out. Columns, their order and their
// types are the question's (see Question), so that all answers to one question are tables of one form.
package table
