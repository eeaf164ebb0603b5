package insight

// Network is a market with all that brought its creators together, as it is held for recommending.
type Network struct {
	Market              // its creators have names, and no ties: Meetings make them
	Meetings  []Meeting // whatever its people's number
	Positions [][]byte  // by creator, as the model of collaborators keeps them; nil where its run knew none
	Names     map[Entity]string
	Day       int32 // that ages are counted to, from 1970-01-01
}

// Changes are what became of a Network, by number; numbers from those that there were on are new, without a gap.
type Changes struct {
	Creators map[int32]Creator
	Meetings map[int32]Meeting
	Of       map[int32][]int32 // by creator who changed: the numbers of all its meetings
	Names    map[Entity]string // of what is new
	// Words that the tables of the market gained.
	Categories, Agencies, Brands, Segments []string
}
