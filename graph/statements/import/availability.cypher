// When are creators taken? The creators are held until the transaction ends.
/*
:params {keys: ['cr-1']};
returns key and four lists of equal length (null when nothing is known; see docs/model.md);
  no row for a key that does not exist
*/
CYPHER replan=skip
UNWIND $keys AS key
MATCH (creator:Creator {key: key})
REMOVE creator.held
RETURN key, creator.slotFrom AS slotFrom, creator.slotTo AS slotTo,
  creator.slotStates AS slotStates, creator.slotCampaigns AS slotCampaigns
