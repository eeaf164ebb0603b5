// What does each creator say, and what came of its campaigns?
/*
:params {contents: 40}
returns id (the database's number), bio, texts (titles and tags, of the newest contents first),
  impressions, clicks, conversions, fee (of what has impressions)
*/
CYPHER 5
MATCH (creator:Creator)
WHERE creator.key IS NOT NULL
CALL (creator) {
  OPTIONAL MATCH (creator)-[did:PARTICIPATED_IN]->()
  RETURN sum(did.impressions) AS impressions, sum(did.clicks) AS clicks,
    sum(did.conversions) AS conversions,
    sum(CASE WHEN did.impressions > 0 THEN did.fee ELSE 0 END) AS fee
}
RETURN id(creator) AS id, creator.bio AS bio, COLLECT {
  MATCH (creator)-[:POSTED]->(content)
  WITH content ORDER BY content.published DESC, content.key LIMIT $contents
  UNWIND [content.name] + coalesce(content.tags, []) AS text
  RETURN text
} AS texts, impressions, clicks, conversions, fee
