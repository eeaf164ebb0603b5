// What can be told at once of all that analyses read? Two graphs that differ in what somebody
// imported or recorded differ here too.
/*
:params {};
returns inputs (map of numbers)
*/
MATCH (campaign:Campaign)
WITH sum(campaign.revision) AS revisions
RETURN {
  revisions: revisions,
  imports: COLLECT { MATCH (change:Change {key: 'imports'}) RETURN sum(change.number) }[0],
  creators: COUNT { MATCH (:Creator) },
  contents: COUNT { MATCH (:Content) },
  participations: COUNT { MATCH ()-[:PARTICIPATED_IN]->() },
  invitations: COUNT { MATCH ()-[:INVITED]->() },
  answers: COUNT { MATCH ()-[asked:INVITED]->() WHERE asked.answer <> 'PENDING' },
  posts: COUNT { MATCH ()-[:POSTED]->() },
  appearances: COUNT { MATCH ()-[:APPEARS_IN]->() },
  audiences: COUNT { MATCH ()-[:REACHES]->() },
  contracts: COUNT { MATCH ()-[:SIGNED_WITH]->() }
} AS inputs
