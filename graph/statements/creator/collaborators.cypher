// Who shared campaigns, contents or brands with a creator, and how strongly does that tie them?
// Where a first page surely ends above all who share nothing but brands, only the others are looked
// at, and of them only those whom their brands can still bring onto it (docs/relations.md).
/*
:params {minShared: 1, first: 20, after: null, today: '2026-11-25'};
this MATCH (this:Creator {key: 'cr-000001'})
returns node, campaignsTogether, contentsTogether, brandsTogether, last (DATE), weight
*/
CALL (this) {
  MATCH (this)-[:PARTICIPATED_IN]->(thing:Campaign)
  RETURN thing, 'c' AS kind, coalesce(thing.ends, thing.starts) AS day,
    COUNT { (thing)<-[:PARTICIPATED_IN]-() } AS people
  UNION
  MATCH (this)-[:POSTED|APPEARS_IN]->(thing:Content)
  WHERE EXISTS { (thing)<-[:APPEARS_IN]-() }
  RETURN thing, 'p' AS kind, date(thing.published) AS day,
    1 + COUNT { (thing)<-[:APPEARS_IN]-() } AS people
  UNION
  MATCH (this)-[:PARTICIPATED_IN]->(campaign:Campaign)<-[:RAN]-(thing:Brand)
  RETURN thing, 'b' AS kind, max(coalesce(campaign.ends, campaign.starts)) AS day,
    thing.creatorCount AS people
}
WITH this, thing, kind, day,
  CASE kind WHEN 'b' THEN 0.1 ELSE 1.0 END / log(1 + CASE WHEN people > 2 THEN people ELSE 2 END)
  AS size, CASE WHEN day > date($today) THEN date($today)
    ELSE coalesce(day, date($today) - duration({days: 730})) END AS counted
WITH this, thing, kind, day, size, counted,
  size * 0.5 ^ (duration.inDays(counted, date($today)).days / 730.0) AS tie
WITH this, collect(CASE WHEN kind <> 'b' THEN [thing, kind, day, tie] END) AS things,
  collect(CASE WHEN kind = 'b' THEN [thing, size, counted] END) AS brands,
  sum(CASE WHEN kind = 'b' THEN tie ELSE 0.0 END) AS most
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
WITH this, brands, most, direct, direct[coalesce($first, 20)][4] AS floor
WITH this, brands, direct, floor - most AS least,
  $after IS NULL AND $minShared <= 1 AND coalesce(floor > most, false) AS enough
WITH this, brands, enough, [pair IN direct WHERE NOT enough OR pair[4] >= least] AS pairs
CALL (this, brands, enough, pairs) {
  UNWIND pairs AS pair
  RETURN pair[0] AS node, pair[1] AS campaigns, pair[2] AS contents, null AS brand,
    pair[3] AS last, pair[4] AS tie
  UNION ALL
  WITH this, brands, enough, pairs
  CALL (brands, enough, pairs) {
    WITH brands, pairs WHERE enough
    WITH brands, pairs, COLLECT {
      UNWIND brands AS brand
      WITH brand[0] AS by
      MATCH (by)-[:RAN]->(campaign)
      RETURN campaign
    } AS theirs
    UNWIND pairs AS pair
    WITH brands, theirs, pair[0] AS node
    MATCH (node)-[:PARTICIPATED_IN]->(campaign:Campaign)
    WHERE campaign IN theirs
    MATCH (campaign)<-[:RAN]-(by)
    UNWIND [brand IN brands WHERE brand[0] = by] AS brand
    RETURN node, brand, max(coalesce(campaign.ends, campaign.starts)) AS day
    UNION ALL
    WITH brands WHERE NOT enough
    UNWIND brands AS brand
    WITH brand, brand[0] AS by
    MATCH (by)-[:RAN]->(campaign:Campaign)
    WITH brand, campaign, coalesce(campaign.ends, campaign.starts) AS theirs
    MATCH (campaign)<-[:PARTICIPATED_IN]-(node)
    RETURN node, brand, max(theirs) AS day
  }
  WITH this, node, brand, CASE WHEN day > date($today) THEN date($today)
    ELSE coalesce(day, date($today) - duration({days: 730})) END AS theirs
  WHERE node <> this
  RETURN node, 0 AS campaigns, 0 AS contents, brand[0] AS brand, null AS last,
    brand[1] * 0.5 ^ (duration.inDays(CASE WHEN theirs < brand[2] THEN theirs ELSE brand[2] END,
      date($today)).days / 730.0) AS tie
}
WITH node, sum(campaigns) AS campaignsTogether, sum(contents) AS contentsTogether,
  count(brand) AS brandsTogether, max(last) AS last, round(1e9 * sum(tie)) / 1e9 AS weight
WHERE campaignsTogether + contentsTogether + brandsTogether >= $minShared
RETURN node, campaignsTogether, contentsTogether, brandsTogether, last, weight
