// What came of each creator's campaigns?
/*
:params {};
returns id, results ([fee, impressions, clicks, conversions, day] of those whose impressions are
  known; days from 1970-01-01, null when unknown)
*/
CYPHER 5
MATCH (creator:Creator)
WHERE creator.key IS NOT NULL
WITH creator, COLLECT {
  MATCH (creator)-[did:PARTICIPATED_IN]->(campaign)
  WHERE did.impressions > 0
  RETURN [did.fee, did.impressions, did.clicks, did.conversions,
    duration.inDays(date('1970-01-01'), coalesce(campaign.ends, campaign.starts)).days]
} AS results
WHERE size(results) > 0
RETURN id(creator) AS id, results
