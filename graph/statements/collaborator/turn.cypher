// Puts a new model in the place of the one that is read.
/*
:params {record: '{}', place: 'standing1', run: 2};
returns nothing
*/
MERGE (model:Model {key: 'collaborators'})
SET model.record = $record, model.place = $place, model.run = $run
