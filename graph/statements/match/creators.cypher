// What is known of some creators that matching them to briefs rests on?
/*
:params {creators: [1], today: date('2026-11-25')};
returns id, key, name, followers, region, prices, platforms, categories, agency (in force), shares
  ([segment, share]), works ([campaign, fee, impressions, clicks, conversions, gmv]), answers
  ([campaign, day, offer, answer]), formats ([campaign, format]), posts
  ([title, tags]); by numbers
*/
CYPHER 5
UNWIND $creators AS number
MATCH (creator:Creator)
WHERE id(creator) = number
RETURN number AS id, creator.key AS key, creator.name AS name, creator.followers AS followers,
  creator.region AS region, [creator.priceShortVideo, creator.priceMidVideo,
    creator.priceImageText, creator.priceLive] AS prices,
  COLLECT {
    MATCH (creator)-[on:ON_PLATFORM]->(to) RETURN id(to) ORDER BY on.position, to.key
  } AS platforms, COLLECT {
    MATCH (creator)-[in:IN_CATEGORY]->(to) RETURN id(to) ORDER BY in.position, to.key
  } AS categories, COLLECT {
    MATCH (creator)-[contract:SIGNED_WITH]->(to)
    WHERE contract.since <= $today
      AND (contract.until IS NULL OR contract.until >= $today)
    RETURN id(to) ORDER BY contract.since DESC, to.key LIMIT 1
  }[0] AS agency, COLLECT {
    MATCH (creator)-[to:REACHES]->(segment) RETURN [id(segment), to.share] ORDER BY segment.key
  } AS shares, COLLECT {
    MATCH (creator)-[did:PARTICIPATED_IN]->(in) RETURN [id(in), did.fee, did.impressions,
      did.clicks, did.conversions, did.gmv] ORDER BY in.key
  } AS works, COLLECT {
    MATCH (creator)<-[asked:INVITED]-(to) RETURN [id(to), asked.at.epochSeconds / 86400,
      asked.offer, asked.answer] ORDER BY to.key
  } AS answers, COLLECT {
    MATCH (creator)-[:POSTED]->(content)-[:FOR_CAMPAIGN]->(to)
    RETURN [id(to), content.format] ORDER BY content.key
  } AS formats, COLLECT {
    MATCH (creator)-[:POSTED]->(content) RETURN [content.title, content.tags] ORDER BY content.key
  } AS posts
