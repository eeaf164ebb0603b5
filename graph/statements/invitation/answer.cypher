// Records creators' answers to a campaign's invitations, where there is none yet.
/*
:params {campaign: 'ca-1', answers: [{creator: 'cr-1', answer: 'ACCEPTED'}]};
takes each creator once, in the order of their keys
returns creator (key), answer (the one that stands), answered (ISO 8601); no row where there
  is no invitation
*/
MATCH (campaign:Campaign {key: $campaign})
UNWIND $answers AS row
MATCH (campaign)-[invitation:INVITED]->(creator:Creator {key: row.creator})
// Whoever answers the same waits here, and then sees what stands.
SET invitation.lock = true
REMOVE invitation.lock
WITH invitation, creator, row, invitation.answer AS before
SET invitation.answer = coalesce(before, row.answer),
  invitation.answered = CASE WHEN before IS NULL THEN datetime() ELSE invitation.answered END
RETURN creator.key AS creator, invitation.answer AS answer,
  toString(invitation.answered) AS answered
