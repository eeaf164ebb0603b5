// In which campaigns did an agency's creators work together with those of other agencies, all under
// contract on the day the campaign began?
/*
:params {key: 'ag-0001', most: 500};
returns campaigns ([[key, day it began since 1970-01-01, creators who worked on it], …]; the latest
  with at least two creators, other agencies or not), agencies ([[key, [place in campaigns, …]], …];
  those of whom a creator worked there together with another one of this agency's)
*/
MATCH (this:Agency {key: $key})<-[contract:SIGNED_WITH]-(creator:Creator)
  -[:PARTICIPATED_IN]->(campaign:Campaign)
WHERE contract.since <= campaign.starts
  AND (contract.until IS NULL OR contract.until >= campaign.starts)
WITH this, campaign, collect(DISTINCT creator) AS ours,
  COUNT { (campaign)<-[:PARTICIPATED_IN]-() } AS people
WHERE people > 1
WITH this, campaign, ours, people
ORDER BY campaign.starts DESC, campaign.key ASC
LIMIT $most
WITH this, collect(campaign) AS campaigns, collect(ours) AS rosters, collect(people) AS sizes
CALL (this, campaigns, rosters) {
  UNWIND range(0, size(campaigns) - 1) AS place
  WITH this, campaigns, place, campaigns[place] AS campaign, rosters[place] AS ours
  MATCH (campaign)<-[:PARTICIPATED_IN]-(other:Creator)
  WHERE any(creator IN ours WHERE creator <> other)
  // Each creator's contracts are read once, however many of the campaigns he or she worked on.
  WITH this, campaigns, other, collect(place) AS places
  MATCH (other)-[theirs:SIGNED_WITH]->(agency:Agency)
  WHERE agency <> this
  UNWIND places AS place
  WITH agency, theirs, place, campaigns[place].starts AS day
  WHERE theirs.since <= day AND (theirs.until IS NULL OR theirs.until >= day)
  WITH DISTINCT agency, place
  ORDER BY place
  WITH agency, collect(place) AS places
  ORDER BY agency.key
  RETURN collect([agency.key, places]) AS agencies
}
RETURN agencies, [i IN range(0, size(campaigns) - 1) |
  [campaigns[i].key, campaigns[i].byStarts, sizes[i]]] AS campaigns
