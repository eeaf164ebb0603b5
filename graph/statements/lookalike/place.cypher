// Writes the vectors of creators who had changed, where the model they are of is still the one that
// is read; null takes an old one away. Whoever has changed again stays marked.
/*
:params {rows: [[1, 1700000000000, [0.6, 0.8], 1.0]], run: 2};
returns placed
*/
CYPHER 5
MATCH (model:Model {key: 'lookalikes', run: $run})
UNWIND $rows AS row
MATCH (creator:Creator)
WHERE id(creator) = row[0]
SET creator.fresh = CASE creator.fresh WHEN row[1] THEN -timestamp() ELSE creator.fresh END,
  creator[model.place + 'Length'] = row[3]
FOREACH (_ IN CASE WHEN row[2] IS NULL THEN [1] ELSE [] END | SET creator[model.place] = null)
WITH model, creator, row
WHERE row[2] IS NOT NULL
CALL db.create.setNodeVectorProperty(creator, model.place, row[2])
RETURN count(*) AS placed
