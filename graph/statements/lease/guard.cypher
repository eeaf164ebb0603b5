// Makes sure that there is only one lease of each name.
/*
:params {};
returns nothing
*/
CREATE CONSTRAINT lease_key IF NOT EXISTS
FOR (lease:Lease) REQUIRE lease.key IS UNIQUE
