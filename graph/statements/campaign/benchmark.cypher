// How did other campaigns of the same categories do that began in the 90 days before?
/*
:params {};
this MATCH (this:Campaign {key: 'ca-0001'})
returns participation, creator, campaign
*/
MATCH (this)-[:IN_CATEGORY]->(:Category)<-[:IN_CATEGORY]-(campaign:Campaign)
WHERE campaign <> this
  AND campaign.starts < this.starts
  AND campaign.starts >= this.starts - duration({days: 90})
WITH DISTINCT campaign
MATCH (campaign)<-[participation:PARTICIPATED_IN]-(creator:Creator)
RETURN participation, creator, campaign
