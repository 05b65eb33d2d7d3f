package tree_test

import (
	"encoding/json"
	"fmt"
	"math"

	"github.com/hotelcrm/hotelcrm/segment/tree"
)

// Most guests spend a little, one holds a wedding: equal widths see two kinds of guests, equal numbers of guests four.
func ExampleEqualFrequency_oneWedding() {
	spend := []float64{80, 95, 110, 120, 120, 150, 180, 240, 310, 420, 560, 12000, math.NaN()}
	widths, err := tree.EqualWidth(spend, 4)
	if err != nil {
		fmt.Println(err)
		return
	}
	quarters, err := tree.EqualFrequency(spend, 4)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, cuts := range []tree.Cuts{widths, quarters} {
		good, err := cuts.Goodness(spend)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(cuts.Method, cuts.Points, "guests", good.Counts, "missing", good.Missing)
	}
	// Output:
	// equal-width [3060 6040 9020] guests [11 0 0 1] missing 1
	// equal-frequency [115 165 365] guests [3 3 3 3] missing 1
}

func ExampleEqualWidth_nightsInFourBands() {
	nights := []float64{1, 2, 2, 3, 5, 7, 9}
	cuts, err := tree.EqualWidth(nights, 4)
	if err != nil {
		fmt.Println(err)
		return
	}
	for bin := 1; bin <= cuts.InEffect(); bin++ {
		fmt.Println(bin, cuts.Interval(bin))
	}
	// Output:
	// 1 ≤ 3
	// 2 (3, 5]
	// 3 (5, 7]
	// 4 > 7
}

// The thesis leaves open who owns a shared edge of its age bands: here it is said, and a guest of exactly 30 has a band.
func ExampleFixedCuts_exactlyThirty() {
	ages, err := tree.FixedCuts([]float64{20, 30, 40, 50}, tree.SideAbove, "under_20", "20_30", "30_40", "40_50", "50_plus")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, age := range []float64{19.5, 20, 30, 67, math.NaN()} {
		bin := ages.Bin(age)
		fmt.Println(age, ages.Name(bin), ages.Interval(bin))
	}
	_, err = tree.FixedCuts([]float64{20, 30}, 0)
	fmt.Println(err)
	// Output:
	// 19.5 under_20 < 20
	// 20 20_30 [20, 30)
	// 30 30_40 [30, 40)
	// 67 50_plus ≥ 50
	// NaN missing missing
	// hotelcrm: Cuts.Side: "unset" is not allowed; want one of below, above
}

// Stays of one night, of a weekend, and of a week and more.
func ExampleJenks_nightWeekendWeek() {
	nights := []float64{1, 1, 1, 2, 3, 3, 4, 7, 7, 8, 14}
	cuts, err := tree.Jenks(nights, 3)
	if err != nil {
		fmt.Println(err)
		return
	}
	good, err := cuts.Goodness(nights)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%v %v %.4f\n", cuts.Points, good.Counts, good.VarianceFit)
	// Output: [5.5 11] [7 3 1] 0.9414
}

// From how many complaints on do guests stop coming back? Class 1 came again, class 2 did not.
func ExampleMDLP_howManyComplaints() {
	complaints := []float64{0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 3, 4, 5, 6}
	class := []uint16{1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2}
	cuts, steps, err := tree.MDLP(complaints, class)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(cuts.Points)
	for _, step := range steps {
		fmt.Printf("%d guests, cut %v: gain %.4f, needed %.4f, %t\n", step.N, step.Cut, step.Gain, step.Threshold, step.Accepted)
	}
	// Output:
	// [1.5]
	// 16 guests, cut 1.5: gain 0.9887, needed 0.2961, true
}

func ExampleChiMerge_whoUsesTheRestaurant() {
	spend := []float64{40, 60, 75, 90, 120, 150, 300, 320, 350, 400, 900, 950}
	usesRestaurant := []uint16{2, 2, 2, 2, 1, 2, 1, 1, 1, 1, 2, 2}
	cuts, err := tree.ChiMerge(spend, usesRestaurant, tree.ChiMergeSettings{MaxBins: 3})
	if err != nil {
		fmt.Println(err)
		return
	}
	parts, err := cuts.Separation(spend, usesRestaurant)
	if err != nil {
		fmt.Println(err)
		return
	}
	for i, counts := range parts.Counts {
		fmt.Println(cuts.Interval(i+1), "uses it", counts[0], "does not", counts[1])
	}
	fmt.Printf("gain %.3f of %.3f bits\n", parts.Gain, parts.Entropy)
	// Output:
	// ≤ 225 uses it 1 does not 5
	// (225, 650] uses it 4 does not 0
	// > 650 uses it 0 does not 2
	// gain 0.655 of 0.980 bits
}

// Cuts found this month are kept and used next month.
func ExampleCuts_AppendCodes_keptForNextMonth() {
	january, err := tree.EqualFrequency([]float64{90, 110, 130, 170, 210, 260}, 3)
	if err != nil {
		fmt.Println(err)
		return
	}
	text, err := json.Marshal(january)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(string(text))
	var kept tree.Cuts
	if err := json.Unmarshal(text, &kept); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(kept.AppendCodes(nil, []float64{120, 120.5, math.NaN(), 5000}))
	// Output:
	// {"version":1,"method":"equal-frequency","bins":3,"points":[120,190],"side":"below","numbers":6}
	// [1 2 0 3]
}

// The bands of a guest table come from the data.
func ExampleCuts_Attribute_bandsOfATable() {
	cuts, err := tree.Jenks([]float64{80, 90, 95, 240, 260, 900}, 3)
	if err != nil {
		fmt.Println(err)
		return
	}
	cuts.Names = []string{"low", "middle", "high"}
	band, err := cuts.Attribute("spend_band", "spend a stay, EUR")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(band.Kind, band.Levels, band.Bands.Cuts, band.Note)
	// Output: ordinal [{1 low } {2 middle } {3 high }] [167.5 580] cut by jenks; a point belongs to the bin below it
}

func ExampleParseSide_settingsFile() {
	side, err := tree.ParseSide("above")
	fmt.Println(side == tree.SideAbove, err)
	// Output: true <nil>
}

func ExampleParseCutMethod_settingsFile() {
	method, err := tree.ParseCutMethod("equal-frequency")
	fmt.Println(method == tree.CutEqualFrequency, err)
	_, err = tree.ParseCutMethod("quantile")
	fmt.Println(err)
	// Output:
	// true <nil>
	// hotelcrm: method: "quantile" is not allowed; want one of fixed, equal-width, equal-frequency, jenks, chimerge, mdlp
}
