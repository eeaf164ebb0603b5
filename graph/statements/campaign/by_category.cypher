// What came of the creators of each main category?
/*
:params {};
this MATCH (this:Campaign {key: 'ca-0001'})
returns category, participation, creator
*/
MATCH (this)<-[participation:PARTICIPATED_IN]-(creator:Creator)
  -[:IN_CATEGORY {position: 0}]->(category:Category)
RETURN category, participation, creator
