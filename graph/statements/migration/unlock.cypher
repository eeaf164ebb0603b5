// Gives the lease back.
/*
:params {owner: 'host-1234'}
returns nothing
*/
MATCH (lock:MigrationLock {key: 'migrations', owner: $owner})
SET lock.until = 0
