// Which migrations have been begun, and which of them finished?
/*
:params {};
returns name, checksum, finished (boolean)
*/
MATCH (migration:Migration)
RETURN migration.key AS name, migration.checksum AS checksum,
  migration.finished IS NOT NULL AS finished
ORDER BY name
