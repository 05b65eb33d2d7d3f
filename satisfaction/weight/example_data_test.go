package weight_test

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm/satisfaction/weight"
)

// theChain is six hotels: price, rating by guests, minutes to the centre.
func theChain() *weight.Matrix {
	m, err := weight.NewMatrix([][]float64{
		{120, 8.1, 12},
		{95, 7.4, 25},
		{210, 9.2, 5},
		{150, 8.8, 18},
		{80, 6.9, 40},
		{175, 8.3, 9},
	}, []bool{true, false, true})
	if err != nil {
		fmt.Println(err)
	}
	return m
}

func ExampleMatrix_Weigh_hotelsOfAChain() {
	for _, method := range []weight.DataMethod{weight.StandardDeviation, weight.Entropy, weight.CRITIC, weight.MEREC} {
		w, err := theChain().Weigh(weight.Options{Method: method})
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Printf("%-18v %.3f\n", method, w.Weights)
	}
	// Output:
	// standard-deviation [0.340 0.333 0.327]
	// entropy            [0.208 0.018 0.773]
	// critic             [0.490 0.261 0.249]
	// merec              [0.303 0.084 0.612]
}

func ExampleNewMatrix_valueMissing() {
	_, err := weight.NewMatrix([][]float64{{120, 8.1}, {95}}, nil)
	fmt.Println(err)
	// Output: hotelcrm: rows[1]: "1" is not allowed; want 2 values, as in the first
}

// fourGuests rate room and breakfast from 1 to 5; one of them skipped breakfast.
func fourGuests() *weight.Sums {
	return &weight.Sums{
		Items:  2,
		N:      []int64{4, 3, 3, 3},
		Totals: []int64{14, 9, 8, 8},    // room: 5 + 3 + 1 + 5, of those with breakfast 9; breakfast: 4 + 3 + 1
		Cross:  []int64{60, 30, 30, 26}, // room with breakfast: 20 + 9 + 1
		Ends:   [][2]int64{{1, 5}, {1, 5}},
	}
}

func ExampleSums_Weigh_fourGuests() {
	w, err := fourGuests().Weigh(weight.Options{Method: weight.StandardDeviation})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.3f of %v answers, by %v and %v\n", w.Weights, w.N, w.Options.Method, w.Options.Scaling)
	// Output: [0.556 0.444] of [4 3] answers, by standard-deviation and ends
}

func ExampleSums_Validate_countsThatContradict() {
	m := fourGuests()
	m.N[1] = 5
	fmt.Println(m.Validate())
	// Output: hotelcrm: Sums.N, Cross of items 0 and 1: "n 5, sum 9, cross 30" is not allowed; want the same both ways, and N at most that of either item
}

func ExampleDisagreements_methodsSideBySide() {
	var sources []weight.Source
	for _, method := range []weight.DataMethod{weight.StandardDeviation, weight.Entropy} {
		w, err := theChain().Weigh(weight.Options{Method: method})
		if err != nil {
			fmt.Println(err)
			return
		}
		sources = append(sources, weight.Source{Name: method.String(), Weights: w.Weights})
	}
	list, err := weight.Disagreements(sources)
	if err != nil {
		fmt.Println(err)
		return
	}
	c := list[0]
	fmt.Printf("%s and %s: %.2f of the weight lies elsewhere, rank correlation %.2f\n", c.First, c.Second, c.Moved, c.Order)
	// Output: standard-deviation and entropy: 0.45 of the weight lies elsewhere, rank correlation -0.50
}

func ExampleParts_threeAlike() {
	parts, err := weight.Parts([]float64{1, 1, 1}, 4)
	fmt.Println(parts, err)
	// Output: [3334 3333 3333] <nil>
}

func ExampleDecimals_threeAlike() {
	fmt.Println(weight.Decimals([]int64{3334, 3333, 3333}, 4))
	// Output: [0.3334 0.3333 0.3333]
}

// Staff matters most; room and breakfast come next, alike; the car park is last.
func ExampleWeighRanks_staffFirst() {
	weights, err := weight.WeighRanks([]int{2, 2, 1, 4}, weight.Centroid)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.4f\n", weights)
	// Output: [0.2083 0.2083 0.5208 0.0625]
}

func ExampleBestWorst_Weigh_staffBestCarParkWorst() {
	w, err := weight.BestWorst{
		Names: []string{"staff", "room", "car park"},
		Best:  0,
		Worst: 2,
		Over:  []weight.Ratio{{Num: 1, Den: 1}, {Num: 3, Den: 1}, {Num: 8, Den: 1}},
		Under: []weight.Ratio{{Num: 8, Den: 1}, {Num: 2, Den: 1}, {Num: 1, Den: 1}},
	}.Weigh()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.4f, off by at most %.4f; ratio %.4f at %s\n", w.Weights, w.Deviation, w.Ratio, w.Names[w.At])
	// Output: [0.6909 0.2182 0.0909], off by at most 0.0364; ratio 0.0357 at room
}

func ExampleNewFuzzyJudgements_aboutThreeTimes() {
	times := func(low, middle, high int64) weight.Triangle {
		return weight.Triangle{Low: weight.Ratio{Num: low, Den: 1}, Middle: weight.Ratio{Num: middle, Den: 1}, High: weight.Ratio{Num: high, Den: 1}}
	}
	f, err := weight.NewFuzzyJudgements([]string{"staff", "room", "car park"}, []weight.Triangle{times(2, 3, 4), times(4, 5, 6), times(1, 2, 3)})
	if err != nil {
		fmt.Println(err)
		return
	}
	w := f.Weigh()
	fmt.Printf("staff %.3f, from %.3f over %.3f to %.3f\n", w.Weights[0], w.Fuzzy[0][0], w.Fuzzy[0][1], w.Fuzzy[0][2])
	// Output: staff 0.637, from 0.429 over 0.648 to 0.958
}

func ExampleFuzzyJudgements_Weigh_oneFactor() {
	f, err := weight.NewFuzzyJudgements([]string{"room"}, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(f.Weigh().Weights)
	// Output: [1]
}

func ExampleRandomIndex_For_threeFactors() {
	old, _ := weight.Saaty.For(3)
	revised, _ := weight.SaatyRevised.For(3)
	_, ok := weight.Saaty.For(2)
	fmt.Println(old, revised, ok)
	// Output: 0.58 0.52 false
}

func ExampleParseRatio_handwritten() {
	for _, text := range []string{"1/3", "1.5", "0.333", "0"} {
		fmt.Println(weight.ParseRatio(text))
	}
	// Output:
	// 1/3 <nil>
	// 3/2 <nil>
	// 333/1000 <nil>
	//  hotelcrm: ratio: "0" is not allowed; want an integer, a fraction or a decimal number above 0, with terms up to 1e9
}

func ExampleParseMethod_settingsFile() {
	fmt.Println(weight.ParseMethod("eigenvector"))
	// Output: eigenvector <nil>
}

func ExampleParseRandomIndex_settingsFile() {
	fmt.Println(weight.ParseRandomIndex("alonso-lamata"))
	// Output: alonso-lamata <nil>
}

func ExampleParseMean_settingsFile() {
	fmt.Println(weight.ParseMean("geometric"))
	// Output: geometric <nil>
}

func ExampleParseRankMethod_settingsFile() {
	fmt.Println(weight.ParseRankMethod("centroid"))
	// Output: centroid <nil>
}

func ExampleParseDataMethod_settingsFile() {
	fmt.Println(weight.ParseDataMethod("critic"))
	// Output: critic <nil>
}

func ExampleParseScaling_settingsFile() {
	fmt.Println(weight.ParseScaling("observed"))
	// Output: observed <nil>
}

func ExampleParseCorrelation_settingsFile() {
	correlation, err := weight.ParseCorrelation("spearman")
	fmt.Println(correlation == weight.Spearman, err)
	// Output: true <nil>
}
