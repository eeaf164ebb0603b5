// Asks creators to work on a campaign, unless they were asked before.
/*
:params {campaign: 'ca-1', invitations: [{creator: 'cr-1', source: 'RECOMMENDED', offer: 100000, modelVersion: null, rank: null, propensity: null}]};
takes each creator once, in the order of their keys
returns nothing
*/
MATCH (campaign:Campaign {key: $campaign})
UNWIND $invitations AS row
MATCH (creator:Creator {key: row.creator})
MERGE (campaign)-[invitation:INVITED]->(creator)
ON CREATE SET invitation.at = datetime(), invitation.source = row.source,
  invitation.offer = row.offer,
  invitation.modelVersion = row.modelVersion, invitation.rank = row.rank,
  invitation.propensity = row.propensity
