// What was learned of collaborators?
/*
:params {}
returns record (JSON), run
*/
MATCH (model:Model {key: 'collaborators'})
RETURN model.record AS record, model.run AS run
