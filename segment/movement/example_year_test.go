package movement_test

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/segment/movement"
)

// threeYears is a log of who was gold and silver at the beginning of three years.
func threeYears() *movement.Log {
	log, err := movement.NewLog("tiers")
	if err != nil {
		fmt.Println(err)
		return nil
	}
	for _, snapshot := range []movement.Snapshot{
		tiersIn(2023, 1, []string{"Ana", "Bo"}, []uint16{2, 1}, nil),
		tiersIn(2024, 1, []string{"Ana", "Bo", "Chen"}, []uint16{1, 1, 2}, nil),
		tiersIn(2025, 1, []string{"Ana", "Chen"}, []uint16{2, 2}, nil),
	} {
		if _, err := log.Record(snapshot); err != nil {
			fmt.Println(err)
		}
	}
	return log
}

// A guest writes: was I not gold once? The whole story, class by class.
func ExampleLog_Of_wasINotGoldOnce() {
	for _, m := range threeYears().Of("Ana") {
		fmt.Printf("%s from %s to %q\n", m.Class, m.From, m.To)
	}
	// Output:
	// silver from 2023-01-01 to "2024-01-01"
	// gold from 2024-01-01 to "2025-01-01"
	// silver from 2025-01-01 to ""
}

// Who was gold a year ago in March? The snapshot of the first of January speaks for it.
func ExampleLog_On_listOfAYearAgo() {
	snapshot, known := threeYears().On(hotelcrm.DateOf(2024, 3, 15))
	for _, guest := range snapshot.Guests {
		class, _ := snapshot.Class(guest)
		fmt.Println(guest, class)
	}
	fmt.Println(snapshot.AsOf, known)
	// Output:
	// Ana gold
	// Bo gold
	// Chen silver
	// 2024-03-15 true
}

// For a table in the data warehouse: a row for each time that a guest was in a class.
func ExampleLog_All_tableForTheWarehouse() {
	log := threeYears()
	fmt.Println(len(log.Days()), "snapshots,", log.Len(), "memberships")
	for m := range log.All() {
		if m.To.IsZero() {
			fmt.Println(m.Guest, m.Class, "since", m.From)
		}
	}
	// Output:
	// 3 snapshots, 5 memberships
	// Chen silver since 2024-01-01
	// Ana silver since 2025-01-01
}

// What became of last year's guests? Of 100 who were gold 70 still are, 20 are silver, 10 were not seen again.
func ExampleTransition_lastYearsGuests() {
	year, err := movement.NewTransition(tierClasses(), [][]int64{{70, 20}, {30, 240}}, []int64{5, 120}, []int64{10, 30})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("before", year.Before(), "after", year.After(), "in both", year.Both())
	for i, class := range year.Classes() {
		gone, _ := year.Leaving(i, 0.95)
		fmt.Printf("%s: stay and move %.3f, gone %v (%.3f to %.3f)\n", class, year.Rates()[i], gone.Rate, gone.Interval.Low, gone.Interval.High)
	}
	// Output:
	// before [100 300] after [105 380] in both 360
	// gold: stay and move [0.778 0.222], gone 0.1 (0.055 to 0.174)
	// silver: stay and move [0.111 0.889], gone 0.1 (0.071 to 0.139)
}

// Where do today's gold guests stand in three years, if every year is like the last?
func ExampleTransition_Steps_threeYearsAhead() {
	year, _ := movement.NewTransition(tierClasses(), [][]int64{{70, 20}, {30, 240}}, nil, nil)
	steps, err := year.Steps(3)
	fmt.Printf("still or again gold: %.2f %v\n", steps[0][0], err)
	// Output: still or again gold: 0.53 <nil>
}

// Guests go and others come: a hotel that wins one guest for each that it loses ends with fewer gold ones than it thinks.
func ExampleTransition_StationaryWithTurnover_guestsComeAndGo() {
	year, _ := movement.NewTransition(tierClasses(), [][]int64{{70, 20}, {30, 240}}, []int64{5, 120}, []int64{10, 30})
	of, _ := year.Stationary()
	with, _ := year.StationaryWithTurnover()
	fmt.Printf("gold in the long run: %.2f of those who stay, %.2f with turnover\n", of[0], with[0])
	index, err := year.Stability(movement.RefuseEmpty)
	fmt.Printf("this year's shift: %.3f %v %v\n", index.Index, index.Reading, err)
	// Output:
	// gold in the long run: 0.33 of those who stay, 0.26 with turnover
	// this year's shift: 0.006 stable <nil>
}

// Is the new plan right more often, or was it luck? 12 guests against 9 may well be luck, 24 against 9 hardly.
func ExampleDuel_Result_luckOrBetter() {
	for _, d := range []movement.Duel{{Both: 80, OldOnly: 9, NewOnly: 12}, {Both: 80, OldOnly: 9, NewOnly: 24}} {
		result, err := d.Result()
		fmt.Printf("gain %.3f p %.4f %v\n", result.Gain, result.P, err)
	}
	// Output:
	// gain 0.030 p 0.5127 <nil>
	// gain 0.133 p 0.0090 <nil>
}
