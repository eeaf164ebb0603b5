// How often has what campaigns' totals count been counted anew?
/*
:params {keys: ['ca-1']};
returns key, revision; no row for a campaign that does not exist
*/
UNWIND $keys AS key
MATCH (campaign:Campaign {key: key})
RETURN key, coalesce(campaign.revision, 0) AS revision
