// What was learned of collaborators, and where are the positions that belong to it?
/*
:params {};
returns record (JSON), place, run
*/
MATCH (model:Model {key: 'collaborators'})
RETURN model.record AS record, model.place AS place, model.run AS run
