package tree_test

import (
	"fmt"
	"math"

	"github.com/hotelcrm/hotelcrm/segment/tree"
)

// The night audit classes everybody by a list of rules. -1 is a guest for whom no rule holds: the default class.
func ExampleBoundRules_nightAudit() {
	rules, err := fitSmallHotel().SimpleRules(binSmallHotel(), 0)
	if err != nil {
		fmt.Println(err)
		return
	}
	on, err := rules.On(smallHotel())
	if err != nil {
		fmt.Println(err)
		return
	}
	guests := map[string]int{}
	for _, rule := range on.Rules() {
		guests[rules.ClassOf(rule)]++
	}
	fmt.Println(guests)
	fmt.Println("guest 1:", rules.ClassOf(on.Rule(0)))
	// Output:
	// map[G1:4 G2:4 G3:4 G4:4 G6:4 G7:3 G8:4 G9:3]
	// guest 1: G1
}

// Why this group? The way of a guest through the tree, in words for the one at the desk.
func ExamplePath_whyThisGroup() {
	// motive business, income 6000-10000, 3 stays, restaurant seldom, meeting, no entertainment, dissatisfied.
	path, err := fitSmallHotel().Path([]float64{2, 2, 3, 2, 1, 0, 0, math.NaN()})
	fmt.Println(path.Class, err)
	fmt.Println(path)
	// Output:
	// G7 <nil>
	// satisfaction = bad, as satisfaction is bad
	// meeting = yes, as meeting is yes
	// leaf of 3 guests, 0 of them not G7
	// so G7
}

// A leaf with few guests behind it is a guess. Which leaves rest on fewer than four?
func ExampleNode_leavesOfFewGuests() {
	for n := range fitSmallHotel().Nodes() {
		if n.Attribute == "" && n.Guests < 4 {
			fmt.Println(n, "where", n.Test)
		}
	}
	// Output:
	// G9 (3) where entertain_spend >= 150.01
	// G7 (3) where meeting = yes
}

// The tree is asked about the guests it was learnt from: does it say what the manager says?
func ExampleTree_BindBinned_managerAndTree() {
	guests, grown := binSmallHotel(), fitSmallHotel()
	bound, err := grown.BindBinned(guests)
	if err != nil {
		fmt.Println(err)
		return
	}
	table := smallHotel()
	group, _ := table.Schema().Find("group")
	for i := range 3 {
		fmt.Println("manager", table.Text(group, guests.Row(i)), "tree", grown.Classes()[bound.Class(i)])
	}
	// Output:
	// manager G1 tree G1
	// manager G1 tree G1
	// manager G1 tree G1
}

// Kept with a tree: by which settings was it learnt, with every default written out?
func ExampleTree_Settings_fileNote() {
	s := fitSmallHotel().Settings()
	fmt.Println(s.Criterion, s.Nominal, s.Threshold, s.Missing, s.Pruning, s.MinLeaf, s.Confidence)
	// Output: gain-ratio multiway observed fractional error-based 2 0.25
}

// Which guests had no part in learning, and in how many steps was each attribute cut?
func ExampleBinned_whoWasLearntFrom() {
	guests, err := tree.Bin(smallHotel(), "group", tree.BinSettings{Attributes: []string{"income", "stays"}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for i, a := range guests.Attributes() {
		fmt.Println(a.ID, guests.BinsOf(i), "bins")
	}
	last := guests.Len() - 1
	fmt.Println(guests.Len(), "guests, the last from row", guests.Row(last), "left out:", guests.Dropped())
	// Output:
	// income 4 bins
	// stays 9 bins
	// 30 guests, the last from row 29 left out: 0
}
