// What came of a campaign?
/*
:params {key: 'cp-000001'}
returns campaign
*/
MATCH (campaign:Campaign {key: $key})
CALL (campaign) {
  OPTIONAL MATCH (campaign)<-[did:PARTICIPATED_IN]-(:Creator)
  RETURN {
    participations: count(did), fee: sum(did.fee), impressions: sum(did.impressions),
    engagements: sum(did.engagements), clicks: sum(did.clicks),
    conversions: sum(did.conversions), gmv: sum(did.gmv)
  } AS performance
}
RETURN campaign {.key, .name, .budget, performance} AS campaign
