// Which campaigns are there, by key, after one, of some or of all?
/*
:params {after: '', limit: 1000, keys: null};
returns key, rows (one, in the order of campaigns's columns)
*/
MATCH (campaign:Campaign)
WHERE campaign.key > $after AND ($keys IS NULL OR campaign.key IN $keys)
WITH campaign
ORDER BY campaign.key
LIMIT $limit
RETURN campaign.key AS key, [[
  campaign.key, head(COLLECT { MATCH (campaign)<-[:RAN]-(brand:Brand) RETURN brand.key }),
  campaign.name, campaign.objective,
  COLLECT { MATCH (campaign)-[in:IN_CATEGORY]->(to) RETURN to.key ORDER BY in.position, to.key },
  campaign.formats, campaign.budget, toString(campaign.starts), toString(campaign.ends),
  COLLECT { MATCH (campaign)-[at:TARGETS]->(to) RETURN to.key ORDER BY at.position, to.key }
]] AS rows
ORDER BY key
