// Removes every node but the record of migrations.
/*
:params {};
returns nothing
*/
MATCH (node)
WHERE NOT node:Migration AND NOT node:Lease
CALL (node) {
  DETACH DELETE node
} IN TRANSACTIONS OF 500 ROWS
