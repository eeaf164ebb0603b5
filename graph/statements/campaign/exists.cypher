// Is there such a campaign?
/*
:params {campaign: 'ca-1'}
returns key; no row when there is none
*/
MATCH (campaign:Campaign {key: $campaign})
RETURN campaign.key AS key
