// Which participations are there, by campaign, after one, of some or of all?
/*
:params {after: '', limit: 1000, keys: null};
returns key (the campaign's), rows (in the order of participations's columns)
*/
MATCH (campaign:Campaign)
WHERE campaign.key > $after AND ($keys IS NULL OR campaign.key IN $keys)
WITH campaign
ORDER BY campaign.key
LIMIT $limit
RETURN campaign.key AS key, COLLECT {
  MATCH (campaign)<-[did:PARTICIPATED_IN]-(creator:Creator)
  RETURN [campaign.key, creator.key, did.source, did.fee, did.impressions, did.engagements,
    did.clicks, did.conversions, did.gmv] AS row
  ORDER BY creator.key
} AS rows
ORDER BY key
