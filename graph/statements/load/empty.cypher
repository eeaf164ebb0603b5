// Does the database hold anything but the record of its migrations, imports and analyses?
/*
:params {};
returns empty (boolean)
*/
RETURN NOT EXISTS {
  MATCH (node:!Migration&!Lease&!Analysis&!Change)
} AS empty
