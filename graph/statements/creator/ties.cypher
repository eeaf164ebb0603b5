// Which campaigns, contents and brands tie a creator to others, and how strongly?
/*
:params {today: date('2026-11-25')};
this MATCH (this:Creator {key: 'cr-000001'})
returns things [[campaign or content, 'c' or 'p', day, tie]], brands [[brand, size, day]],
  most (what a creator can add who shares all the brands)
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
WITH thing, kind, day,
  CASE kind WHEN 'b' THEN 0.1 ELSE 1.0 END / log(1 + CASE WHEN people > 2 THEN people ELSE 2 END)
  AS size, CASE WHEN day > $today THEN $today
    ELSE coalesce(day, $today - duration({days: 730})) END AS counted
WITH thing, kind, day, size, counted,
  size * 0.5 ^ (duration.inDays(counted, $today).days / 730.0) AS tie
RETURN collect(CASE WHEN kind <> 'b' THEN [thing, kind, day, tie] END) AS things,
  collect(CASE WHEN kind = 'b' THEN [thing, size, counted] END) AS brands,
  sum(CASE WHEN kind = 'b' THEN tie ELSE 0.0 END) AS most
