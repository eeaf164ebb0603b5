package export

import (
	"encoding/xml"
	"io"
	"strconv"

	"github.com/creatorgraph/creatorgraph/export/table"
)

type gexf struct {
	XMLName xml.Name `xml:"http://gexf.net/1.3 gexf"`
	Version string   `xml:"version,attr"`
	Graph   struct {
		Direction  string           `xml:"defaultedgetype,attr"`
		Mode       string           `xml:"mode,attr"`
		Attributes []gexfAttributes `xml:"attributes"`
		Nodes      struct {
			Nodes []gexfNode `xml:"node"`
		} `xml:"nodes"`
		Edges struct {
			Edges []gexfEdge `xml:"edge"`
		} `xml:"edges"`
	} `xml:"graph"`
}

type gexfAttributes struct {
	Class      string          `xml:"class,attr"`
	Attributes []gexfAttribute `xml:"attribute"`
}

type gexfAttribute struct {
	ID    string `xml:"id,attr"`
	Title string `xml:"title,attr"`
	Type  string `xml:"type,attr"`
}

type gexfNode struct {
	ID     string     `xml:"id,attr"`
	Label  string     `xml:"label,attr"`
	Values gexfValues `xml:"attvalues"`
}

type gexfEdge struct {
	ID     string     `xml:"id,attr"`
	Source string     `xml:"source,attr"`
	Target string     `xml:"target,attr"`
	Kind   string     `xml:"kind,attr,omitempty"`
	Weight string     `xml:"weight,attr,omitempty"`
	Values gexfValues `xml:"attvalues"`
}

type gexfValues struct {
	Values []gexfValue `xml:"attvalue"`
}

type gexfValue struct {
	For   string `xml:"for,attr"`
	Value string `xml:"value,attr"`
}

// GEXF writes a graph as GEXF 1.3 (gexf.net). An edge's kind and weight are GEXF's own, so that Gephi keeps several
// edges between the same two nodes apart; kind stands among the attributes too, for readers that leave GEXF's own
// out. Characters that XML has no place for become U+FFFD.
func GEXF(w io.Writer, g Graph) error {
	nodeColumns, edgeColumns := g.NodeColumns, without(g.EdgeColumns, "weight")
	doc := gexf{Version: "1.3"}
	doc.Graph.Direction, doc.Graph.Mode = "directed", "static"
	doc.Graph.Attributes = []gexfAttributes{{"node", gexfDeclared(nodeColumns)}, {"edge", gexfDeclared(edgeColumns)}}
	for _, n := range g.Nodes {
		doc.Graph.Nodes.Nodes = append(doc.Graph.Nodes.Nodes,
			gexfNode{n.ID, n.Label, gexfWritten(nodeColumns, n.Attributes)})
	}
	for _, e := range g.Edges {
		doc.Graph.Edges.Edges = append(doc.Graph.Edges.Edges, gexfEdge{e.ID, e.From, e.To,
			written(e.Attributes["kind"]), written(e.Attributes["weight"]), gexfWritten(edgeColumns, e.Attributes)})
	}
	return writeXML(w, doc)
}

func without(columns []table.Column, name string) []table.Column {
	var rest []table.Column
	for _, c := range columns {
		if c.Name != name {
			rest = append(rest, c)
		}
	}
	return rest
}

func gexfDeclared(columns []table.Column) []gexfAttribute {
	var declared []gexfAttribute
	for i, c := range columns {
		declared = append(declared, gexfAttribute{strconv.Itoa(i), c.Name, typeOf(c)})
	}
	return declared
}

func gexfWritten(columns []table.Column, attributes map[string]any) gexfValues {
	var values gexfValues
	for i, c := range columns {
		if value, known := attributes[c.Name]; known {
			values.Values = append(values.Values, gexfValue{strconv.Itoa(i), written(value)})
		}
	}
	return values
}
