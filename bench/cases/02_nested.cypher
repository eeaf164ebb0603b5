// What are a brand's campaigns, who works on them, signed with whom and about what?
/*
:params {key: 'b-0001'}
returns brand
*/
MATCH (brand:Brand {key: $key})
RETURN brand {
  .key, .name, .industry,
  campaigns: {nodes: COLLECT {
    MATCH (brand)-[:RAN]->(campaign)
    WITH campaign
    ORDER BY campaign.key
    LIMIT 20
    RETURN campaign {
      .key, .name, .objective, .budget,
      participations: {nodes: COLLECT {
        MATCH (campaign)<-[:PARTICIPATED_IN]-(creator)
        WITH creator
        ORDER BY creator.key
        LIMIT 20
        RETURN {creator: creator {
          .key, .name, .followers,
          contracts: {nodes: COLLECT {
            MATCH (creator)-[contract:SIGNED_WITH]->(agency)
            RETURN {agency: agency {.key, .name}}
            ORDER BY contract.since DESC, agency.key DESC
            LIMIT 5
          }},
          categories: COLLECT {
            MATCH (creator)-[within:IN_CATEGORY]->(category)
            RETURN category {.key, .name}
            ORDER BY within.position, category.key
          }
        }}
      }}
    }
  }}
} AS brand
