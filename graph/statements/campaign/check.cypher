// What of a campaign to be created is missing or taken? Its node is made here, so that of several
// requests for one key all but one wait and then find it taken.
/*
:params {key: 'ca-1', brand: 'b-1', categories: ['c-1'], segments: ['s-1']};
returns brandExists, taken, categories and segments (keys that do not exist)
*/
MERGE (campaign:Campaign {key: $key})
ON CREATE SET campaign.fresh = true
WITH campaign, campaign.fresh IS NULL AS taken
REMOVE campaign.fresh
RETURN EXISTS { MATCH (:Brand {key: $brand}) } AS brandExists,
  taken,
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
