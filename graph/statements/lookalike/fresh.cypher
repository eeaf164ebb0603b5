// Which creators have changed, and what is known of them now? The model's run and place come with
// each; where there is no model there is nobody.
/*
:params {most: 100};
returns id (number), mark, run, place, region, language, followers, price, categories
  (main one first) and brands (keys), audience (of key and share), bio, titles, tags, fee,
  impressions, clicks, conversions; see fresh_partners
*/
CYPHER 5
MATCH (model:Model {key: 'lookalikes'})
MATCH (creator:Creator)
WHERE creator.fresh > 0
WITH model, creator ORDER BY creator.fresh, creator.key LIMIT $most
CALL (creator) {
  OPTIONAL MATCH (creator)-[did:PARTICIPATED_IN]->() WHERE did.impressions > 0
  RETURN sum(did.fee) AS fee, sum(did.impressions) AS impressions, sum(did.clicks) AS clicks,
    sum(did.conversions) AS conversions
}
WITH *, COLLECT {
  MATCH (creator)-[:POSTED]->(content)
  WITH content ORDER BY content.key
  RETURN [content.title, content.tags]
} AS posts
RETURN id(creator) AS id, creator.fresh AS mark, model.run AS run, model.place AS place,
  creator.region AS region, creator.language AS language, creator.followers AS followers,
  coalesce(creator.priceShortVideo, creator.priceMidVideo, creator.priceImageText,
    creator.priceLive) AS price,
  COLLECT {
    MATCH (creator)-[in:IN_CATEGORY]->(category)
    RETURN category.key ORDER BY in.position, category.key
  } AS categories,
  COLLECT { MATCH (creator)-[:PARTICIPATED_IN]->()<-[:RAN]-(brand) RETURN DISTINCT brand.key }
    AS brands,
  COLLECT { MATCH (creator)-[reach:REACHES]->(segment) RETURN [segment.key, reach.share] }
    AS audience,
  creator.bio AS bio, [post IN posts | post[0]] AS titles, [post IN posts | post[1]] AS tags,
  fee, impressions, clicks, conversions
