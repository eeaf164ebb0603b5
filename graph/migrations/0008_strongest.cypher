// The strongest collaborations of all.
CREATE INDEX collaborated_weight IF NOT EXISTS
FOR ()-[tie:COLLABORATED_WITH]-() ON (tie.weight);
