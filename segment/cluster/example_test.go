package cluster_test

import (
	"fmt"
	"math"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/segment"
	"github.com/hotelcrm/hotelcrm/segment/cluster"
)

// Twelve guests of one season: what they stayed for, how long, and what they spent beside the room.
func season() []cluster.Attribute {
	return []cluster.Attribute{
		{ID: "nights", Numbers: []float64{1, 2, 1, 2, 1, 7, 8, 6, 7, 3, 2, 3}},
		{ID: "restaurant", Numbers: []float64{30, 45, 20, 40, 35, 120, 150, 110, math.NaN(), 310, 290, 350}},
		{ID: "motive", Codes: []uint16{1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 2}, Levels: []string{"business", "leisure", "meeting"}},
	}
}

// Four guests of the same booking are one row; of one guest nothing is known.
func ExampleNewData_fourOfOneBooking() {
	guests, err := cluster.NewData([]cluster.Attribute{
		{ID: "nights", Numbers: []float64{2, 2, 2, 2, 7, math.NaN()}},
		{ID: "motive", Codes: []uint16{1, 1, 1, 1, 2, 0}, Levels: []string{"meeting", "leisure"}},
	}, cluster.Standard)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(guests.Guests(), "guests,", guests.Different(), "different,", guests.Unknown(), "unknown")
	// Output: 6 guests, 2 different, 1 unknown
}

func ExampleParseScaling_settingsFile() {
	scaling, err := cluster.ParseScaling("range")
	fmt.Println(scaling, err)
	_, err = cluster.ParseScaling("log")
	fmt.Println(err)
	// Output:
	// range <nil>
	// hotelcrm: scaling: "log" is not allowed; want one of standard, range, raw
}

func ExampleParseMethod_settingsFile() {
	method, err := cluster.ParseMethod("k-modes")
	fmt.Println(method == cluster.ByModes, err)
	// Output: true <nil>
}

func ExampleParseMetric_settingsFile() {
	metric, err := cluster.ParseMetric("gower")
	fmt.Println(metric == cluster.Gower, err)
	// Output: true <nil>
}

func ExampleKPrototypes_oneSeason() {
	guests, err := cluster.NewData(season(), cluster.Standard)
	if err != nil {
		fmt.Println(err)
		return
	}
	found, err := cluster.KPrototypes(guests, cluster.Settings{K: 3, Seed: 1})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(found.Labels)
	for i, group := range found.Groups {
		centre := group.Centre
		fmt.Printf("%d: %d guests, %.1f nights, restaurant %.0f, %s\n", i+1, group.Size, centre[0].Number, centre[1].Number, centre[2].Level)
	}
	// Output:
	// [1 1 1 1 1 2 2 2 2 3 3 3]
	// 1: 5 guests, 1.4 nights, restaurant 34, business
	// 2: 4 guests, 7.0 nights, restaurant 127, leisure
	// 3: 3 guests, 2.7 nights, restaurant 317, meeting
}

// Groups get names from what makes them stand out.
func ExampleProfiles_namesForGroups() {
	guests, err := cluster.NewData(season(), cluster.Standard)
	if err != nil {
		fmt.Println(err)
		return
	}
	found, err := cluster.KPrototypes(guests, cluster.Settings{K: 3, Seed: 1})
	if err != nil {
		fmt.Println(err)
		return
	}
	profiles, err := cluster.Profiles(guests, found.Labels)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range profiles {
		fmt.Printf("%d: %s\n", p.Group, p.Name(2))
		for _, trait := range p.Traits[:2] {
			fmt.Println("  ", trait)
		}
	}
	// Output:
	// 1: motive business, low restaurant
	//    motive business 100 % (all 42 %, lift 2.4)
	//    restaurant 34 (all 136.4)
	// 2: high nights, motive leisure
	//    nights 7 (all 3.583)
	//    motive leisure 100 % (all 42 %, lift 2.4)
	// 3: high restaurant, motive meeting
	//    restaurant 316.7 (all 136.4)
	//    motive meeting 67 % (all 17 %, lift 4.0)
}

// How many groups are there? The mean silhouette is highest where guests lie nearest to their own group.
func ExampleSilhouette_howManyGroups() {
	guests, err := cluster.NewData(season()[:2], cluster.Standard)
	if err != nil {
		fmt.Println(err)
		return
	}
	for k := 2; k <= 4; k++ {
		found, err := cluster.KMeans(guests, cluster.Settings{K: k, Seed: 1})
		if err != nil {
			fmt.Println(err)
			return
		}
		s, err := cluster.Silhouette(guests, found.Labels, cluster.SilhouetteSettings{})
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Printf("%d groups: %.3f, guests nearer to another: %d\n", k, s.Mean, s.Misfits)
	}
	// Output:
	// 2 groups: 0.579, guests nearer to another: 0
	// 3 groups: 0.830, guests nearer to another: 0
	// 4 groups: 0.691, guests nearer to another: 0
}

func ExampleKMeans_regularsAndOthers() {
	guests, err := cluster.NewData([]cluster.Attribute{
		{ID: "stays", Numbers: []float64{1, 1, 2, 12, 14, 13}},
		{ID: "spend", Numbers: []float64{120, 90, 150, 4000, 4600, 5200}},
	}, cluster.Standard)
	if err != nil {
		fmt.Println(err)
		return
	}
	found, err := cluster.KMeans(guests, cluster.Settings{K: 2, Seed: 2026})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(found.Labels, found.Groups[1].Centre[1].Attribute, found.Groups[1].Centre[1].Number)
	_, err = cluster.KMeans(guests, cluster.Settings{K: 7})
	fmt.Println(err)
	// Output:
	// [1 1 1 2 2 2] spend 4600
	// hotelcrm: Settings.K: "7" is not allowed; want at most the 6 different rows
}

func ExampleKModes_businessAndLeisure() {
	guests, err := cluster.NewData([]cluster.Attribute{
		{ID: "motive", Codes: []uint16{1, 1, 1, 2, 2, 2}, Levels: []string{"business", "leisure"}},
		{ID: "channel", Codes: []uint16{1, 1, 2, 2, 2, 2}, Levels: []string{"direct", "agency"}},
		{ID: "room", Codes: []uint16{1, 1, 1, 2, 0, 2}, Levels: []string{"single", "double"}},
	}, 0)
	if err != nil {
		fmt.Println(err)
		return
	}
	found, err := cluster.KModes(guests, cluster.Settings{K: 2})
	if err != nil {
		fmt.Println(err)
		return
	}
	for i, group := range found.Groups {
		fmt.Println(i+1, group.Size, group.Centre[0].Level, group.Centre[1].Level, group.Centre[2].Level)
	}
	fmt.Println("levels that differ from their mode:", found.Cost)
	// Output:
	// 1 3 business direct single
	// 2 3 leisure agency double
	// levels that differ from their mode: 1
}

// Each group is shown by one of its guests.
func ExamplePAM_shownByAGuest() {
	attributes := season()
	guests, err := cluster.NewData([]cluster.Attribute{attributes[0], attributes[2]}, cluster.Standard)
	if err != nil {
		fmt.Println(err)
		return
	}
	found, err := cluster.PAM(guests, cluster.MedoidSettings{K: 3})
	if err != nil {
		fmt.Println(err)
		return
	}
	for i, group := range found.Groups {
		fmt.Printf("group %d: %d guests like guest %d\n", i+1, group.Size, *group.Medoid)
	}
	// Output:
	// group 1: 5 guests like guest 0
	// group 2: 5 guests like guest 5
	// group 3: 2 guests like guest 10
}

func ExampleMeasure_longAndShortStays() {
	guests, err := cluster.NewData(season()[:1], cluster.Raw)
	if err != nil {
		fmt.Println(err)
		return
	}
	m, err := cluster.Measure(guests, []uint16{1, 1, 1, 1, 1, 2, 2, 2, 2, 1, 1, 1})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("within %.3f, Calinski-Harabasz %.1f, Davies-Bouldin %.3f\n", m.Within, m.CalinskiHarabasz, m.DaviesBouldin)
	// Output: within 6.875, Calinski-Harabasz 101.9, Davies-Bouldin 0.226
}

// The gap statistic can say that there are no groups at all.
func ExampleGap_noGroupsAtAll() {
	even := make([]float64, 60)
	for i := range even {
		even[i] = float64(i*37%60) + 1
	}
	guests, err := cluster.NewData([]cluster.Attribute{{ID: "nights", Numbers: even}}, cluster.Standard)
	if err != nil {
		fmt.Println(err)
		return
	}
	gaps, err := cluster.Gap(guests, cluster.GapSettings{MaxK: 4, Seed: 1})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("groups:", gaps.K)
	// Output: groups: 1
}

// Do this year's groups divide the guests as last year's did, whatever their numbers?
func ExampleAgree_thisYearAndLast() {
	lastYear := []uint16{1, 1, 1, 2, 2, 3, 3, 0}
	thisYear := []uint16{2, 2, 2, 1, 1, 3, 1, 3}
	a, err := cluster.Agree(lastYear, thisYear)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%d guests, adjusted Rand index %.3f\n", a.Guests, a.Rand)
	// Output: 7 guests, adjusted Rand index 0.632
}

func ExampleDataOf_unknownSatisfaction() {
	schema, err := segment.NewSchema([]segment.Attribute{
		{ID: "stays", Kind: segment.Numeric, Count: true},
		{ID: "satisfaction", Kind: segment.Ordinal, Levels: []segment.Level{{ID: "bad"}, {ID: "ok"}, {ID: "good"}}},
		{ID: "last", Kind: segment.Day},
	}, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	builder, err := segment.NewBuilder(schema, segment.TableSetup{AsOf: hotelcrm.DateOf(2026, 6, 30)}, []string{"li", "ma", "wu", "xu"})
	if err != nil {
		fmt.Println(err)
		return
	}
	columns := builder.Guests(nil)
	columns.Numbers("stays", []float64{1, 9, 2, 11})
	columns.Texts("satisfaction", []string{"bad", "good", "", "good"})
	columns.Texts("last", []string{"2025-06-30", "2026-06-20", "2025-07-10", "2026-06-30"})
	table, err := builder.Build()
	if err != nil {
		fmt.Println(err)
		return
	}
	guests, err := cluster.DataOf(table, cluster.Standard, "stays", "satisfaction", "last")
	if err != nil {
		fmt.Println(err)
		return
	}
	found, err := cluster.KMeans(guests, cluster.Settings{K: 2})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, value := range found.Groups[0].Centre {
		fmt.Println(value.Attribute, value.Number)
	}
	fmt.Println(found.Labels)
	// Output:
	// stays 1.5
	// satisfaction 1
	// last 360
	// [1 2 1 2]
}
