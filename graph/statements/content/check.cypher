// What of a content to be added is missing or taken? Its node is made here, so that of several
// requests for one key all but one wait and then find it taken.
/*
:params {key: 'co-1', creator: 'cr-1', campaign: null, coCreators: ['cr-2']};
returns creatorExists, campaignExists (true where none is named), taken, coCreators (keys that do
  not exist)
*/
MERGE (content:Content {key: $key})
ON CREATE SET content.fresh = true
WITH content, content.fresh IS NULL AS taken
REMOVE content.fresh
RETURN EXISTS { MATCH (:Creator {key: $creator}) } AS creatorExists,
  $campaign IS NULL OR EXISTS { MATCH (:Campaign {key: $campaign}) } AS campaignExists,
  taken,
  COLLECT {
    UNWIND $coCreators AS key
    WITH key
    WHERE NOT EXISTS { MATCH (:Creator {key: key}) }
    RETURN key
  } AS coCreators
