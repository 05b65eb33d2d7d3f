package tree_test

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/hotelcrm/hotelcrm/segment/tree"
)

// mostSettings are settings that take every way through the code.
func mostSettings() map[string]tree.Settings {
	return map[string]tree.Settings{
		"C4.5":            tree.C45(),
		"ID3":             {Criterion: tree.Gain, Missing: tree.Majority, Pruning: tree.Unpruned, MinLeaf: 20},
		"CART":            tree.CART(),
		"own branch":      {Criterion: tree.Gini, Nominal: tree.OneLevel, Missing: tree.OwnBranch, MinLeaf: 20},
		"priors":          {Priors: []float64{.1, .2, .3, .4}, MinLeaf: 20},
		"levels, missing": {Criterion: tree.Gain, Nominal: tree.Levels, MinLeaf: 20},
		"costs":           {Costs: [][]float64{{0, 1, 2, 3}, {1, 0, 1, 1}, {5, 1, 0, 1}, {1, 1, 1, 0}}, MinLeaf: 20},
	}
}

// holed returns generated guests with some values missing.
func holed(n int) []testColumn {
	columns := generated(n)
	for j := range 20 {
		for i := j; i < n; i += 11 + 3*j {
			if columns[j].Codes != nil {
				columns[j].Codes[i] = 0
			} else {
				columns[j].Numbers[i] = nan
			}
		}
	}
	return columns
}

func treeJSON(t *testing.T, columns []testColumn, s tree.Settings, workers int) []byte {
	t.Helper()
	b, err := tree.Bin(tableOf(t, columns), "class", tree.BinSettings{Bins: 255, Workers: workers})
	if err != nil {
		t.Fatal(err)
	}
	s.Workers = workers
	fitted, _, err := tree.Fit(b, s)
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(fitted)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestWorkersNeverChangeTheTree(t *testing.T) {
	columns := holed(6_000)
	for name, s := range mostSettings() {
		want := treeJSON(t, columns, s, 1)
		for _, workers := range []int{2, 7} {
			if got := treeJSON(t, columns, s, workers); !bytes.Equal(got, want) {
				t.Errorf("%s: %d workers give another tree", name, workers)
			}
		}
	}
}

// Sums of weights are sums of integers, so the order of the guests does not matter, to the last digit.
func TestOrderOfGuestsNeverChangesTheTree(t *testing.T) {
	columns := holed(3_000)
	shuffled := make([]testColumn, len(columns))
	order := rand.New(rand.NewPCG(1, 2)).Perm(3_000)
	for j, c := range columns {
		shuffled[j].Attribute = c.Attribute
		for _, i := range order {
			if c.Codes != nil {
				shuffled[j].Codes = append(shuffled[j].Codes, c.Codes[i])
			} else {
				shuffled[j].Numbers = append(shuffled[j].Numbers, c.Numbers[i])
			}
		}
	}
	for name, s := range mostSettings() {
		if !bytes.Equal(treeJSON(t, columns, s, 1), treeJSON(t, shuffled, s, 1)) {
			t.Errorf("%s: another order of the guests gives another tree", name)
		}
	}
}

// Where no two attributes tie, their order does not matter either.
func TestOrderOfColumnsChangesTiesOnly(t *testing.T) {
	columns := holed(6_000)
	turned := append(slices.Clone(columns[:20]), columns[20])
	slices.Reverse(turned[:20])
	for name, s := range mostSettings() {
		s.MinLeaf = 100
		one, other := fitLast(t, columns, s), fitLast(t, turned, s)
		if one.String() != other.String() {
			t.Errorf("%s: got\n%swant\n%s", name, other, one)
		}
	}
}
