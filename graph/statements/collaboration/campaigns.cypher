// Who worked on each campaign, and when was its last day? By the campaigns' keys.
/*
:params {};
returns day (days since 1970-01-01, null when unknown), creators (the database's numbers)
*/
CYPHER 5
MATCH (campaign:Campaign)
WHERE campaign.key IS NOT NULL
WITH campaign, COLLECT {
  MATCH (campaign)<-[:PARTICIPATED_IN]-(creator:Creator)
  RETURN DISTINCT id(creator)
} AS creators
WHERE size(creators) > 1
RETURN creators,
  duration.inDays(date('1970-01-01'), coalesce(campaign.ends, campaign.starts)).days AS day
ORDER BY campaign.key
