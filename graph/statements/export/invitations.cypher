// Which invitations are there, by campaign, after one, of some or of all?
/*
:params {after: '', limit: 1000, keys: null};
returns key (the campaign's), rows (in the order of invitations's columns)
*/
MATCH (campaign:Campaign)
WHERE campaign.key > $after AND ($keys IS NULL OR campaign.key IN $keys)
WITH campaign
ORDER BY campaign.key
LIMIT $limit
RETURN campaign.key AS key, COLLECT {
  MATCH (campaign)-[invited:INVITED]->(creator:Creator)
  RETURN [campaign.key, creator.key, toString(invited.at), invited.source, invited.offer,
    invited.answer, toString(invited.answered), invited.modelVersion, invited.rank,
    invited.propensity] AS row
  ORDER BY creator.key
} AS rows
ORDER BY key
