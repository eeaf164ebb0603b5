// Which rate cards have these creators, and which prices does something else give?
/*
:params {keys: ['cr-1']};
returns key, the six lists of rates (see docs/model.md), given (names of properties);
  no row for a creator without rates
*/
UNWIND $keys AS key
MATCH (creator:Creator {key: key})
WHERE creator.rateFormats IS NOT NULL
RETURN key, creator.rateFormats AS rateFormats, creator.rateMinSeconds AS rateMinSeconds,
  creator.rateMaxSeconds AS rateMaxSeconds, creator.rateSince AS rateSince,
  creator.rateUntil AS rateUntil, creator.ratePrices AS ratePrices,
  [name IN ['priceShortVideo', 'priceMidVideo', 'priceImageText', 'priceLive']
    WHERE creator[name] IS NOT NULL AND NOT name IN coalesce(creator.ratedPrices, [])] AS given
