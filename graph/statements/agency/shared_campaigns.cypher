// In which campaigns did some agencies' creators work together with those of other agencies, all
// under contract on the day the campaign began?
/*
:params {keys: ['ag-0001'], most: 500};
returns key, campaigns ([[key, day it began since 1970-01-01, creators in it], …]; the latest with
  at least two creators), agencies ([[key, [place in campaigns, …]], …]; those of whom a creator
  worked there together with another one of this agency's)
*/
UNWIND $keys AS key
CALL (key) {
  MATCH (this:Agency {key: key})<-[contract:SIGNED_WITH]-(creator:Creator)
    -[:PARTICIPATED_IN]->(campaign:Campaign)
  WITH this, contract, creator, campaign, campaign.starts AS day
  WHERE contract.since <= day AND (contract.until IS NULL OR contract.until >= day)
  WITH this, campaign, day, collect(DISTINCT creator) AS ours,
    COUNT { (campaign)<-[:PARTICIPATED_IN]-() } AS people
  WHERE people > 1
  WITH this, campaign, ours, people ORDER BY day DESC, campaign.key ASC LIMIT $most
  RETURN this, collect(campaign) AS campaigns, collect(ours) AS rosters, collect(people) AS sizes
}
CALL (this, campaigns, rosters) {
  UNWIND range(0, size(campaigns) - 1) AS place
  WITH this, campaigns, place, campaigns[place] AS campaign, rosters[place] AS ours
  MATCH (campaign)<-[:PARTICIPATED_IN]-(other:Creator)
  WHERE any(creator IN ours WHERE creator <> other)
  // Each creator's contracts are read once, however many of the campaigns he or she worked on.
  WITH this, campaigns, other, collect(place) AS places
  MATCH (other)-[contract:SIGNED_WITH]->(agency:Agency)
  WHERE agency <> this
  UNWIND places AS place
  WITH agency, contract, place, campaigns[place].starts AS day
  WHERE contract.since <= day AND (contract.until IS NULL OR contract.until >= day)
  WITH DISTINCT agency, place ORDER BY place
  WITH agency, collect(place) AS places ORDER BY agency.key
  RETURN collect([agency.key, places]) AS agencies
}
RETURN key, agencies, [i IN range(0, size(campaigns) - 1) |
  [campaigns[i].key, campaigns[i].byStarts, sizes[i]]] AS campaigns
ORDER BY key
