// Counts agencies' totals anew: creators under contract today, their followers, fees of campaigns
// that began under contract, and the next day on which that changes.
/*
:params {keys: ['a-1'], today: '2026-11-23'}
returns nothing
*/
UNWIND $keys AS key
MATCH (agency:Agency {key: key})
REMOVE agency.stale
WITH agency
CALL (agency) {
  OPTIONAL MATCH (agency)<-[contract:SIGNED_WITH]-(creator:Creator)
  WHERE contract.since <= date($today)
    AND (contract.until IS NULL OR contract.until >= date($today))
  WITH DISTINCT creator
  RETURN count(creator) AS creators, sum(creator.followers) AS followers
}
CALL (agency) {
  OPTIONAL MATCH (agency)<-[contract:SIGNED_WITH]-(:Creator)
    -[did:PARTICIPATED_IN]->(campaign:Campaign)
  WHERE contract.since <= campaign.starts
    AND (contract.until IS NULL OR contract.until >= campaign.starts)
  WITH DISTINCT did
  RETURN sum(did.fee) AS spend
}
CALL (agency) {
  OPTIONAL MATCH (agency)<-[contract:SIGNED_WITH]-(:Creator)
  UNWIND [contract.since, contract.until + duration({days: 1})] AS change
  WITH change
  WHERE change > date($today)
  RETURN min(change) AS nextChange
}
SET agency.creatorCount = creators, agency.byFollowers = followers,
  agency.spend = spend, agency.nextChange = nextChange
