package tree_test

import (
	"encoding/json"
	"math"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/segment/tree"
)

// weighed bins a table whose column w is the weight.
func weighed(t *testing.T, s sheet) *tree.Binned {
	t.Helper()
	b, err := tree.Bin(s.table(t), "class", tree.BinSettings{Weight: "w"})
	sheetCheck(t, err)
	return b
}

// Three guests of a third each weigh as much as one, although a third is not exact: on a tie the first branch is the
// heavy one.
func TestBranchesOfEqualWeightTie(t *testing.T) {
	third := "0.3333333333"
	text := "a,w,class\n" + strings.Repeat("1,"+third+",yes\n", 3) + "2,1,no\n"
	s := sheetOf(text, map[string][]string{"class": {"yes", "no"}})
	for _, missing := range []tree.Missing{tree.Majority, tree.Fractional} {
		settings := tree.Settings{Criterion: tree.Gain, Pruning: tree.Unpruned, MinLeaf: .1, Missing: missing}
		fitted, _, err := tree.Fit(weighed(t, s), settings)
		sheetCheck(t, err)
		text, err := json.Marshal(fitted)
		sheetCheck(t, err)
		var read tree.Tree
		sheetCheck(t, json.Unmarshal(text, &read))
		for name, routed := range map[string]*tree.Tree{"grown": fitted.Routed(), "read": read.Routed()} {
			if class, err := routed.Predict([]float64{math.NaN()}); err != nil || class != 0 {
				t.Errorf("%v, %s: class %d, %v", missing, name, class, err)
			}
		}
		if class, err := fitted.Predict([]float64{math.NaN()}); err != nil || class != 0 {
			t.Errorf("%v: of equal shares class %d, %v", missing, class, err)
		}
	}
}

// An attribute with very many levels does not count in the mean gain: else it would shut out all others.
func TestManyLevelsDoNotCountInTheMean(t *testing.T) {
	s := sheet{heads: []string{"id", "a", "class"}, kinds: map[string][]string{"class": {"x", "y"}, "a": {"p", "q"}}}
	for i := range 40 {
		id := "i" + string(rune('A'+i/2)) // twenty of two guests, each of one class
		if i%2 == 0 {
			s.kinds["id"] = append(s.kinds["id"], id)
		}
		a, class := s.kinds["a"][i/20], s.kinds["class"][i/20]
		if i%20 < 2 {
			class = s.kinds["class"][1-i/20]
		}
		s.rows = append(s.rows, []string{id, a, class})
	}
	settings := tree.C45()
	settings.ManyLevels = true
	fitted, _, err := tree.Fit(s.bin(t), settings)
	sheetCheck(t, err)
	if want := "a = p: x (20/2)\na = q: y (20/2)\n"; fitted.String() != want {
		t.Errorf("got\n%v", fitted)
	}
}

// Of two branches that are worth the same, the first is cut.
func TestLinksOfEqualWorthAreCutFromTheLeft(t *testing.T) {
	text := "a,b,class\n" + strings.Repeat("p,1,w\n", 3) + strings.Repeat("p,2,x\n", 2) + strings.Repeat("q,1,y\n", 3) + strings.Repeat("q,2,z\n", 2)
	s := sheetOf(text, map[string][]string{"a": {"p", "q"}, "class": {"w", "x", "y", "z"}})
	settings := tree.Settings{Criterion: tree.Gini, Pruning: tree.Unpruned, MinLeaf: 1, MaxLeaves: 3}
	fitted, _, err := tree.Fit(s.bin(t), settings)
	sheetCheck(t, err)
	if want := "a = p: w (5/2)\na = q\n|   b <= 1: y (3)\n|   b > 1: z (2)\n"; fitted.String() != want {
		t.Errorf("got\n%v", fitted)
	}
}

// Two halves of 2n + 1 guests, of which one has n + 1 of a class and the other n: the Gini index falls by 1/(2·(2n+1)²), by
// 1.4e-6 for n = 300 and 0.8e-6 for n = 400. A gain of up to a millionth is none.
func TestTheLeastGain(t *testing.T) {
	for n, leaves := range map[int]int{300: 2, 400: 1} {
		text := "a,class\n1,x\n2,y\n" + strings.Repeat("1,x\n1,y\n2,x\n2,y\n", n)
		s := sheetOf(text, map[string][]string{"class": {"x", "y"}})
		fitted, _, err := tree.Fit(s.bin(t), tree.Settings{Criterion: tree.Gini, Pruning: tree.Unpruned, MinLeaf: 1})
		sheetCheck(t, err)
		if fitted.Leaves() != leaves {
			t.Errorf("n = %d: %d leaves, want %d", n, fitted.Leaves(), leaves)
		}
	}
}
