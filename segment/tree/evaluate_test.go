package tree_test

import (
	"math"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/segment/tree"
)

// The trees of J48 on the guests that they were learnt from.
func TestConfusionsAreThoseOfJ48(t *testing.T) {
	tests := []struct {
		table string
		want  [][]float64
		kappa float64
	}{
		{"iris", [][]float64{{50, 0, 0}, {0, 49, 1}, {0, 2, 48}}, 0.97},
		{"labor", [][]float64{{19, 1}, {6, 31}}, 0.745},
	}
	for _, test := range tests {
		b := binLast(t, loadPublic(t, test.table))
		fitted, _, err := tree.Fit(b, tree.C45())
		if err != nil {
			t.Fatal(err)
		}
		c, err := fitted.Confuse(b, 2)
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range test.want {
			for j, w := range row {
				near(t, test.table, c.Weights[i][j], w, 1e-9)
			}
		}
		near(t, test.table+" kappa", c.Kappa(), test.kappa, 5e-4) // printed to three places
	}
}

func TestAccuracyOfJ48OnOtherTables(t *testing.T) {
	for table, right := range map[string]float64{"breast_cancer": 217. / 286, "contact_lenses": 22. / 24, "credit_g": .855, "weather_nominal": 1} {
		b := binLast(t, loadPublic(t, table))
		fitted, _, err := tree.Fit(b, tree.C45())
		if err != nil {
			t.Fatal(err)
		}
		c, err := fitted.Confuse(b, 1)
		if err != nil {
			t.Fatal(err)
		}
		near(t, table, c.Accuracy(), right, 1e-9)
	}
}

// R's rpart 4.1.19: cp .176471 .019608 .010000, splits 0 1 4, relative errors 1 .823529 .764706.
func TestCostPathIsThatOfRpart(t *testing.T) {
	path, err := tree.CostPath(binLast(t, kyphosisColumns(t)), tree.CART(), false)
	if err != nil {
		t.Fatal(err)
	}
	last := path[len(path)-3:]
	for i, want := range []struct {
		leaves     int
		cp, risk   float64
		atLeastAll bool
	}{{5, 0, .764706, true}, {2, .019608, .823529, false}, {1, .176471, 1, false}} {
		if got := last[i]; got.Leaves != want.leaves {
			t.Errorf("got %+v, want %d leaves", got, want.leaves)
		}
		near(t, "risk", last[i].Risk, want.risk, 1e-6)
		if !want.atLeastAll {
			near(t, "complexity", last[i].Complexity, want.cp, 1e-6)
		}
	}
}

// The path of scikit-learn on iris by the Gini index: impurities 0, .013043, .030821, .043877, .073537, .333333, .666667.
func TestCostPathByImpurityIsThatOfScikitLearn(t *testing.T) {
	s := tree.CART()
	s.MinLeaf, s.MinSplit = 1, 2
	columns := loadPublic(t, "iris")
	columns[1].Numbers[37], columns[2].Numbers[37], columns[3].Numbers[34] = 3.6, 1.4, .2 // as Fisher printed them
	path, err := tree.CostPath(binLast(t, columns), s, true)
	if err != nil {
		t.Fatal(err)
	}
	alphas := []float64{0, .006522, .008889, .013056, .029660, .259796, .333333}
	risks := []float64{0, .013043, .030821, .043877, .073537, .333333, .666667}
	if len(path) != len(alphas) {
		t.Fatalf("got %+v", path)
	}
	for i := range alphas {
		near(t, "alpha", path[i].Complexity*2/3, alphas[i], 1e-6)
		near(t, "impurity", path[i].Risk*2/3, risks[i], 1e-6)
	}
}

func TestChosenComplexityIsOnThePath(t *testing.T) {
	b := binLast(t, loadPublic(t, "iris"))
	folds, _ := b.Folds(10, 1)
	table, err := tree.ChooseComplexity(b, tree.CART(), folds)
	if err != nil {
		t.Fatal(err)
	}
	best, one := table.Steps[table.Least], table.Steps[table.OneSE]
	if one.Leaves > best.Leaves || one.CVRisk > best.CVRisk+best.StdError || one.Leaves != 3 {
		t.Errorf("got %+v of %+v", one, table)
	}
}

func TestWarnings(t *testing.T) {
	codes := func(columns []testColumn, s tree.Settings) map[hotelcrm.WarningCode]string {
		_, report, err := tree.Fit(binLast(t, columns), s)
		if err != nil {
			t.Fatal(err)
		}
		out := map[hotelcrm.WarningCode]string{}
		for _, w := range report.Warnings {
			out[w.Code] = w.Text
		}
		return out
	}
	iris := loadPublic(t, "iris")
	if got := codes(iris, tree.C45()); len(got) != 0 {
		t.Errorf("iris: got %v, want none", got)
	}
	if got := codes(iris, tree.ID3()); got[tree.WarnPurity] == "" || len(got) != 1 {
		t.Errorf("iris to purity: got %v", got)
	}
	leak := iris[4]
	leak.Attribute.ID = "paid_at_check_out"
	if got := codes(append([]testColumn{leak}, iris...), tree.C45()); got[tree.WarnLeak] == "" {
		t.Errorf("iris with its class: got %v", got)
	}
	blank := testColumn{Attribute: iris[0].Attribute, Numbers: make([]float64, 150)}
	for i := range blank.Numbers {
		blank.Numbers[i] = math.NaN()
	}
	if got := codes([]testColumn{blank, iris[4]}, tree.C45()); got[tree.WarnNoSplit] == "" {
		t.Errorf("no values: got %v", got)
	}
	if got := codes(loadPublic(t, "weather_nominal"), tree.C45()); got[tree.WarnFewCases] != "2 classes have fewer than 10 guests" {
		t.Errorf("14 rows: got %v", got)
	}
	iris[4].Codes[0] = 0
	if got := codes(iris, tree.C45()); got[tree.WarnNoClass] != "1 guest has no class and was left out" {
		t.Errorf("a guest without class: got %v", got)
	}
}
