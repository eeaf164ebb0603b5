// Whom do the creators of some brands' latest campaigns reach?
/*
:params {brands: ['b-0001'], campaigns: 8, creators: 40};
returns brand (key), shares ([[segment (key), its dimension, its name, the creators' shares added
  up], …])
*/
UNWIND $brands AS key
MATCH (brand:Brand {key: key})
CALL (brand) {
  MATCH (brand)-[:RAN]->(campaign:Campaign)
  WHERE campaign.creatorCount > 0
  WITH campaign
  ORDER BY campaign.byStarts DESC, campaign.key ASC
  LIMIT $campaigns
  MATCH (campaign)<-[:PARTICIPATED_IN]-(creator:Creator)
  WHERE EXISTS { (creator)-[:REACHES]->() }
  WITH creator, max(campaign.byStarts) AS last
  ORDER BY last DESC, creator.key ASC
  LIMIT $creators
  MATCH (creator)-[reaches:REACHES]->(segment)
  WITH segment, sum(reaches.share) AS share
  ORDER BY segment.key
  RETURN collect([segment.key, segment.dimension, segment.name, share]) AS shares
}
RETURN brand.key AS brand, shares
