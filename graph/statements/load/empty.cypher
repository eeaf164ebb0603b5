// Does the database hold anything but the record of its migrations?
/*
:params {}
returns empty (boolean)
*/
RETURN NOT EXISTS {
  MATCH (node:!Migration&!MigrationLock)
} AS empty
