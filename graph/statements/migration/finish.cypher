// Records that a migration is complete.
/*
:params {name: '0001_keys'};
returns nothing
*/
MATCH (migration:Migration {key: $name})
SET migration.finished = datetime()
