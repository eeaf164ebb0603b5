package graph

// Names gives the labels, relationship types and properties of the model, as docs/model.md tells them.
func Names() (labels, types, properties []string) {
	return labelName.names(), typeName.names(), append(propertyName.names(), storedProperties...)
}
