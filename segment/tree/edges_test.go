package tree_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/segment/tree"
)

// edgeSheet reads rows such as "p,0 q,1" of the columns a, b, ... and the class, in levels p, q and r.
func edgeSheet(nominals, rows string) sheet {
	levels := []string{"p", "q", "r"}
	s := sheet{kinds: map[string][]string{"class": levels}}
	for _, row := range strings.Fields(rows) {
		s.rows = append(s.rows, strings.Split(row, ","))
	}
	for j := range len(s.rows[0]) - 1 {
		s.heads = append(s.heads, string(rune('a'+j)))
	}
	for _, head := range strings.Fields(nominals) {
		s.kinds[head] = levels
	}
	s.heads = append(s.heads, "class")
	return s
}

func TestTreesAtTheEdgesOfTheRules(t *testing.T) {
	c45 := func(change func(*tree.Settings)) tree.Settings {
		s := tree.C45()
		s.MinLeaf, s.ManyLevels = 1, true
		change(&s)
		return s
	}
	tests := []struct {
		name     string
		nominals string
		rows     string
		settings tree.Settings
		want     string
		missing  []float64 // shares of a guest of whom nothing is known
	}{
		// The branches q and r of b have two guests each.
		{
			"the last of two branches of two guests is raised", "b", "4,r,q 0,q,q 0,q,p 1,p,r 2,r,r", c45(func(s *tree.Settings) { s.Confidence = .5 }),
			"a <= 2: r (4/2)\na > 2: q (1)\n",
			[]float64{.2, .4, .4},
		},
		{
			"a gain just below the mean competes", "a", "r,1,q q,1,r r,2,q q,3,r q,0,q r,3,r p,2,q r,0,q r,2,r", c45(func(s *tree.Settings) { s.MinLeaf, s.Confidence = 2, .5 }),
			"b <= 2: q (7/2)\nb > 2: r (2)\n",
			[]float64{0, 5. / 9, 4. / 9},
		},
		// 4 p and 3 q: H = 0.98523; after 3+2 and 1+1: 5/7·0.97095 + 2/7 = 0.97925.
		{
			"a gain of 0.006 bits is one", "a", "p,p q,p p,p q,q p,q p,q p,p",
			tree.Settings{Criterion: tree.Gain, Pruning: tree.Unpruned, MinLeaf: 2},
			"a = p: p (5/2)\na = q: p (2/1)\na = r: p (0)\n",
			[]float64{4. / 7, 3. / 7, 0},
		},
		{
			"no branch of its own for guests whom the table has not", "a", "q,p q,r q,r p,p",
			tree.Settings{Nominal: tree.Levels, Missing: tree.OwnBranch, Pruning: tree.Unpruned, MinLeaf: 1, MinSplit: 1},
			"a = p: p (1)\na in {q, r}: r (3/1)\n",
			[]float64{1. / 3, 0, 2. / 3},
		},
		{
			"the majority is the branch of the most guests", "a", "p,p q,q q,q q,q", c45(func(s *tree.Settings) { s.Missing, s.Pruning = tree.Majority, tree.Unpruned }),
			"a = p: p (1)\na = q: q (3)\na = r: q (0)\n",
			[]float64{0, 1, 0},
		},
		// Both trees make one error, so without a price for leaves the smaller one stays.
		{
			"of equal errors the smaller tree", "a", "q,q p,q q,r p,q",
			tree.Settings{Criterion: tree.Gain, Pruning: tree.CostComplexity, MinLeaf: 2},
			"q (4/1)\n",
			[]float64{0, .75, .25},
		},
		// The split saves 1 of 3 errors. A leaf more costs 0.4·3 = 1.2, or 0.3·3 = 0.9.
		{
			"a leaf costs more than it saves", "a", "p,p p,p p,p p,p p,q q,p q,q q,q",
			tree.Settings{Criterion: tree.Gain, Pruning: tree.CostComplexity, Complexity: .4, Nominal: tree.Levels, MinLeaf: 1, MinSplit: 1},
			"p (8/3)\n",
			[]float64{5. / 8, 3. / 8, 0},
		},
		{
			"a leaf saves more than it costs", "a", "p,p p,p p,p p,p p,q q,p q,q q,q",
			tree.Settings{Criterion: tree.Gain, Pruning: tree.CostComplexity, Complexity: .3, Nominal: tree.Levels, MinLeaf: 1, MinSplit: 1},
			"a = p: p (5/1)\na = q: q (3/1)\n",
			[]float64{5. / 8, 3. / 8, 0},
		},
		{
			"a branch that saves a part of an error is kept", "a b c", "q,,p,q p,q,,r p,r,,r q,,p,q q,q,q,q q,r,,p p,,q,q q,,r,p q,p,q,q p,q,,r p,p,p,p p,p,q,r q,,q,r", c45(func(*tree.Settings) {}),
			"a = p: r (6/2)\na = q: q (7/3)\na = r: q (0)\n",
			[]float64{3. / 13, 5. / 13, 5. / 13},
		},
		{
			"a leaf nearly as good as the raised branch", "c", "1,0,r,q 0,1,p,q 1,4,r,r 1,2,r,q 2,0,q,p 2,0,q,r 1,3,q,p 2,3,q,q 2,1,r,r", c45(func(s *tree.Settings) { s.Confidence = .1 }),
			"q (9/5)\n",
			[]float64{2. / 9, 4. / 9, 3. / 9},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := edgeSheet(tt.nominals, tt.rows)
			fitted, _, err := tree.Fit(s.bin(t), tt.settings)
			sheetCheck(t, err)
			if fitted.String() != tt.want {
				t.Errorf("got\n%vwant\n%s", fitted, tt.want)
			}
			if o := tt.settings; o.Criterion == tree.GainRatio && o.Pruning == tree.ErrorBased { // C4.5 from its description
				plain := &bookC45{s: s, classes: 3, minLeaf: o.MinLeaf, cf: o.Confidence, prune: true}
				var text strings.Builder
				root := plain.fit()
				if root.sons == nil {
					plain.leaf(&text, root, "")
				}
				if plain.text(&text, root, 0); !likeText(tt.want, text.String()) {
					t.Errorf("want\n%sby the description\n%v", tt.want, text.String())
				}
			}
			nothing := slices.Repeat([]float64{math.NaN()}, len(s.heads)-1)
			shares, err := fitted.Shares(nil, nothing)
			sheetCheck(t, err)
			for c, want := range tt.missing {
				near(t, "share", shares[c], want, 1e-9)
			}
		})
	}
}
