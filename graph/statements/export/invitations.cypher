// Which invitations are there, by campaign, after one?
/*
:params {after: '', limit: 1000};
returns key (the campaign's), rows (in the order of invitations's columns)
*/
MATCH (campaign:Campaign)
WHERE campaign.key > $after
WITH campaign
ORDER BY campaign.key
LIMIT $limit
RETURN campaign.key AS key, COLLECT {
  MATCH (campaign)-[invited:INVITED]->(creator:Creator)
  RETURN [campaign.key, creator.key, toString(invited.at), invited.source, invited.offer,
    invited.answer, toString(invited.answered)] AS row
  ORDER BY creator.key
} AS rows
ORDER BY key
