// What was learned of lookalikes, where are the vectors that belong to it, and which run made them
// of how many creators?
/*
:params {};
returns record (JSON), place, run, creators
*/
MATCH (model:Model {key: 'lookalikes'})
RETURN model.record AS record, model.place AS place, model.run AS run,
  model.creators AS creators
