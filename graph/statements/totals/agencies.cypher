// Counts agencies' totals anew: creators under contract today, their followers, fees of campaigns
// that began under contract, and the next day on which that changes.
// Sums are of decimals, which never overflow and are exact up to 2^53 - 1; a greater one is
// kept as that.
/*
:params {keys: ['a-1'], today: date('2026-11-23')};
returns nothing
*/
UNWIND $keys AS key
MATCH (agency:Agency {key: key})
REMOVE agency.stale
WITH agency
CALL (agency) {
  OPTIONAL MATCH (agency)<-[contract:SIGNED_WITH]-(creator:Creator)
  WHERE contract.since <= $today
    AND (contract.until IS NULL OR contract.until >= $today)
  WITH DISTINCT creator
  RETURN count(creator) AS creators, sum(toFloat(creator.followers)) AS followers
}
CALL (agency) {
  OPTIONAL MATCH (agency)<-[contract:SIGNED_WITH]-(:Creator)
    -[did:PARTICIPATED_IN]->(campaign:Campaign)
  WHERE contract.since <= campaign.starts
    AND (contract.until IS NULL OR contract.until >= campaign.starts)
  WITH DISTINCT did
  RETURN sum(toFloat(did.fee)) AS spend
}
CALL (agency) {
  OPTIONAL MATCH (agency)<-[contract:SIGNED_WITH]-(:Creator)
  UNWIND [contract.since, contract.until + duration({days: 1})] AS change
  WITH change
  WHERE change > $today
  RETURN min(change) AS nextChange
}
SET agency.creatorCount = creators, agency.nextChange = nextChange,
  agency.byFollowers = toInteger(
    CASE WHEN followers < 9007199254740991 THEN followers ELSE 9007199254740991 END),
  agency.spend = toInteger(
    CASE WHEN spend < 9007199254740991 THEN spend ELSE 9007199254740991 END)
