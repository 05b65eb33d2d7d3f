package tree_test

import (
	"encoding/json"
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/segment/tree"
)

func TestMaxLeavesKeepsTheStrongestBranches(t *testing.T) {
	s := tree.C45()
	for most := 1; most <= 5; most++ {
		s.MaxLeaves = most
		if got := fitLast(t, loadPublic(t, "iris"), s).Leaves(); got > most {
			t.Errorf("got %d leaves, at most %d allowed", got, most)
		}
	}
	s.MaxLeaves = 3
	wantTree(t, fitLast(t, loadPublic(t, "iris"), s), `
petalwidth <= 0.6: Iris-setosa (50)
petalwidth > 0.6
|   petalwidth <= 1.7: Iris-versicolor (54/5)
|   petalwidth > 1.7: Iris-virginica (46/1)
`)
}

// Two halves of the guests, counted apart and added, are all of them.
func TestConfusionsAddUp(t *testing.T) {
	columns := loadPublic(t, "iris")
	fitted := fitLast(t, columns, tree.C45())
	whole, err := fitted.Confuse(binLast(t, columns), 1)
	if err != nil {
		t.Fatal(err)
	}
	sum := tree.NewConfusion(fitted.Classes())
	for half := range 2 {
		part, err := fitted.Confuse(binLast(t, chosen(columns, func(i int) bool { return i%2 == half })), 1)
		if err != nil {
			t.Fatal(err)
		}
		if err := sum.Add(part); err != nil {
			t.Fatal(err)
		}
	}
	near(t, "accuracy", sum.Accuracy(), whole.Accuracy(), 0)
	near(t, "precision", sum.Precision(1), 49./51, 1e-12)
	if err := sum.Add(tree.NewConfusion([]string{"a", "b", "c"})); err == nil {
		t.Error("other classes are added")
	}
	none := tree.NewConfusion(fitted.Classes())
	for _, x := range []float64{none.Accuracy(), none.Recall(0), none.Precision(0), none.Kappa()} {
		if !math.IsNaN(x) {
			t.Errorf("got %v of no guests, want NaN", x)
		}
	}
}

// Every text that is no tree is refused with what is wrong.
func TestTextsThatAreNoTreeAreRefused(t *testing.T) {
	good, err := json.Marshal(fitLast(t, hotelColumns(t), tree.C45()))
	if err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string][2]string{
		"no JSON":           {`{"version"`, `{"version`},
		"newer":             {`"version":1`, `"version":2`},
		"unknown field":     {`"version":1`, `"version":1,"more":1`},
		"no rule":           {`"missing":"fractional","guests"`, `"missing":"","guests"`},
		"no guests":         {`"guests":30`, `"guests":0`},
		"unknown attribute": {`{"attribute":"complaints"`, `{"attribute":"complains"`},
		"unknown class":     {`"class":"G9"`, `"class":"G10"`},
		"negative weight":   {`"weights":[4,`, `"weights":[-4,`},
		"no threshold":      {`"attribute":"complaints","threshold":1,`, `"attribute":"complaints",`},
		"sides of a number": {`"threshold":1,`, `"threshold":1,"left":["a"],`},
		"too many sons":     {`"threshold":1,"sons":2`, `"threshold":1,"sons":4`},
		"bad settings":      {`"minLeaf":2`, `"minLeaf":-2`},
		"no such son":       {`"threshold":1,"sons":2`, `"threshold":1,"sons":2,"missing":2`},
		"a leaf with sons":  {`{"class":"G1"`, `{"sons":2,"class":"G1"`},
		"strange kind":      {`"kind":"numeric"`, `"kind":"numerical"`},
		"level on two sides": {
			`"attribute":"meeting",`, `"attribute":"meeting","left":["yes"],"right":["yes"],`,
		},
	} {
		text := strings.Replace(string(good), change[0], change[1], 1)
		if text == string(good) {
			t.Errorf("%s: nothing changed", name)
			continue
		}
		var read tree.Tree
		if err := json.Unmarshal([]byte(text), &read); err == nil {
			t.Errorf("%s: read", name)
		}
		if read.Len() != 0 {
			t.Errorf("%s: the tree changed", name)
		}
	}
}

func TestLimitsRefuseWhatCannotBe(t *testing.T) {
	for _, x := range [][3]float64{{0, 0, .25}, {5, 6, .25}, {5, -1, .25}, {5, 1, 0}, {5, 1, .6}, {math.NaN(), 0, .25}, {5, math.NaN(), .25}} {
		var wrong *hotelcrm.ParamError
		if _, err := tree.ErrorLimit(x[0], x[1], x[2]); !errors.As(err, &wrong) {
			t.Errorf("ErrorLimit%v: got %v", x, err)
		}
		if _, err := tree.PessimisticErrors(x[0], x[1], x[2]); !errors.As(err, &wrong) {
			t.Errorf("PessimisticErrors%v: got %v", x, err)
		}
	}
	if limit, _ := tree.ErrorLimit(3, 3, .25); limit != 1 {
		t.Errorf("got %v where all are wrong, want 1", limit)
	}
}

// Values without any guest learnt from, and results that nobody made, give errors or nothing, never a panic.
func TestZeroValuesAreHarmless(t *testing.T) {
	if _, _, err := tree.Fit(new(tree.Binned), tree.C45()); !errors.Is(err, tree.ErrEmpty) {
		t.Errorf("got %v, want ErrEmpty", err)
	}
	if _, err := new(tree.Binned).Gains(tree.C45()); !errors.Is(err, tree.ErrEmpty) {
		t.Errorf("got %v, want ErrEmpty", err)
	}
	zero := new(tree.Tree)
	if _, err := zero.Predict(nil); err == nil {
		t.Error("a tree without attributes classes a guest")
	}
	_ = zero.String() + zero.DOT()
	_ = zero.Depth()
	if _, err := zero.SQL(); err == nil {
		t.Error("a zero tree has SQL")
	}
	if _, err := zero.Bind(nil); err == nil {
		t.Error("a zero tree is bound")
	}
	if err := zero.PMML(new(strings.Builder)); err == nil {
		t.Error("a zero tree has PMML")
	}
	if zero.Leaves() != 0 || zero.Len() != 0 {
		t.Error("a zero tree has nodes")
	}
}
