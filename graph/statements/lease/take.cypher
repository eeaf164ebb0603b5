// May this process do what only one may at a time? It may when nobody else holds the lease or the
// lease has run out; then the lease is its own for so many seconds more.
/*
:params {name: 'migrations', owner: 'host-1234-1', who: 'process 1234 on host', seconds: 60};
returns held (boolean), who and since (epoch seconds) of its holder
*/
MERGE (lease:Lease {key: $name})
ON CREATE SET lease.until = 0
SET lease.asked = timestamp()
WITH lease, lease.owner = $owner AND lease.until > 0 AS mine, lease.until < timestamp() AS free
SET lease.since = CASE
    WHEN free AND NOT coalesce(mine, false) THEN timestamp()
    ELSE lease.since END,
  lease.owner = CASE WHEN free THEN $owner ELSE lease.owner END,
  lease.who = CASE WHEN free THEN $who ELSE lease.who END,
  lease.until = CASE WHEN free OR mine THEN timestamp() + $seconds * 1000 ELSE lease.until END
RETURN lease.owner = $owner AS held, lease.who AS who, lease.since / 1000 AS since
