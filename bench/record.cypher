MATCH (model:Model {key: 'lookalikes'}) RETURN model.record AS record
