// Which run made the model that is read, and where is what belongs to it?
/*
:params {key: 'growth'};
returns place, run
*/
MATCH (model:Model {key: $key})
RETURN model.place AS place, model.run AS run
