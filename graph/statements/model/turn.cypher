// Puts a new model, and the place of what belongs to it, where they are read.
/*
:params {key: 'growth', record: '{}', place: 'rising1', run: 2, rows: 1000, figures: '[]'};
returns nothing
*/
MERGE (model:Model {key: $key})
SET model.record = $record, model.place = $place, model.run = $run, model.rows = $rows,
  model.figures = $figures, model.trained = datetime()
