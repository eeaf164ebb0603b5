// Do a campaign and a creator exist?
/*
:params {campaign: 'ca-1', creator: 'cr-1'}
returns campaignExists, creatorExists
*/
RETURN EXISTS { MATCH (:Campaign {key: $campaign}) } AS campaignExists,
  EXISTS { MATCH (:Creator {key: $creator}) } AS creatorExists
