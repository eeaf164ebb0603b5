// Which creators have changed, and what is known of them now? The model's run and place come with
// each; where there is no model there is nobody.
/*
:params {most: 100, things: 60, partners: 20, today: '2026-11-25'};
returns id (number), mark, run, place, region, language, followers, price, categories
  (main one first) and brands (keys), audience (of key and share), bio, titles, tags, fee,
  impressions, clicks, conversions, partners (of weight and vector)
*/
CYPHER 5
MATCH (model:Model {key: 'lookalikes'})
MATCH (creator:Creator)
WHERE creator.fresh > 0
WITH model, creator ORDER BY creator.fresh, creator.key LIMIT $most
CALL (creator) {
  OPTIONAL MATCH (creator)-[did:PARTICIPATED_IN]->()
  WHERE did.impressions > 0
  RETURN sum(did.fee) AS fee, sum(did.impressions) AS impressions, sum(did.clicks) AS clicks,
    sum(did.conversions) AS conversions
}
WITH *, COLLECT {
  MATCH (creator)-[:POSTED]->(content)
  WITH content ORDER BY content.key
  RETURN [content.title, content.tags]
} AS posts, model.place AS place
RETURN id(creator) AS id, creator.fresh AS mark, model.run AS run, place,
  creator.region AS region, creator.language AS language, creator.followers AS followers,
  coalesce(creator.priceShortVideo, creator.priceMidVideo, creator.priceImageText,
    creator.priceLive) AS price,
  COLLECT {
    MATCH (creator)-[in:IN_CATEGORY]->(category)
    RETURN category.key ORDER BY in.position, category.key
  } AS categories,
  COLLECT {
    MATCH (creator)-[:PARTICIPATED_IN]->()<-[:RAN]-(brand) RETURN DISTINCT brand.key
  } AS brands,
  COLLECT {
    MATCH (creator)-[reach:REACHES]->(segment) RETURN [segment.key, reach.share]
  } AS audience,
  creator.bio AS bio, [post IN posts | post[0]] AS titles, [post IN posts | post[1]] AS tags,
  fee, impressions, clicks, conversions,
  COLLECT {
    CALL (creator) {
      MATCH (creator)-[:PARTICIPATED_IN]->(thing:Campaign)
      RETURN thing, coalesce(thing.ends, thing.starts) AS day,
        COUNT { (thing)<-[:PARTICIPATED_IN]-() } AS people
      UNION
      MATCH (creator)-[:POSTED|APPEARS_IN]->(thing:Content)
      WHERE EXISTS { (thing)<-[:APPEARS_IN]-() }
      RETURN thing, date(thing.published) AS day, 1 + COUNT { (thing)<-[:APPEARS_IN]-() } AS people
    }
    WITH creator, thing, day, people ORDER BY day DESC, labels(thing)[0], thing.key LIMIT $things
    MATCH (thing)<-[:PARTICIPATED_IN|POSTED|APPEARS_IN]-(other:Creator)
    WHERE other <> creator AND other[place] IS NOT NULL
    WITH DISTINCT other, thing, day, people
    WITH other, sum(1.0 / log(1 + people) * 0.5 ^ CASE WHEN day > date($today) THEN 0.0
      ELSE coalesce(duration.inDays(day, date($today)).days / 730.0, 1.0) END) AS weight
    ORDER BY weight DESC, other.key LIMIT $partners
    RETURN [weight, other[place]]
  } AS partners
