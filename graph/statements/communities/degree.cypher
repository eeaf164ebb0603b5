// Adds up everybody's weights.
/*
:params {name: 'creatorgraph-collaborations'};
returns written
*/
CALL gds.degree.mutate($name, {mutateProperty: 'degree', relationshipWeightProperty: 'weight'})
YIELD nodePropertiesWritten
RETURN nodePropertiesWritten AS written
