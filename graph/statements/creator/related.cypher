// Who shared campaigns or contents with a creator, and who shared which of its brands when last?
/*
:params {minShared: 1, first: 20, after: null, today: date('2026-11-25')};
this MATCH (this:Creator {key: 'cr-000001'})
follows creator/direct
returns node, pair (of creator/direct) or brand (of creator/ties) and day; this may be among them
*/
CALL (brands, enough, pairs) {
  UNWIND pairs AS pair
  RETURN pair[0] AS node, pair, null AS brand, null AS day
  UNION ALL
  WITH brands, pairs
  WHERE enough
  WITH brands, pairs, COLLECT {
    UNWIND brands AS brand
    WITH brand[0] AS by
    MATCH (by)-[:RAN]->(campaign)
    RETURN campaign
  } AS theirs
  UNWIND pairs AS one
  WITH brands, theirs, one[0] AS node
  MATCH (node)-[:PARTICIPATED_IN]->(campaign:Campaign)
  WHERE campaign IN theirs
  MATCH (campaign)<-[:RAN]-(by)
  UNWIND [brand IN brands WHERE brand[0] = by] AS brand
  RETURN node, null AS pair, brand, max(coalesce(campaign.ends, campaign.starts)) AS day
  UNION ALL
  WITH brands
  WHERE NOT enough
  UNWIND brands AS brand
  WITH brand, brand[0] AS by
  MATCH (by)-[:RAN]->(campaign:Campaign)
  WITH brand, campaign, coalesce(campaign.ends, campaign.starts) AS theirs
  MATCH (campaign)<-[:PARTICIPATED_IN]-(node)
  RETURN node, null AS pair, brand, max(theirs) AS day
}
RETURN node, pair, brand, day
