// Makes sure that there is only one lock and one record of each migration.
/*
:params {}
returns nothing
*/
CREATE CONSTRAINT migration_lock_key IF NOT EXISTS
FOR (lock:MigrationLock) REQUIRE lock.key IS UNIQUE
