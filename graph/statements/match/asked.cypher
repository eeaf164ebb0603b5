// What does a campaign ask of creators, and who was invited to it or works on it?
/*
:params {campaigns: ['ca-1']};
returns key, brand, objective, formats, categories, segments (keys), budget, taken (keys of
  creators)
*/
UNWIND $campaigns AS key
MATCH (campaign:Campaign {key: key})
RETURN campaign.key AS key, campaign.objective AS objective, campaign.formats AS formats,
  campaign.budget AS budget,
  COLLECT { MATCH (campaign)<-[:RAN]-(brand) RETURN brand.key ORDER BY brand.key }[0] AS brand,
  COLLECT {
    MATCH (campaign)-[in:IN_CATEGORY]->(to) RETURN to.key ORDER BY in.position, to.key
  } AS categories,
  COLLECT {
    MATCH (campaign)-[targets:TARGETS]->(to) RETURN to.key ORDER BY targets.position, to.key
  } AS segments,
  COLLECT {
    MATCH (campaign)-[:INVITED]->(creator) RETURN creator.key AS taken
    UNION
    MATCH (campaign)<-[:PARTICIPATED_IN]-(creator) RETURN creator.key AS taken
  } AS taken
