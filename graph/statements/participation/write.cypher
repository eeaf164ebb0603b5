// Writes that creators work on a campaign, and the values given of each; others stay. What is new?
/*
:params {campaign: 'ca-1', rows: [{creator: 'cr-1', values: {fee: 100000, impressions: 20000}}]};
takes each creator once, in the order of their keys
returns campaign, changes [{creator, one and oneOfBrand (1 where new), fee, impressions (added)}]
*/
MATCH (campaign:Campaign {key: $campaign})
// Whoever records the same waits here: the campaign comes first, then creators, brand, agencies.
SET campaign.revision = coalesce(campaign.revision, 0) + 1
WITH campaign
CALL (campaign) {
  UNWIND $rows AS row
  MATCH (creator:Creator {key: row.creator})
  SET creator.campaignCount = coalesce(creator.campaignCount, 0), creator.fresh = timestamp()
  WITH campaign, creator, row
  OPTIONAL MATCH (creator)-[before:PARTICIPATED_IN]->(campaign)
  WITH campaign, creator, row, CASE WHEN before IS NULL THEN 1 ELSE 0 END AS one,
    coalesce(before.fee, 0) AS feeBefore, coalesce(before.impressions, 0) AS impressionsBefore
  MERGE (creator)-[did:PARTICIPATED_IN]->(campaign)
  SET did += row.values
  WITH campaign, creator, did, one, coalesce(did.fee, 0) - feeBefore AS fee,
    coalesce(did.impressions, 0) - impressionsBefore AS impressions
  SET did.source = coalesce(did.source, head(COLLECT {
      MATCH (campaign)-[invitation:INVITED]->(creator)
      RETURN invitation.source
    }))
  WITH creator, one, fee, impressions, CASE WHEN one = 1
    AND EXISTS { (campaign)<-[:RAN]-(:Brand) }
    AND NOT EXISTS {
      MATCH (campaign)<-[:RAN]-(:Brand)-[:RAN]->(other:Campaign)<-[:PARTICIPATED_IN]-(creator)
      WHERE other <> campaign
    } THEN 1 ELSE 0 END AS oneOfBrand
  RETURN collect({creator: creator, one: one, oneOfBrand: oneOfBrand, fee: fee,
    impressions: impressions}) AS changes
}
RETURN campaign, changes
