package tree_test

import (
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/segment/tree"
)

// Leaves of three guests of class p, two of q and two of r, by hand.
func TestALeafTakesTheClassOfLeastCost(t *testing.T) {
	s := edgeSheet("a", "p,p p,p p,p p,q p,q p,r p,r")
	tests := []struct {
		name   string
		costs  [][]float64
		priors []float64
		class  int
		shares []float64
	}{
		{"most guests", nil, nil, 0, []float64{3. / 7, 2. / 7, 2. / 7}},
		// p costs 2·1 + 2·2 = 6, q 3·1 + 2·1 = 5, r 3·9 + 2·1 = 29.
		{"the middle is the least", [][]float64{{0, 1, 9}, {1, 0, 1}, {2, 1, 0}}, nil, 1, []float64{3. / 7, 2. / 7, 2. / 7}},
		// p costs 6, q 3·4 + 2·1 = 14, r 29; read the wrong way round q would be the least.
		{"costs have a direction", [][]float64{{0, 4, 9}, {1, 0, 1}, {2, 1, 0}}, nil, 0, []float64{3. / 7, 2. / 7, 2. / 7}},
		// q and r cost 5 each, p 8.
		{"of equal costs the first class", [][]float64{{0, 1, 1}, {2, 0, 1}, {2, 1, 0}}, nil, 1, []float64{3. / 7, 2. / 7, 2. / 7}},
		{"priors take the place of the shares", nil, []float64{1, 1, 6}, 2, []float64{1. / 8, 1. / 8, 6. / 8}},
		// At equal shares p costs 1+2 = 3 thirds, q 1+1 = 2, r 9+1 = 10.
		{"costs at priors", [][]float64{{0, 1, 9}, {1, 0, 1}, {2, 1, 0}}, []float64{5, 5, 5}, 1, []float64{1. / 3, 1. / 3, 1. / 3}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			fitted, _, err := tree.Fit(s.bin(t), tree.Settings{Costs: tt.costs, Priors: tt.priors})
			sheetCheck(t, err)
			class, err := fitted.Predict([]float64{0})
			sheetCheck(t, err)
			if class != tt.class || fitted.Leaves() != 1 {
				t.Errorf("class %d of\n%v", class, fitted)
			}
			shares, err := fitted.Shares(nil, []float64{0})
			sheetCheck(t, err)
			for c, want := range tt.shares {
				near(t, "share", shares[c], want, 1e-6)
			}
		})
	}
}

// Costs and priors part the weight of all guests anew, and it stays what it was: the least weight of a branch means as many
// guests as before. With q four times as dear, a branch of one q of three guests weighs 4/6·3 = 2.
func TestTheWeightOfAllGuestsStays(t *testing.T) {
	s := edgeSheet("a", "p,p p,p q,q")
	for least, leaves := range map[float64]int{0.9: 2, 1.1: 1} {
		settings := tree.Settings{Costs: [][]float64{{0, 1, 1}, {4, 0, 4}, {1, 1, 0}}, Criterion: tree.Gain, Nominal: tree.Levels, Pruning: tree.Unpruned, MinLeaf: least, MinSplit: least}
		fitted, _, err := tree.Fit(s.bin(t), settings)
		sheetCheck(t, err)
		if fitted.Leaves() != leaves {
			t.Errorf("at least %v:\n%v", least, fitted)
		}
	}
}

// To take n guests of q for p costs n·y, to take m of p for q costs m·x, which is as much. Their weights are rounded, so the
// sums differ in their last digits.
func TestEqualCostsThatAreRounded(t *testing.T) {
	for n := 1; n <= 6; n++ {
		for m := 1; m <= 6; m++ {
			for _, unit := range []float64{1, 1000, 100_000} {
				s := edgeSheet("a", strings.Repeat("p,p ", m)+strings.Repeat("p,q ", n)+"p,r")
				x, y := unit*float64(n), unit*float64(m)
				fitted, _, err := tree.Fit(s.bin(t), tree.Settings{Costs: [][]float64{{0, x, 1e6}, {y, 0, 1e6}, {1, 1, 0}}})
				sheetCheck(t, err)
				if !strings.HasPrefix(fitted.String(), "p (") {
					t.Errorf("%d of q at %v, %d of p at %v: %v", n, y, m, x, fitted)
				}
			}
		}
	}
}
