// Puts a new model and the place of its vectors where they are read. Creators that were placed
// since it began to read are to be placed again.
/*
:params {record: '{}', place: 'likeness1', run: 2, creators: 9, began: 1700000000000};
returns nothing
*/
MERGE (model:Model {key: 'lookalikes'})
SET model.record = $record, model.place = $place, model.run = $run,
  model.creators = $creators
WITH model
MATCH (creator:Creator)
WHERE creator.fresh <= -$began
SET creator.fresh = -creator.fresh
