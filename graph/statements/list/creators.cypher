// Which of some creators exist, and since when do those on a list stand there as they do?
/*
:params {key: 'l-1', creators: ['cr-1'], read: [{creator: 'cr-1', changed: '2026-11-01T08:00:00Z'}]};
returns creators (keys of those that exist), listed (of those on the list), stale (of those
  that have been changed since they were read)
*/
MATCH (list:CreatorList {key: $key})
RETURN COLLECT {
    UNWIND $creators AS key
    MATCH (creator:Creator {key: key})
    RETURN creator.key
  } AS creators,
  COLLECT {
    UNWIND $creators AS key
    MATCH (list)-[:LISTS]->(creator:Creator {key: key})
    RETURN creator.key
  } AS listed,
  COLLECT {
    UNWIND $read AS one
    MATCH (list)-[item:LISTS]->(creator:Creator {key: one.creator})
    WHERE item.changed <> datetime(one.changed)
    RETURN creator.key
  } AS stale
