package export

import (
	"encoding/xml"
	"io"
	"strconv"

	"github.com/creatorgraph/creatorgraph/export/table"
)

type graphml struct {
	XMLName xml.Name     `xml:"http://graphml.graphdrawing.org/xmlns graphml"`
	Keys    []graphmlKey `xml:"key"`
	Graph   struct {
		Direction string        `xml:"edgedefault,attr"`
		Nodes     []graphmlNode `xml:"node"`
		Edges     []graphmlEdge `xml:"edge"`
	} `xml:"graph"`
}

type graphmlKey struct {
	ID   string `xml:"id,attr"`
	For  string `xml:"for,attr"`
	Name string `xml:"attr.name,attr"`
	Type string `xml:"attr.type,attr"`
}

type graphmlNode struct {
	ID   string        `xml:"id,attr"`
	Data []graphmlData `xml:"data"`
}

type graphmlEdge struct {
	ID     string        `xml:"id,attr"`
	Source string        `xml:"source,attr"`
	Target string        `xml:"target,attr"`
	Data   []graphmlData `xml:"data"`
}

type graphmlData struct {
	Key   string `xml:"key,attr"`
	Value string `xml:",chardata"`
}

// GraphML writes a graph as GraphML (graphml.graphdrawing.org). Nodes have a `label` besides their attributes, which
// is what Gephi shows. Characters that XML has no place for become U+FFFD.
func GraphML(w io.Writer, g Graph) error {
	nodeColumns, edgeColumns := g.NodeColumns, g.EdgeColumns
	doc := graphml{Keys: []graphmlKey{{"label", "node", "label", "string"}}}
	doc.Keys = append(doc.Keys, graphmlKeys("node", nodeColumns)...)
	doc.Keys = append(doc.Keys, graphmlKeys("edge", edgeColumns)...)
	doc.Graph.Direction = "directed"
	for _, n := range g.Nodes {
		data := append([]graphmlData{{"label", n.Label}}, graphmlValues("node", nodeColumns, n.Attributes)...)
		doc.Graph.Nodes = append(doc.Graph.Nodes, graphmlNode{n.ID, data})
	}
	for _, e := range g.Edges {
		doc.Graph.Edges = append(doc.Graph.Edges,
			graphmlEdge{e.ID, e.From, e.To, graphmlValues("edge", edgeColumns, e.Attributes)})
	}
	return writeXML(w, doc)
}

func graphmlKeys(of string, columns []table.Column) []graphmlKey {
	var keys []graphmlKey
	for i, c := range columns {
		keys = append(keys, graphmlKey{of + strconv.Itoa(i), of, c.Name, typeOf(c)})
	}
	return keys
}

func graphmlValues(of string, columns []table.Column, attributes map[string]any) []graphmlData {
	var data []graphmlData
	for i, c := range columns {
		if value, known := attributes[c.Name]; known {
			data = append(data, graphmlData{of + strconv.Itoa(i), written(value)})
		}
	}
	return data
}

func writeXML(w io.Writer, doc any) error {
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	encoder := xml.NewEncoder(w)
	encoder.Indent("", "  ")
	if err := encoder.Encode(doc); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}
