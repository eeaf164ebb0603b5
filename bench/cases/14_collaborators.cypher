// Who shared campaigns, contents or brands with a creator, and how strongly does that tie them?
/*
:params {key: 'cr-000001'}
returns creator
*/
MATCH (this:Creator {key: $key})
CALL (this) {
  MATCH (this)-[:PARTICIPATED_IN]->(campaign)<-[:RAN]-(brand:Brand)
  WITH brand, max(coalesce(campaign.ends, campaign.starts, date() - duration({days: 730}))) AS ends
  WITH brand, CASE WHEN ends > date() THEN date() ELSE ends END AS day,
    0.1 / log(1 + CASE WHEN brand.creatorCount > 2 THEN brand.creatorCount ELSE 2 END) AS size
  RETURN collect([brand, size, day]) AS brands,
    sum(size * 0.5 ^ (duration.inDays(day, date()).days / 730.0)) AS most
}
CALL (this) {
  CALL (this) {
    MATCH (this)-[:PARTICIPATED_IN]->(campaign)
    WITH this, campaign, coalesce(campaign.ends, campaign.starts) AS day,
      COUNT { (campaign)<-[:PARTICIPATED_IN]-() } AS people
    WITH this, campaign, day, people, CASE WHEN day > date() THEN date()
      ELSE coalesce(day, date() - duration({days: 730})) END AS counted
    WITH this, campaign, day, 1 / log(1 + CASE WHEN people > 2 THEN people ELSE 2 END)
      * 0.5 ^ (duration.inDays(counted, date()).days / 730.0) AS tie
    MATCH (campaign)<-[:PARTICIPATED_IN]-(other)
    WHERE other <> this
    RETURN other, 1 AS campaigns, 0 AS contents, day, tie
    UNION ALL
    MATCH (this)-[:POSTED|APPEARS_IN]->(content)
    WHERE EXISTS { (content)<-[:APPEARS_IN]-() }
    WITH DISTINCT this, content
    WITH this, content, date(content.published) AS day
    WITH this, content, day, 1 / log(2 + COUNT { (content)<-[:APPEARS_IN]-() })
      * 0.5 ^ (duration.inDays(CASE WHEN day > date() THEN date() ELSE day END, date()).days
      / 730.0) AS tie
    MATCH (content)<-[:POSTED|APPEARS_IN]-(other)
    WHERE other <> this
    RETURN DISTINCT other, 0 AS campaigns, 1 AS contents, day, tie
  }
  WITH other, sum(campaigns) AS campaigns, sum(contents) AS contents, max(day) AS last,
    sum(tie) AS weight
  ORDER BY weight DESC
  RETURN collect([other, campaigns, contents, last, weight]) AS direct
}
WITH this, brands, direct, direct[20][4] - most AS least
CALL (this, brands, direct, least) {
  WITH brands, direct, least
  WHERE least > 0
  WITH brands, [pair IN direct WHERE pair[4] >= least] AS pairs, COLLECT {
    UNWIND brands AS brand
    WITH brand[0] AS by
    MATCH (by)-[:RAN]->(campaign)
    RETURN campaign
  } AS theirs
  CALL (brands, pairs, theirs) {
    UNWIND pairs AS pair
    RETURN pair[0] AS node, pair[1] AS campaigns, pair[2] AS contents, 0 AS one, pair[3] AS last,
      pair[4] AS tie
    UNION ALL
    UNWIND pairs AS pair
    WITH brands, theirs, pair[0] AS node
    MATCH (node)-[:PARTICIPATED_IN]->(campaign)
    WHERE campaign IN theirs
    MATCH (campaign)<-[:RAN]-(by)
    UNWIND [brand IN brands WHERE brand[0] = by] AS brand
    WITH node, brand, max(coalesce(campaign.ends, campaign.starts, date() - duration({days: 730})))
      AS day
    RETURN node, 0 AS campaigns, 0 AS contents, 1 AS one, null AS last, brand[1] * 0.5 ^ (duration
      .inDays(CASE WHEN day < brand[2] THEN day ELSE brand[2] END, date()).days / 730.0) AS tie
  }
  RETURN node, campaigns, contents, one, last, tie
  UNION ALL
  WITH direct, least
  WHERE coalesce(least <= 0, true)
  UNWIND direct AS pair
  RETURN pair[0] AS node, pair[1] AS campaigns, pair[2] AS contents, 0 AS one, pair[3] AS last,
    pair[4] AS tie
  UNION ALL
  WITH this, brands, least
  WHERE coalesce(least <= 0, true)
  UNWIND brands AS brand
  WITH this, brand, brand[0] AS by
  MATCH (by)-[:RAN]->(campaign)
  WITH this, brand, campaign,
    coalesce(campaign.ends, campaign.starts, date() - duration({days: 730})) AS theirs
  MATCH (campaign)<-[:PARTICIPATED_IN]-(node)
  WHERE node <> this
  WITH node, brand, max(theirs) AS day
  RETURN node, 0 AS campaigns, 0 AS contents, 1 AS one, null AS last, brand[1] * 0.5 ^ (duration
    .inDays(CASE WHEN day < brand[2] THEN day ELSE brand[2] END, date()).days / 730.0) AS tie
}
WITH this, node, sum(campaigns) AS campaignsTogether, sum(contents) AS contentsTogether,
  sum(one) AS brandsTogether, max(last) AS last, round(1e9 * sum(tie)) / 1e9 AS weight
ORDER BY weight DESC, node.key ASC
LIMIT 20
WITH this, collect({campaignsTogether: campaignsTogether, contentsTogether: contentsTogether,
  brandsTogether: brandsTogether, last: toString(last), weight: weight,
  node: node {.key, .name, .followers}}) AS edges
RETURN {collaborators: {edges: edges}} AS creator
