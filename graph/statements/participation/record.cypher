// Records that a creator works on a campaign, and the totals given; others stay.
/*
:params {campaign: 'ca-1', creator: 'cr-1', values: {fee: 100000, impressions: 20000}}
returns nothing
*/
MATCH (campaign:Campaign {key: $campaign}), (creator:Creator {key: $creator})
MERGE (creator)-[participation:PARTICIPATED_IN]->(campaign)
WITH campaign, creator, participation, head(COLLECT {
    MATCH (campaign)-[invitation:INVITED]->(creator)
    RETURN invitation.source
  }) AS invited
SET participation.source = coalesce(participation.source, invited), participation += $values,
  campaign.stale = true, creator.stale = true
