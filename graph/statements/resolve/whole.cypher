// Which creators have what pasted lines say as their key, handle or name?
/*
:params {lines: [{at: 0, texts: ['ann'], query: 'spelt:ann\\.'}]};
takes of each line its number, its texts and their query of the index
returns at, key, name, handle; of a line the creators with such a key and the best known others
*/
UNWIND $lines AS line
CALL (line) {
  UNWIND line.texts AS text
  MATCH (creator:Creator {key: text})
  RETURN creator, 1.0 AS fit
  UNION
  CALL db.index.fulltext.queryNodes('entity_spelt', line.query + ' +marks:creator^0', {limit: 20})
    YIELD node, score
  RETURN node AS creator, score AS fit
}
WITH line.at AS at, creator, max(fit) AS fit
RETURN at, creator.key AS key, creator.name AS name, creator.handle AS handle
ORDER BY at, fit DESC, key
