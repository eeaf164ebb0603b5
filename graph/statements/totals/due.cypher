// Marks agencies of which a contract has begun or ended since their totals were counted.
/*
:params {today: '2026-11-23'};
returns nothing
*/
MATCH (agency:Agency)
WHERE agency.nextChange <= date($today)
SET agency.stale = true
