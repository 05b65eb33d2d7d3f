package cluster_test

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm/segment/cluster"
)

// Motives have no mean. The methods that need one ask first; where it is missing, prototypes take numbers and levels alike.
func ExampleData_Numeric_motivesHaveNoMean() {
	for _, attributes := range [][]cluster.Attribute{season()[:2], season()} {
		guests, err := cluster.NewData(attributes, cluster.Standard)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(len(attributes), "attributes, all numbers:", guests.Numeric())
	}
	// Output:
	// 2 attributes, all numbers: true
	// 3 attributes, all numbers: false
}

// What makes a group stand out, in words for the sales meeting: effects of half a deviation and more.
func ExampleTrait_forTheSalesMeeting() {
	guests, err := cluster.NewData(season(), cluster.Standard)
	if err != nil {
		fmt.Println(err)
		return
	}
	profiles, err := cluster.Profiles(guests, []uint16{1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, trait := range profiles[2].Traits {
		if trait.Effect >= 0.5 {
			fmt.Printf("%v, effect %.1f\n", trait, trait.Effect)
		}
	}
	// Output:
	// restaurant 316.7 (all 136.4), effect 1.5
	// motive meeting 67 % (all 17 %, lift 4.0), effect 1.3
}
