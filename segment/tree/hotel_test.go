package tree_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm/segment/tree"
)

// hotel30 is 30 guests of a small hotel, each of one behaviour group; made for this library.
const hotel30 = `
motive,income,stays,restaurant,meeting,entertain_spend,satisfaction,complaints,group
leisure,lt3000,1,never,no,0,ok,0,G1
leisure,lt3000,1,never,no,0,good,0,G1
visit,lt3000,2,never,no,0,ok,0,G1
visit,lt3000,1,first,no,0,good,0,G1
business,3000-6000,4,never,no,0,good,0,G2
business,6000-10000,6,never,no,0,ok,0,G2
business,gt10000,9,never,no,0,good,0,G2
business,3000-6000,5,first,no,0,good,0,G2
leisure,3000-6000,2,first,no,0,bad,2,G3
visit,3000-6000,3,seldom,no,0,bad,3,G3
leisure,6000-10000,2,first,no,50,bad,2,G3
business,6000-10000,3,seldom,no,0,bad,4,G3
leisure,6000-10000,3,often,no,100,good,0,G4
visit,gt10000,2,often,no,150,good,1,G4
business,gt10000,7,often,no,80,good,0,G4
leisure,gt10000,4,often,no,60,ok,0,G4
conference,3000-6000,1,often,yes,0,good,0,G6
conference,6000-10000,3,seldom,yes,40,good,0,G6
conference,gt10000,5,often,yes,100,good,1,G6
conference,6000-10000,2,first,yes,0,ok,0,G6
conference,3000-6000,1,seldom,yes,0,bad,3,G7
conference,6000-10000,2,often,yes,0,bad,2,G7
conference,gt10000,1,never,yes,0,bad,5,G7
leisure,gt10000,5,seldom,no,900,good,0,G8
leisure,6000-10000,6,often,no,700,good,0,G8
business,gt10000,8,seldom,no,1200,good,1,G8
visit,6000-10000,3,first,no,600,ok,0,G8
leisure,6000-10000,2,seldom,no,500,bad,4,G9
business,gt10000,3,first,no,800,bad,3,G9
visit,3000-6000,2,seldom,no,450,bad,2,G9
`

var hotelLevels = map[string][]string{
	"motive":       {"leisure", "visit", "business", "conference"},
	"income":       {"lt3000", "3000-6000", "6000-10000", "gt10000"},
	"restaurant":   {"never", "first", "seldom", "often"},
	"meeting":      {"no", "yes"},
	"satisfaction": {"bad", "ok", "good"},
	"group":        {"G1", "G2", "G3", "G4", "G6", "G7", "G8", "G9"},
}

func hotelColumns(t testing.TB) []testColumn {
	return loadColumns(t, hotel30, func(id string) []string { return hotelLevels[id] })
}

// J48 with -M 1 -U and with -M 2 gives the same tree of 8 leaves, 15 nodes, without error.
func TestHotelTreeOfJ48(t *testing.T) {
	grown := tree.C45()
	grown.MinLeaf, grown.Pruning = 1, tree.Unpruned
	for _, settings := range []tree.Settings{grown, tree.C45()} {
		wantTree(t, fitLast(t, hotelColumns(t), settings), `
complaints <= 1
|   meeting = no
|   |   entertain_spend <= 0
|   |   |   stays <= 3: G1 (4)
|   |   |   stays > 3: G2 (4)
|   |   entertain_spend > 0
|   |   |   entertain_spend <= 150: G4 (4)
|   |   |   entertain_spend > 150: G8 (4)
|   meeting = yes: G6 (4)
complaints > 1
|   meeting = no
|   |   entertain_spend <= 150: G3 (4)
|   |   entertain_spend > 150: G9 (3)
|   meeting = yes: G7 (3)
`)
	}
}
