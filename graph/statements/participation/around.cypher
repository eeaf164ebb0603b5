// Whose totals count a creator's participation in a campaign besides the two?
/*
:params {campaign: 'ca-1', creator: 'cr-1'}
returns brands (keys), agencies (keys)
*/
RETURN COLLECT {
    MATCH (:Campaign {key: $campaign})<-[:RAN]-(brand:Brand)
    RETURN brand.key
  } AS brands,
  COLLECT {
    MATCH (:Creator {key: $creator})-[:SIGNED_WITH]->(agency:Agency)
    RETURN DISTINCT agency.key
  } AS agencies
