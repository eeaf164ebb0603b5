// Who shared campaigns or contents with a creator, and are they enough for a first page?
// They are where it surely ends above all who share nothing but brands; then only those are given
// whom their brands can still bring onto it (docs/relations.md).
/*
:params {minShared: 1, first: 20, after: null, today: date('2026-11-25')};
this MATCH (this:Creator {key: 'cr-000001'})
follows creator/ties
returns brands, enough, pairs [[creator, campaigns, contents, last, tie]]
*/
CALL (this, things) {
  UNWIND things AS thing
  WITH this, thing, thing[0] AS shared
  MATCH (shared)<-[:PARTICIPATED_IN|POSTED|APPEARS_IN]-(other:Creator)
  WHERE other <> this
  WITH DISTINCT other, thing
  WITH other, sum(CASE thing[1] WHEN 'c' THEN 1 ELSE 0 END) AS campaigns, count(*) AS shared,
    max(thing[2]) AS last, sum(thing[3]) AS weight
  ORDER BY weight DESC
  RETURN collect([other, campaigns, shared - campaigns, last, weight]) AS direct
}
WITH brands, most, direct, direct[coalesce($first, 20)][4] AS floor
WITH brands, direct, floor - most AS least,
  $after IS NULL AND $minShared <= 1 AND coalesce(floor > most, false) AS enough
RETURN brands, enough, [pair IN direct WHERE NOT enough OR pair[4] >= least] AS pairs
