// What are these creators, brands and campaigns, each kind in the order of the question?
/*
:params {creators: ['cr-000001'], brands: ['b-0001'], campaigns: ['cp-000001']}
returns nodes
*/
RETURN COLLECT {
    UNWIND $creators AS key
    MATCH (creator:Creator {key: key})
    RETURN creator {__typename: 'Creator', .key, .name, .region, .followers}
  } + COLLECT {
    UNWIND $brands AS key
    MATCH (brand:Brand {key: key})
    RETURN brand {__typename: 'Brand', .key, .name, .industry}
  } + COLLECT {
    UNWIND $campaigns AS key
    MATCH (campaign:Campaign {key: key})
    RETURN campaign {__typename: 'Campaign', .key, .name, .objective, .budget}
  } AS nodes
