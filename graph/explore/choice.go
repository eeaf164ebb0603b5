package explore

// Node is an entity of a subgraph.
type Node struct {
	Type string // such as Creator
	Key  string
	Name string
}

// ID tells nodes apart: keys are unique within a type.
type ID struct{ Type, Key string }

// ID is the node's.
func (n Node) ID() ID { return ID{n.Type, n.Key} }

// NeighborList is the neighbours of a node of one kind, best first. A neighbour may stand in it twice,
// as an agency does that signed a creator twice.
type NeighborList struct {
	Nodes []Node
	Whole bool // there are no more of them
}

// Choice is the nodes taken so far, each once, in the order in which they were taken.
type Choice struct {
	Nodes []Node
	taken map[ID]bool
	most  int
}

// Choose begins a choice of at most so many nodes with one that is there already.
func Choose(start Node, most int) *Choice {
	return &Choice{Nodes: []Node{start}, taken: map[ID]bool{start.ID(): true}, most: most}
}

// Full says whether no more nodes can be taken.
func (c *Choice) Full() bool { return c.Room() <= 0 }

// Room is how many nodes more can be taken.
func (c *Choice) Room() int { return c.most - len(c.Nodes) }

// Take takes from the lists in turns: of each list, in their order, the best node, then of each the second
// best, until the choice is full or nothing is left. Nodes taken already are passed over. It is enough when
// that is the end of it; otherwise the choice is left as it was, and lists that are not whole have to be
// given longer.
func (c *Choice) Take(lists []NeighborList) (enough bool) {
	before := len(c.Nodes)
	for turn := 0; ; turn++ {
		left := false
		for _, list := range lists {
			switch {
			case c.Full():
				return true
			case turn < len(list.Nodes):
				left = true
				c.take(list.Nodes[turn])
			case !list.Whole:
				c.forget(before)
				return false
			}
		}
		if !left {
			return true
		}
	}
}

func (c *Choice) take(n Node) {
	if !c.taken[n.ID()] {
		c.taken[n.ID()] = true
		c.Nodes = append(c.Nodes, n)
	}
}

func (c *Choice) forget(from int) {
	for _, n := range c.Nodes[from:] {
		delete(c.taken, n.ID())
	}
	c.Nodes = c.Nodes[:from]
}
