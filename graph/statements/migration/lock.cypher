// May this process migrate? It may when nobody else holds the lease or the lease has run out.
/*
:params {owner: 'host-1234', seconds: 60}
returns held (boolean)
*/
MERGE (lock:MigrationLock {key: 'migrations'})
ON CREATE SET lock.until = 0
SET lock.asked = timestamp()
WITH lock, lock.owner = $owner OR lock.until < timestamp() AS held
SET lock.owner = CASE WHEN held THEN $owner ELSE lock.owner END,
    lock.until = CASE WHEN held THEN timestamp() + $seconds * 1000 ELSE lock.until END
RETURN held
