// What did campaigns ask for?
/*
:params {campaigns: null};
takes null for all campaigns, or the numbers of some
returns id, key, brand, objective, formats, categories, segments (numbers), day (days from
  1970-01-01; null when unknown)
*/
CYPHER 5
MATCH (campaign:Campaign)
WHERE campaign.key IS NOT NULL AND ($campaigns IS NULL OR id(campaign) IN $campaigns)
RETURN id(campaign) AS id, campaign.key AS key, campaign.objective AS objective,
  campaign.formats AS formats,
  COLLECT { MATCH (campaign)<-[:RAN]-(brand) RETURN id(brand) ORDER BY brand.key }[0] AS brand,
  COLLECT {
    MATCH (campaign)-[in:IN_CATEGORY]->(category)
    RETURN id(category) ORDER BY in.position, category.key
  } AS categories,
  COLLECT {
    MATCH (campaign)-[targets:TARGETS]->(segment)
    RETURN id(segment) ORDER BY targets.position, segment.key
  } AS segments,
  duration.inDays(date('1970-01-01'), coalesce(campaign.starts, campaign.ends)).days AS day
ORDER BY campaign.key
