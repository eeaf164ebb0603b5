// What of a campaign to be created is missing or taken?
/*
:params {key: 'ca-1', brand: 'b-1', categories: ['c-1'], segments: ['s-1']}
returns brandExists, taken, categories and segments (keys that do not exist)
*/
RETURN EXISTS { MATCH (:Brand {key: $brand}) } AS brandExists,
  EXISTS { MATCH (:Campaign {key: $key}) } AS taken,
  COLLECT {
    UNWIND $categories AS key
    WITH key
    WHERE NOT EXISTS { MATCH (:Category {key: key}) }
    RETURN key
  } AS categories,
  COLLECT {
    UNWIND $segments AS key
    WITH key
    WHERE NOT EXISTS { MATCH (:Segment {key: key}) }
    RETURN key
  } AS segments
