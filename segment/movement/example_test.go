package movement_test

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/segment/movement"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/shopspring/decimal"
)

// tierClasses are the classes of a small plan.
func tierClasses() []string { return []string{"gold", "silver"} }

// tiersIn returns who was gold and silver at the beginning of a year.
func tiersIn(year int, revision int, guests []string, codes []uint16, reasons []string) movement.Snapshot {
	snapshot, err := movement.NewSnapshot("tiers", revision, hotelcrm.DateOf(year, 1, 1), tierClasses(), guests, codes, reasons)
	if err != nil {
		fmt.Println(err)
	}
	return snapshot
}

func ExampleNewSnapshot_guestsInTheOrderOfTheFile() {
	snapshot := tiersIn(2025, 1, []string{"Chen", "Ana", "Bo"}, []uint16{1, 2, 0}, nil)
	class, ok := snapshot.Class("Chen")
	fmt.Println(snapshot.Guests, class, ok, snapshot.Sizes())
	// Output: [Ana Bo Chen] gold true [1 1]
}

func ExampleNewLog_whyIsThisGuestGold() {
	log, err := movement.NewLog("tiers")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, snapshot := range []movement.Snapshot{
		tiersIn(2024, 1, []string{"Ana", "Bo"}, []uint16{2, 1}, []string{"3 stays", "9 stays"}),
		tiersIn(2025, 1, []string{"Ana"}, []uint16{1}, []string{"6 stays"}),
	} {
		changed, err := log.Record(snapshot)
		fmt.Printf("%+v %v\n", changed, err)
	}
	now, _ := log.At("Ana", hotelcrm.DateOf(2025, 3, 1))
	fmt.Println(now.Class, "since", now.From, "because of", now.Reason, "under revision", now.Revision)
	then, _ := log.At("Ana", hotelcrm.DateOf(2024, 12, 31))
	fmt.Println(then.Class, "until", then.To)
	// Output:
	// {Entered:2 Moved:0 Left:0 Renewed:0 Same:0} <nil>
	// {Entered:0 Moved:1 Left:1 Renewed:0 Same:0} <nil>
	// gold since 2025-01-01 because of 6 stays under revision 1
	// silver until 2025-01-01
}

func ExampleMovesOf_sinceLastYear() {
	before := tiersIn(2024, 1, []string{"Ana", "Bo"}, []uint16{2, 1}, nil)
	after := tiersIn(2025, 1, []string{"Ana", "Chen"}, []uint16{1, 2}, []string{"6 stays", "2 stays"})
	moves, err := movement.MovesOf(before, after)
	for _, move := range moves {
		fmt.Printf("%s: %q to %q (%s)\n", move.Guest, move.From, move.To, move.Reason)
	}
	fmt.Println(err)
	// Output:
	// Ana: "silver" to "gold" (6 stays)
	// Bo: "gold" to "" ()
	// Chen: "" to "silver" (2 stays)
	// <nil>
}

func ExampleTransitionOf_aYearOfTiers() {
	before := tiersIn(2024, 1, []string{"Ana", "Bo", "Dan"}, []uint16{2, 1, 2}, nil)
	after := tiersIn(2025, 1, []string{"Ana", "Chen", "Dan"}, []uint16{1, 2, 2}, nil)
	year, err := movement.TransitionOf(before, after)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(year.Counts(), "entered", year.Entered(), "left", year.Left())
	moves, err := year.RankShares([]int{2, 1})
	fmt.Printf("%+v %v\n", moves, err)
	// Output:
	// [[0 0] [1 1]] entered [0 1] left [1 0]
	// {Stay:0.5 Up:0.5 Down:0 Level:0} <nil>
}

func ExampleNewTransition_whereItAllLeads() {
	year, err := movement.NewTransition(
		[]string{"high", "potential", "secondary", "low"},
		[][]int64{{120, 20, 10, 0}, {30, 200, 15, 5}, {10, 25, 150, 15}, {5, 15, 40, 340}}, nil, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	shares, _ := year.Stationary()
	for i, class := range year.Classes() {
		fmt.Printf("%s %.4f\n", class, shares[i])
	}
	mobility, _ := year.Mobility()
	fmt.Printf("mobility %.4f\n", mobility)
	chain, err := year.Chain([]decimal.Decimal{decimal.New(900, 0), decimal.New(300, 0), decimal.New(250, 0), decimal.New(40, 0)}, 6)
	if err != nil {
		fmt.Println(err)
		return
	}
	fiveYears := valuation.Convention{Horizon: valuation.Horizon{N: 5, Period: valuation.Year}, Rounding: hotelcrm.RoundTo{Mode: hotelcrm.RoundHalfEven}}
	fiveYears.Rate, _ = valuation.Effective(decimal.New(8, -2), valuation.Year)
	worth, err := chain.Value(fiveYears)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("a guest of high value now is worth", worth.States[0].Amount)
	// Output:
	// high 0.2744
	// potential 0.3495
	// secondary 0.2196
	// low 0.1564
	// mobility 0.2667
	// a guest of high value now is worth 3128
}

func ExampleStability_theGuestsOfTwoYears() {
	index, err := movement.Stability([]int64{200, 300, 350, 150}, []int64{260, 280, 300, 160}, movement.RefuseEmpty)
	fmt.Printf("%.6f %v %v\n", index.Index, index.Reading, err)
	// Output: 0.025475 stable <nil>
}

func ExampleParseEmptyBins_aNewSourceOfGuests() {
	rule, err := movement.ParseEmptyBins("add-half")
	if err != nil {
		fmt.Println(err)
		return
	}
	index, err := movement.Stability([]int64{500, 500, 0}, []int64{450, 450, 100}, rule)
	fmt.Printf("%.3f %v, filled %v, %v\n", index.Index, index.Reading, index.Filled, err)
	// Output: 0.540 shifted, filled [2], <nil>
}

func ExampleParseReading_alertOfADashboard() {
	reading, err := movement.ParseReading("watch")
	fmt.Println(reading, err)
	// Output: watch <nil>
}

func ExampleGate_Compare_mayTheNewPlanReplaceTheOld() {
	guests := []string{"Ana", "Bo", "Chen", "Dan", "Eve"}
	old := tiersIn(2025, 1, guests, []uint16{1, 1, 2, 2, 2}, nil)
	next := tiersIn(2025, 2, guests, []uint16{1, 2, 2, 2, 2}, []string{"", "only 4 stays this year", "", "", ""})
	report, err := movement.Gate{}.Compare(old, next, movement.Evidence{Duel: &movement.Duel{Both: 80, OldOnly: 9, NewOnly: 12}})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("agreement", report.Agreement.Rate, report.Stability.Reading)
	for _, move := range report.Moves {
		fmt.Println(move.Guest, move.From, "to", move.To+":", move.Reason)
	}
	for _, objection := range report.Objections {
		fmt.Println(objection.Code, objection.Text)
	}
	fmt.Println("may replace:", report.MayReplace)
	// Output:
	// agreement 0.8 watch
	// Bo gold to silver: only 4 stays this year
	// gain-within-noise gain in right answers 0.0297, p 0.5127
	// may replace: false
}

func ExampleDuelOf_lastQuartersGuests() {
	duel, err := movement.DuelOf([]uint16{1, 1, 2, 2}, []uint16{1, 2, 2, 1}, []uint16{1, 1, 2, 1})
	fmt.Printf("%+v %v\n", duel, err)
	// Output: {Both:2 OldOnly:0 NewOnly:1 Neither:1} <nil>
}
