// Which model is read, and where are the standings that belong to it?
/*
:params {};
returns place, run
*/
MATCH (model:Model {key: 'collaborators'})
RETURN model.place AS place, model.run AS run
