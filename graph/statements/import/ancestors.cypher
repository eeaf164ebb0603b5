// Which categories are these and those above them part of?
/*
:params {keys: ['c-2']};
returns key, parent
*/
UNWIND $keys AS key
MATCH (:Category {key: key})-[:PART_OF*0..]->(category:Category)-[:PART_OF]->(parent:Category)
RETURN DISTINCT category.key AS key, parent.key AS parent
ORDER BY key, parent
