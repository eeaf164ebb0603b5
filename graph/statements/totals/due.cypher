// Marks agencies of which a contract, and creators of whom a rate, has begun or ended since their
// totals were counted.
/*
:params {today: date('2026-11-23')};
returns nothing
*/
CALL () {
  MATCH (agency:Agency)
  WHERE agency.nextChange <= $today
  RETURN agency AS node
  UNION ALL
  MATCH (creator:Creator)
  WHERE creator.ratesChange <= $today
  RETURN creator AS node
}
SET node.stale = true
