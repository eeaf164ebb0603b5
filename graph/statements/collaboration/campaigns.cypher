// Who worked on each campaign, and when was its last day?
/*
:params {}
returns key, day (days since 1970-01-01, null when unknown), creators (keys)
*/
MATCH (campaign:Campaign)
WITH campaign, COLLECT {
  MATCH (campaign)<-[:PARTICIPATED_IN]-(creator:Creator)
  RETURN DISTINCT creator.key
} AS creators
WHERE size(creators) > 1
RETURN campaign.key AS key, creators,
  duration.inDays(date('1970-01-01'), coalesce(campaign.ends, campaign.starts)).days AS day
