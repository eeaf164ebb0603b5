// How many nodes has each label, and how many relationships of each type begin or end at one?
/*
:params {};
returns nodes ([label, count]), relationships ([type, label, whether they end there, count])
*/
CALL db.stats.retrieve('GRAPH COUNTS') YIELD data
RETURN [n IN data.nodes WHERE n.label IS NOT NULL | [n.label, n.count]] AS nodes,
  [r IN data.relationships WHERE r.startLabel IS NOT NULL AND r.endLabel IS NULL |
    [r.relationshipType, r.startLabel, false, r.count]] +
  [r IN data.relationships WHERE r.endLabel IS NOT NULL AND r.startLabel IS NULL |
    [r.relationshipType, r.endLabel, true, r.count]] AS relationships
