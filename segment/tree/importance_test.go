package tree_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm/segment/tree"
)

// irisWidthFirst returns iris with petal width before petal length, so that the tie at the root goes to the width, as in
// the run of scikit-learn.
func irisWidthFirst(t testing.TB) []testColumn {
	columns := loadPublic(t, "iris")
	columns[2], columns[3] = columns[3], columns[2]
	return columns
}

// scikit-learn 1.2.1, max_depth 3: thresholds 0.8, 1.75, 4.95, 4.85; leaves 50, 48, 6, 3, 43; importances by both criteria.
func TestTreeAndImportanceOfScikitLearn(t *testing.T) {
	s := tree.CART()
	s.MinLeaf, s.MinSplit, s.MaxDepth, s.Pruning = 1, 2, 3, tree.Unpruned
	fitted := fitLast(t, irisWidthFirst(t), s)
	wantTree(t, fitted, `
petalwidth <= 0.8: Iris-setosa (50)
petalwidth > 0.8
|   petalwidth <= 1.75
|   |   petallength <= 4.95: Iris-versicolor (48/1)
|   |   petallength > 4.95: Iris-virginica (6/2)
|   petalwidth > 1.75
|   |   petallength <= 4.85: Iris-virginica (3/1)
|   |   petallength > 4.85: Iris-virginica (43)
`)
	want := map[tree.Criterion][2]float64{tree.Gini: {.946064, .053936}, tree.Gain: {.929397, .070603}}
	for criterion, shares := range want {
		s.Criterion = criterion
		list := fitLast(t, irisWidthFirst(t), s).Importance()
		if len(list) != 2 || list[0].Attribute != "petalwidth" {
			t.Fatalf("%s: got %+v", criterion, list)
		}
		near(t, "width", list[0].Gain, shares[0], 1e-6)
		near(t, "length", list[1].Gain, shares[1], 1e-6)
	}
}

// Shuffling the attribute that decides loses most; the number of workers changes nothing.
func TestPermutationFindsWhatDecides(t *testing.T) {
	b := binLast(t, irisWidthFirst(t))
	fitted, _, err := tree.Fit(b, tree.C45())
	if err != nil {
		t.Fatal(err)
	}
	one, err := fitted.Permute(b, 20, 7, 1)
	if err != nil {
		t.Fatal(err)
	}
	two, _ := fitted.Permute(b, 20, 7, 2)
	for i := range one {
		if one[i] != two[i] {
			t.Errorf("got %+v, with two workers %+v", one[i], two[i])
		}
	}
	if one[0].Attribute != "petalwidth" || one[0].Loss < .4 || one[0].Loss < one[1].Loss {
		t.Errorf("got %+v", one)
	}
}

// Shares of a pure world are right; of a coin they are half, and so is the Brier score of a coin.
func TestCalibration(t *testing.T) {
	columns := []testColumn{{Attribute: numericAttribute("x")}, {Attribute: nominalAttribute("class", 2)}}
	for i := range 100 {
		columns[0].Numbers = append(columns[0].Numbers, float64(i/50))
		columns[1].Codes = append(columns[1].Codes, uint16(1+i/50))
	}
	v := crossValidated(t, columns)
	list, err := v.Calibrate(binLast(t, columns), 10)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range list {
		near(t, c.Class, c.Brier, 0, 0)
		near(t, c.Class, c.Error, 0, 0)
		if len(c.Bins) != 2 || c.Bins[0].Guests != 50 || c.Bins[1].Actual != 1 {
			t.Errorf("got %+v", c)
		}
	}
	for i := range columns[0].Numbers {
		columns[0].Numbers[i] = 0
	}
	list, _ = crossValidated(t, columns).Calibrate(binLast(t, columns), 2)
	near(t, "coin", list[0].Brier, .25, 1e-12)
}

func crossValidated(t *testing.T, columns []testColumn) *tree.CrossValidation {
	t.Helper()
	b := binLast(t, columns)
	folds, err := b.Folds(10, 1)
	if err != nil {
		t.Fatal(err)
	}
	v, err := tree.CrossValidate(b, tree.C45(), folds)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// Folds have each class in even shares and depend on seed and row alone.
func TestFoldsAreEven(t *testing.T) {
	b := binLast(t, loadPublic(t, "iris"))
	folds, err := b.Folds(10, 3)
	if err != nil {
		t.Fatal(err)
	}
	var counts [10][3]int
	for i, f := range folds {
		counts[f][i/50]++
	}
	for f, c := range counts {
		if c != [3]int{5, 5, 5} {
			t.Errorf("fold %d: got %v, want 5 of each class", f, c)
		}
	}
	if _, err := b.Folds(1, 3); err == nil {
		t.Error("one fold is no fold")
	}
	if _, err := tree.CrossValidate(b, tree.C45(), make([]int, 150)); err == nil {
		t.Error("all guests in one fold are no cross-validation")
	}
}
