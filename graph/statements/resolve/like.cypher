// Which creators have names like what pasted lines say: beginning so or read so, but for a letter,
// or for two? The next is asked only where those before found nobody.
/*
:params {lines: [{at: 0, names: 'spelt:ann*', near: 'spelt:ann~1', far: 'spelt:ann~2'}], most: 5};
takes of each line its number and the queries of the index
returns at, near (keys, the best first), far (keys)
*/
UNWIND $lines AS line
CALL (line) {
  CALL db.index.fulltext.queryNodes('entity_spelt', line.names + ' +marks:creator^0',
    {limit: $most}) YIELD node, score
  RETURN collect(node.key) AS named
}
CALL (line, named) {
  WITH * WHERE size(named) = 0
  CALL db.index.fulltext.queryNodes('entity_spelt', line.near + ' +marks:creator^0',
    {limit: $most}) YIELD node, score
  RETURN collect(node.key) AS near
}
CALL (line, named, near) {
  WITH * WHERE size(named) + size(near) = 0
  CALL db.index.fulltext.queryNodes('entity_spelt', line.far + ' +marks:creator^0',
    {limit: $most}) YIELD node, score
  RETURN collect(node.key) AS far
}
RETURN line.at AS at, named + near AS near, far
