// Who is a creator, signed with whom and about what?
/*
:params {key: 'cr-000001'}
returns creator
*/
MATCH (creator:Creator {key: $key})
RETURN creator {
  .key, .name, .handle, .region, .followers, .verified,
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
} AS creator
