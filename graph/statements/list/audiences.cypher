// What is known of the audiences of the creators on lists whose followers are known?
/*
:params {keys: ['l-1'], status: null};
returns list (key), creator (key), followers, shares ([[segment (key), its dimension, share], …])
*/
UNWIND $keys AS key
MATCH (:CreatorList {key: key})-[item:LISTS]->(creator:Creator)
WHERE ($status IS NULL OR item.status IN $status) AND creator.followers IS NOT NULL
RETURN key AS list, creator.key AS creator, creator.followers AS followers, COLLECT {
    MATCH (creator)-[reaches:REACHES]->(segment:Segment)
    RETURN [segment.key, segment.dimension, reaches.share]
    ORDER BY segment.key
  } AS shares
ORDER BY list, creator
