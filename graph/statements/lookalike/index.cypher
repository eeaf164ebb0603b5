// Makes the index of the vectors of the first place. Nothing is quantised, since of vectors that
// were, half of the nearest were missed; the properties are those that filters ask for.
/*
:params {dimensions: 174};
returns nothing
*/
CYPHER 25
CREATE VECTOR INDEX lookalikes0 IF NOT EXISTS
FOR (creator:Creator) ON creator.likeness0
WITH [
  creator.byFollowers, creator.region, creator.language, creator.gender, creator.verified,
  creator.byPriceShortVideo, creator.byPriceMidVideo, creator.byPriceImageText, creator.byPriceLive
]
OPTIONS {indexConfig: {
  `vector.dimensions`: $dimensions, `vector.similarity_function`: 'cosine',
  `vector.quantization.enabled`: false, `vector.hnsw.m`: 16, `vector.hnsw.ef_construction`: 160
}}
