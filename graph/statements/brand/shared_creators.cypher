// Which creators worked for some brands lately, for which other brands did each of them work, and
// when last?
/*
:params {keys: ['b-0001'], most: 1000};
returns key, creators ([[key, followers, brands worked for, day the latest campaign for this one
  began], …], latest first), others ([[brand (key), creators who worked for it, [[place in creators,
  day the latest campaign for that one began], …]], …]); days are since 1970-01-01, -1000000 when
  unknown
*/
UNWIND $keys AS key
CALL (key) {
  MATCH (this:Brand {key: key})-[:RAN]->(campaign:Campaign)<-[:PARTICIPATED_IN]-(creator:Creator)
  WITH this, creator, max(campaign.byStarts) AS last
  ORDER BY last DESC, creator.key ASC
  LIMIT $most
  RETURN this, collect(creator) AS creators, collect(last) AS lasts
}
CALL (this, creators) {
  UNWIND range(0, size(creators) - 1) AS place
  WITH this, place, creators[place] AS creator
  MATCH (creator)-[:PARTICIPATED_IN]->(campaign)
  // Each campaign's brand is looked up once, however many of the creators worked on it.
  WITH this, campaign, collect(place) AS places
  MATCH (campaign)<-[:RAN]-(brand)
  WHERE brand <> this
  UNWIND places AS place
  WITH brand, place, max(campaign.byStarts) AS last
  ORDER BY place
  WITH brand, collect([place, last]) AS shared
  ORDER BY brand.key
  RETURN collect([brand.key, brand.creatorCount, shared]) AS others
}
RETURN key, others, [i IN range(0, size(creators) - 1) | [creators[i].key,
  coalesce(creators[i].followers, 0), creators[i].brandCount, lasts[i]]] AS creators
ORDER BY key
