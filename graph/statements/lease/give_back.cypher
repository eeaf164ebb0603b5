// Gives a lease back.
/*
:params {name: 'migrations', owner: 'host-1234-1'};
returns nothing
*/
MATCH (lease:Lease {key: $name, owner: $owner})
SET lease.until = 0
