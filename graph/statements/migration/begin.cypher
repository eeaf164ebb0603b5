// Records that a migration is under way.
/*
:params {name: '0001_keys', checksum: 'ab12'};
returns nothing
*/
MERGE (migration:Migration {key: $name})
SET migration.checksum = $checksum, migration.begun = datetime()
