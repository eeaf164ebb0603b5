// Do a campaign and creators exist?
/*
:params {campaign: 'ca-1', creators: ['cr-1']};
returns campaignExists, creators (keys of those who do)
*/
RETURN EXISTS { MATCH (:Campaign {key: $campaign}) } AS campaignExists,
  COLLECT {
    UNWIND $creators AS key
    MATCH (creator:Creator {key: key})
    RETURN creator.key
  } AS creators
