// What is known of the audiences of some creators?
/*
:params {creators: ['cr-1', 'cr-2']};
returns creator (key), name, followers, shares ([[segment (key), its dimension, share], …])
*/
UNWIND $creators AS key
MATCH (creator:Creator {key: key})
RETURN creator.key AS creator, creator.name AS name, creator.followers AS followers, COLLECT {
    MATCH (creator)-[reaches:REACHES]->(segment:Segment)
    RETURN [segment.key, segment.dimension, reaches.share]
    ORDER BY segment.key
  } AS shares
