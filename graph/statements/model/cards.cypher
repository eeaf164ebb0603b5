// What was learned, when, from how much and how well?
/*
:params {};
returns name, trained (ISO 8601), rows, figures (JSON)
*/
MATCH (model:Model)
WHERE model.trained IS NOT NULL
RETURN model.key AS name, toString(model.trained) AS trained, model.rows AS rows,
  model.figures AS figures
ORDER BY name
