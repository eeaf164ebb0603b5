// What was learned, by what it is for.
CREATE CONSTRAINT model_key IF NOT EXISTS
FOR (model:Model) REQUIRE model.key IS UNIQUE;
