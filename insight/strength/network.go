package strength

import (
	"slices"
	"sort"
)

// Network is people and the works they share. People are numbers from 0, in the order that breaks ties
// between equals.
type Network struct {
	present int32
	works   []sharedWork
	people  []int32 // of all works, one after the other
	shared  []int32 // works of all people, one after the other
	from    []int64 // where a person's works begin in shared
}

// sharedWork is a SharedWork with its people kept apart.
type sharedWork struct {
	share   float64
	from    int64 // where its people begin
	day     int32
	dated   bool
	content bool
}

// NewNetwork makes a network of so many people from works, whose people each appear once in a work; present
// is the day ages are counted to, from 1970-01-01. Works of fewer than two people tie nobody.
func NewNetwork(people int, works []SharedWork, present int32) *Network {
	n := &Network{present: present, from: make([]int64, people+1)}
	for _, t := range works {
		if len(t.People) < 2 {
			continue
		}
		n.works = append(n.works, sharedWork{t.Share(present), int64(len(n.people)), t.Day, t.Dated, t.Content})
		n.people = append(n.people, t.People...)
		for _, p := range t.People {
			n.from[p+1]++
		}
	}
	for p := range people {
		n.from[p+1] += n.from[p]
	}
	n.shared = make([]int32, len(n.people))
	next := slices.Clone(n.from)
	for i := range n.works {
		for _, p := range n.of(int32(i)) {
			n.shared[next[p]] = int32(i)
			next[p]++
		}
	}
	return n
}

// of gives the people of a work.
func (n *Network) of(t int32) []int32 {
	end := int64(len(n.people))
	if int(t)+1 < len(n.works) {
		end = n.works[t+1].from
	}
	return n.people[n.works[t].from:end]
}

// People is how many people there are.
func (n *Network) People() int { return len(n.from) - 1 }

// ties works out all ties of one person after another.
type ties struct {
	n     *Network
	slot  []int32 // of each person: where the tie is in found, plus 1
	found []Collaboration
}

func (n *Network) ties() *ties { return &ties{n: n, slot: make([]int32, n.People())} }

// all gives everybody somebody is tied with, in no order, valid until the next call.
func (t *ties) all(of int32) []Collaboration {
	t.found = t.found[:0]
	for _, i := range t.n.shared[t.n.from[of]:t.n.from[of+1]] {
		for _, p := range t.n.of(i) {
			if p != of {
				t.add(p, &t.n.works[i])
			}
		}
	}
	for _, f := range t.found {
		t.slot[f.To] = 0
	}
	return t.found
}

func (t *ties) add(p int32, shared *sharedWork) {
	at := t.slot[p]
	if at == 0 {
		t.found = append(t.found, Collaboration{To: p})
		at = int32(len(t.found))
		t.slot[p] = at
	}
	tie := &t.found[at-1]
	tie.Strength += shared.share
	if shared.content {
		tie.Contents++
	} else {
		tie.Campaigns++
	}
	if shared.dated && (!tie.Dated || shared.day > tie.Last) {
		tie.Dated, tie.Last = true, shared.day
	}
}

// Strongest hands over the ties that are kept, each once: person by person in order, those with people of a
// higher number, in the order of these. The slice is valid during the call. It ends with the first error.
func (n *Network) Strongest(hand func(of int32, kept []Collaboration) error) error {
	least := n.weakest()
	t := n.ties()
	var kept []Collaboration
	for of := range int32(n.People()) {
		kept = kept[:0]
		for _, tie := range t.all(of) {
			back := Collaboration{To: of, Strength: tie.Strength}
			if tie.To > of && (!least[of].stronger(tie) || !least[tie.To].stronger(back)) {
				kept = append(kept, tie)
			}
		}
		sort.Slice(kept, func(i, j int) bool { return kept[i].To < kept[j].To })
		if err := hand(of, kept); err != nil {
			return err
		}
	}
	return nil
}

// mark is the weakest tie that a person keeps.
type mark struct {
	strength float64
	to       int32
}

func (m mark) stronger(than Collaboration) bool {
	return Collaboration{To: m.to, Strength: m.strength}.stronger(than)
}

// weakest gives of each person the weakest tie that is kept; of who has fewer than Keep one that is weaker
// than all.
func (n *Network) weakest() []mark {
	least := make([]mark, n.People())
	t := n.ties()
	for of := range int32(n.People()) {
		all := t.all(of)
		least[of] = mark{strength: -1}
		if len(all) > Keep {
			w := strongest(all)
			least[of] = mark{w.Strength, w.To}
		}
	}
	return least
}

// strongest gives the last of the Keep strongest ties, of which there are more.
func strongest(all []Collaboration) Collaboration {
	top := make([]Collaboration, 0, Keep+1) // ordered, the strongest first
	for _, tie := range all {
		if len(top) == Keep && !tie.stronger(top[Keep-1]) {
			continue
		}
		at := sort.Search(len(top), func(i int) bool { return tie.stronger(top[i]) })
		top = slices.Insert(top, at, tie)
		top = top[:min(len(top), Keep)]
	}
	return top[Keep-1]
}
