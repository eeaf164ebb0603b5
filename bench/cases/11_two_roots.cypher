// What is a brand up to, and which creators have most followers?
/*
:params {key: 'b-0001', min: 1100}
returns brand, creators
*/
MATCH (brand:Brand {key: $key})
RETURN brand {
  .key, .name, .industry,
  campaigns: {nodes: COLLECT {
    MATCH (brand)-[:RAN]->(campaign)
    WITH campaign
    ORDER BY campaign.byStarts DESC, campaign.key DESC
    LIMIT 5
    RETURN campaign {.key, .name, starts: toString(campaign.starts)}
  }}
} AS brand, {nodes: COLLECT {
  MATCH (creator:Creator)
  WHERE creator.byFollowers >= $min AND creator.key IS NOT NULL
  WITH creator
  ORDER BY creator.byFollowers DESC, creator.key DESC
  LIMIT 10
  RETURN creator {.key, .name, .followers}
}} AS creators
