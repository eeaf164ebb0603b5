// Writes vectors of creators, agencies or brands, and their lengths, to a place; null takes an old
// one away. They are kept as the procedure keeps them, four bytes for each number.
/*
:params {rows: [[1, [0.6, 0.8], 1.0]], place: 'likeness1'};
returns nothing
*/
CYPHER 5
UNWIND $rows AS row
MATCH (node)
WHERE id(node) = row[0]
SET node[$place + 'Length'] = row[2]
FOREACH (_ IN CASE WHEN row[1] IS NULL THEN [1] ELSE [] END | SET node[$place] = null)
WITH node, row
WHERE row[1] IS NOT NULL
CALL db.create.setNodeVectorProperty(node, $place, row[1])
RETURN count(*) AS written
