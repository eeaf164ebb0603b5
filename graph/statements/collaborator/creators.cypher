// What is there to learn of each creator besides ties?
/*
:params {today: date('2026-11-25')};
returns id (the database's number, as those of all nodes here), key, region, language, followers,
  price (of the first format that has one), categories (numbers, main one first), agency
  (number of the one in force), brands (numbers), since (when each, days from 1970-01-01; −2000000
  when unknown), segments (numbers), shares
*/
CYPHER 5
MATCH (creator:Creator)
WHERE creator.key IS NOT NULL
WITH creator
ORDER BY creator.key
WITH creator, COLLECT {
  MATCH (creator)-[reach:REACHES]->(segment)
  RETURN [id(segment), reach.share]
} AS audience, COLLECT {
  MATCH (creator)-[:PARTICIPATED_IN]->(campaign)<-[:RAN]-(brand)
  WITH brand, min(coalesce(campaign.ends, campaign.starts)) AS first
  RETURN [id(brand), coalesce(duration.inDays(date('1970-01-01'), first).days, -2000000)]
} AS works
RETURN id(creator) AS id, creator.key AS key, creator.region AS region,
  creator.language AS language, creator.followers AS followers,
  coalesce(creator.priceShortVideo, creator.priceMidVideo, creator.priceImageText,
    creator.priceLive) AS price,
  COLLECT {
    MATCH (creator)-[in:IN_CATEGORY]->(category)
    RETURN id(category) ORDER BY in.position, category.key
  } AS categories,
  COLLECT {
    MATCH (creator)-[contract:SIGNED_WITH]->(agency)
    WHERE contract.since <= $today
      AND (contract.until IS NULL OR contract.until >= $today)
    RETURN id(agency) ORDER BY contract.since DESC, agency.key LIMIT 1
  }[0] AS agency,
  [work IN works | work[0]] AS brands, [work IN works | work[1]] AS since,
  [share IN audience | share[0]] AS segments, [share IN audience | share[1]] AS shares
ORDER BY creator.key
