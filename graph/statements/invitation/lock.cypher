// How do the invitations stand that creators answer? Whoever answers the same waits here.
/*
:params {campaign: 'ca-1', creators: ['cr-1']};
takes each creator once, in the order of their keys
returns creator (key), invited, answer, answered, now (DATETIME), earlierAnswers, earlierAnswered
  (seconds since 1970-01-01); no row where there is no invitation
*/
MATCH (campaign:Campaign {key: $campaign})
UNWIND $creators AS key
MATCH (campaign)-[invitation:INVITED]->(creator:Creator {key: key})
SET invitation.lock = true
REMOVE invitation.lock
RETURN creator.key AS creator, invitation.at AS invited, invitation.answer AS answer,
  invitation.answered AS answered, datetime.realtime() AS now,
  invitation.earlierAnswers AS earlierAnswers, invitation.earlierAnswered AS earlierAnswered
