// What has come of a campaign so far?
/*
:params {campaign: 'ca-1'};
returns participation, creator
*/
MATCH (:Campaign {key: $campaign})<-[participation:PARTICIPATED_IN]-(creator:Creator)
RETURN participation, creator
