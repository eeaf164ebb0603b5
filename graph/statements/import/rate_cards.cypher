// What is known of creators' rates? The creators are held until the transaction ends.
/*
:params {keys: ['cr-1']};
returns key and six lists of equal length (null when nothing is known; see docs/model.md);
  no row for a key that does not exist
*/
CYPHER replan=skip
UNWIND $keys AS key
MATCH (creator:Creator {key: key})
REMOVE creator.held
RETURN key, creator.rateFormats AS rateFormats, creator.rateMinSeconds AS rateMinSeconds,
  creator.rateMaxSeconds AS rateMaxSeconds, creator.rateSince AS rateSince,
  creator.rateUntil AS rateUntil, creator.ratePrices AS ratePrices
