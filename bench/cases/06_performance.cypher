// What came of a campaign? A total of which nothing is known is null.
/*
:params {key: 'cp-000001'}
returns campaign
*/
MATCH (campaign:Campaign {key: $key})
CALL (campaign) {
  OPTIONAL MATCH (campaign)<-[did:PARTICIPATED_IN]-()
  RETURN {
    participations: count(did),
    fee: CASE WHEN count(did.fee) > 0 THEN sum(did.fee) END,
    impressions: CASE WHEN count(did.impressions) > 0 THEN sum(did.impressions) END,
    engagements: CASE WHEN count(did.engagements) > 0 THEN sum(did.engagements) END,
    clicks: CASE WHEN count(did.clicks) > 0 THEN sum(did.clicks) END,
    conversions: CASE WHEN count(did.conversions) > 0 THEN sum(did.conversions) END,
    gmv: CASE WHEN count(did.gmv) > 0 THEN sum(did.gmv) END
  } AS performance
}
RETURN campaign {.key, .name, .budget, performance} AS campaign
