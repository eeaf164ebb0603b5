// What was learned of something, where is what belongs to it, and which run made it?
/*
:params {key: 'growth'};
returns record (JSON), place, run
*/
MATCH (model:Model {key: $key})
RETURN model.record AS record, model.place AS place, model.run AS run
