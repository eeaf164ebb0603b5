// Says which campaign a list is made for, instead of what was said before; null for none.
/*
:params {key: 'l-1', campaign: 'ca-1'};
returns linked (false where a campaign is given that does not exist)
*/
MATCH (list:CreatorList {key: $key})
OPTIONAL MATCH (list)-[before:MADE_FOR]->(:Campaign)
DELETE before
WITH DISTINCT list
OPTIONAL MATCH (campaign:Campaign {key: $campaign})
FOREACH (one IN CASE WHEN campaign IS NULL THEN [] ELSE [campaign] END |
  CREATE (list)-[:MADE_FOR]->(one))
RETURN $campaign IS NULL OR campaign IS NOT NULL AS linked
