// How many creators are there, and of how many has something changed since the model was learned?
/*
:params {};
returns creators, changed
*/
RETURN COUNT { MATCH (:Creator) } AS creators,
  COUNT { MATCH (creator:Creator) WHERE creator.fresh IS NOT NULL } AS changed
