// Which categories, segments, platforms, agencies and brands are there, by number?
/*
:params {};
returns type, id, key, name, dimension (of a segment), industry (of a brand), above (number of the
  category above a category), categories (numbers, of a brand)
*/
CYPHER 5
MATCH (node:Category|Segment|Platform|Agency|Brand)
WHERE node.key IS NOT NULL
RETURN labels(node)[0] AS type, id(node) AS id, node.key AS key, node.name AS name,
  node.dimension AS dimension, node.industry AS industry,
  COLLECT { MATCH (node)-[:PART_OF]->(above:Category) RETURN id(above) ORDER BY above.key }[0]
    AS above,
  COLLECT {
    MATCH (node)-[in:IN_CATEGORY]->(category)
    WHERE node:Brand
    RETURN id(category) ORDER BY in.position, category.key
  } AS categories
ORDER BY type, key
