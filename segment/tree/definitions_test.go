package tree_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm/segment/tree"
)

// numbersFrom1 returns n guests with the numbers 1 to n and a class each.
func numbersFrom1(n int, class func(i int) uint16) []testColumn {
	columns := []testColumn{{Attribute: numericAttribute("x")}, {Attribute: nominalAttribute("class", 2)}}
	for i := range n {
		columns[0].Numbers = append(columns[0].Numbers, float64(i+1))
		columns[1].Codes = append(columns[1].Codes, class(i))
	}
	return columns
}

// C4.5 wants on each side of a cut a tenth of the guests for each class, but never more than 25.
func TestSidesOfACutHaveEnoughGuests(t *testing.T) {
	for n, side := range map[int]int{30: 2, 200: 10, 1000: 25} {
		columns := numbersFrom1(n, func(i int) uint16 { return uint16(1 + i*2/n) })
		if got := gainsOf(t, binLast(t, columns), tree.C45())["x"].Candidates; got != n-2*side+1 {
			t.Errorf("%d guests: got %d cuts, want %d with %d on each side", n, got, n-2*side+1, side)
		}
	}
}

// A branch of their own for missing values gains as one level more.
func TestOwnBranchGainsAsALevel(t *testing.T) {
	columns := loadPublic(t, "weather_nominal")
	var branch []int
	for i := range columns[0].Codes {
		if i%4 == 1 {
			columns[0].Codes[i] = 0
		}
		branch = append(branch, int(columns[0].Codes[i]))
	}
	s := tree.ID3()
	s.Missing = tree.OwnBranch
	near(t, "gain", gainsOf(t, binLast(t, columns), s)["outlook"].Raw, plainGain(columns[4].Codes, branch), 1e-9)
}

func rootOnly() tree.Settings {
	s := tree.CART()
	s.MinSplit = 1e6
	return s
}

// With priors, guests are expected in the classes by their shares outside the table; with costs, by those in the table,
// and the class is that of the least expected cost.
func TestPriorsAndCostsAtTheRoot(t *testing.T) {
	columns := loadPublic(t, "breast_cancer") // 201 and 85 guests
	values := make([]float64, len(columns)-1)
	s := rootOnly()
	s.Priors = []float64{2, 6}
	fitted := fitLast(t, columns, s)
	shares, _ := fitted.Shares(nil, values)
	near(t, "share by priors", shares[1], .75, 1e-6)
	if class, _ := fitted.Predict(values); class != 1 {
		t.Errorf("got class %d, want the likely one", class)
	}
	for cost, want := range map[float64]int{2: 0, 3: 1} {
		s = rootOnly()
		s.Costs = [][]float64{{0, 1}, {cost, 0}}
		fitted = fitLast(t, columns, s)
		shares, _ = fitted.Shares(nil, values)
		near(t, "share with costs", shares[1], 85./286, 1e-6)
		if class, _ := fitted.Predict(values); class != want {
			t.Errorf("cost %v: got class %d, want %d", cost, class, want)
		}
	}
}

// Priors as in the table change nothing.
func TestPriorsOfTheTableChangeNothing(t *testing.T) {
	columns := loadPublic(t, "breast_cancer")
	s := tree.CART()
	want := fitLast(t, columns, s)
	s.Priors = []float64{201, 85}
	if got := fitLast(t, columns, s); got.String() != want.String() {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// No threshold lies inside a bin, so that bins and numbers give the same classes, also of guests that the tree was not
// learnt from, however coarse the bins are.
func TestThresholdsKeepBesideBins(t *testing.T) {
	columns := generated(800)
	table := tableOf(t, columns)
	for _, style := range []tree.Threshold{tree.Midpoint, tree.Observed} {
		for _, bins := range []int{3, 7, 20, 60} {
			b, err := tree.Bin(table, "class", tree.BinSettings{Bins: bins})
			if err != nil {
				t.Fatal(err)
			}
			few := b.Subset(func(i int) bool { return i%8 == 0 })
			fitted, _, err := tree.Fit(few, tree.Settings{Criterion: tree.Gain, Threshold: style, Pruning: tree.Unpruned, MinLeaf: 1})
			if err != nil {
				t.Fatal(err)
			}
			onTable, _ := fitted.Bind(table)
			onBins, _ := fitted.BindBinned(b)
			for row := range table.Len() {
				if onTable.Class(row) != onBins.Class(row) {
					t.Fatalf("%s, %d bins: guest %d is %d and %d", style, bins, row, onTable.Class(row), onBins.Class(row))
				}
			}
		}
	}
}

// Where one class is nearly all, telling it is no sign of a leak.
func TestRareClassIsNoLeak(t *testing.T) {
	columns := numbersFrom1(1000, func(i int) uint16 { return uint16(1 + min(1, i%100/99)) })
	_, report, err := tree.Fit(binLast(t, columns), tree.C45())
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range report.Warnings {
		if w.Code == tree.WarnLeak {
			t.Errorf("got %v", w)
		}
	}
}

// R's rpart 4.1.19 on kyphosis: the root has 17 errors of 81, with the standard error 0.21559 of 1.
func TestStandardErrorOfRpart(t *testing.T) {
	b := binLast(t, kyphosisColumns(t))
	folds, err := b.Folds(10, 1)
	if err != nil {
		t.Fatal(err)
	}
	table, err := tree.ChooseComplexity(b, tree.CART(), folds)
	if err != nil {
		t.Fatal(err)
	}
	root := table.Steps[len(table.Steps)-1]
	near(t, "risk of the root", root.CVRisk, 1, 0)
	near(t, "standard error", root.StdError, 0.21559, 5e-6)
}

// Weighted guests have weighted figures in their rules.
func TestRulesCountWeights(t *testing.T) {
	columns := numbersFrom1(20, func(i int) uint16 { return uint16(1 + i/10) })
	weights := testColumn{Attribute: numericAttribute("weight")}
	for i := range 20 {
		weights.Numbers = append(weights.Numbers, .5+float64(i/10))
	}
	b, err := tree.Bin(tableOf(t, append(columns, weights)), "class", tree.BinSettings{Weight: "weight"})
	if err != nil {
		t.Fatal(err)
	}
	fitted, _, err := tree.Fit(b, tree.C45())
	if err != nil {
		t.Fatal(err)
	}
	for name, learn := range map[string]func() (*tree.Rules, error){
		"exact":  func() (*tree.Rules, error) { return fitted.Routed().Rules(b) },
		"simple": func() (*tree.Rules, error) { return fitted.Routed().SimpleRules(b, 0) },
	} {
		rules, err := learn()
		if err != nil {
			t.Fatal(err)
		}
		near(t, name, rules.Guests, 20, 1e-9)
		near(t, name+" first rule", rules.List[0].Guests, 15, 1e-9)
		near(t, name+" errors", rules.Errors, 0, 0)
	}
}
