// Records which answers to a campaign's invitations stand, and which ones went before.
/*
:params {campaign: 'ca-1', answers: [{creator: 'cr-1', answer: 'ACCEPTED', answered: datetime('2026-11-25T08:00:00Z'), earlierAnswers: ['EXPIRED'], earlierAnswered: [1795507200]}]};
takes each creator once
returns nothing
*/
MATCH (campaign:Campaign {key: $campaign})
UNWIND $answers AS row
MATCH (campaign)-[invitation:INVITED]->(creator:Creator {key: row.creator})
SET invitation.answer = row.answer, invitation.answered = row.answered,
  invitation.earlierAnswers = row.earlierAnswers, invitation.earlierAnswered = row.earlierAnswered,
  creator.fresh = timestamp()
