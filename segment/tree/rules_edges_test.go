package tree_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/segment/tree"
)

func TestSimpleRulesAtTheirEdges(t *testing.T) {
	grown := func(least, confidence float64) tree.Settings {
		return tree.Settings{Pruning: tree.Unpruned, ManyLevels: true, MinLeaf: least, Confidence: confidence}
	}
	tests := []struct {
		name     string
		nominals string
		rows     string
		settings tree.Settings
		want     string
		errors   float64
	}{
		{
			"each step drops the test without which the rule is best", "",
			",0,q 1,1,r 0,1,q 2,2,r 2,3,q 0,3,p 0,0,r 1,0,r ,1,q ,,p 0,0,p 0,0,p", grown(2, .25),
			"1. a in (0, 1]: r (2/0, confidence 0.750, lift 3.00)\n2. a <= 0: p (5/2, confidence 0.571, lift 1.80)\n" +
				"3. a is missing: q (3/1, confidence 0.600, lift 2.00)\n4. b > 0: q (2/1, confidence 0.500, lift 1.50)\nelse p\n", 4,
		},
		{"a rule that says what the default says is none", "", "3,q 1,p 0,p 3,q 0,q", grown(2, .5), "else q\n", 2},
		{"no rule at all", "a", "p,p p,p p,q q,p", grown(3, .1), "else p\n", 1},
		{"rules that nobody needs", "a", "q,r q,q p,r p,p", grown(1, .5), "else r\n", 2},
		{"guests without a value", "", "3,p ,r 3,q ,r", grown(2, .5), "else r\n", 2},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := edgeSheet(tt.nominals, tt.rows)
			b := s.bin(t)
			fitted, _, err := tree.Fit(b, tt.settings)
			sheetCheck(t, err)
			rules, err := fitted.SimpleRules(b, tt.settings.Confidence)
			sheetCheck(t, err)
			if rules.String() != tt.want || rules.Errors != tt.errors {
				t.Errorf("%v errors\n%v", rules.Errors, rules)
			}
			bound, err := rules.On(s.table(t))
			sheetCheck(t, err)
			wrong := 0.0
			for row, rule := range bound.Rules() {
				if rule != bound.Rule(row) {
					t.Errorf("row %d: rule %d or %d", row, rule, bound.Rule(row))
				}
				if class := s.rows[row]; rules.ClassOf(rule) != class[len(class)-1] {
					wrong++
				}
			}
			if wrong != tt.errors {
				t.Errorf("%v guests are classed wrongly, %v were told", wrong, tt.errors)
			}
			if rules.ClassOf(99) != rules.Default {
				t.Error("a rule that is none gives another class than the default")
			}
			rules.Version++
			if _, err := rules.On(s.table(t)); err == nil {
				t.Error("rules of another version are taken")
			}
		})
	}
}

// L. Breiman et al. (1984), section 3.4: each step is judged at the geometric mean of its complexity and the next.
func TestCostTablesByHand(t *testing.T) {
	tests := []struct {
		name     string
		nominals string
		rows     string
		folds    []int
		risks    []float64
		least    int
		oneSE    int
	}{
		{"of equal risks the smallest tree", "", "4,p 2,r 3,q 4,r", []int{0, 0, 1, 2}, []float64{1, 1}, 1, 1},
		// The least risk is 3 of 4 errors; its error √(3·(1-3/5))/4 = 0.274 reaches up to 1.
		{"within the error of the least", "b", "2,r,r 0,,p 0,r,r 2,p,p 0,,r", []int{3, 1, 0, 0, 2}, []float64{.75, 1}, 0, 1},
		{"between two steps", "", "0,q 5,r 2,p 2,p 1,q", []int{3, 0, 1, 0, 2}, []float64{.2, .2, 1}, 1, 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			settings := tree.Settings{MinLeaf: 1, ManyLevels: true, NoRaising: true}
			if tt.risks[0] < .5 {
				settings.Threshold, settings.Missing = tree.Midpoint, tree.OwnBranch
			}
			table, err := tree.ChooseComplexity(edgeSheet(tt.nominals, tt.rows).bin(t), settings, tt.folds)
			sheetCheck(t, err)
			if table.Least != tt.least || table.OneSE != tt.oneSE || len(table.Steps) != len(tt.risks) {
				t.Fatalf("got %+v", table)
			}
			for k, want := range tt.risks {
				near(t, fmt.Sprint("risk of step ", k), table.Steps[k].CVRisk, want, 1e-12)
			}
		})
	}
}

// More than ten levels in use on three guests in ten or more are an id; levels that nobody has do not count.
func TestLevelsInUseMakeAnID(t *testing.T) {
	for _, tt := range []struct {
		guests, used int
		competes     bool
	}{{40, 12, false}, {41, 12, true}, {20, 10, true}, {22, 11, false}} {
		s := sheet{heads: []string{"id", "class"}, kinds: map[string][]string{"class": {"p", "q"}}}
		for k := range 12 {
			s.kinds["id"] = append(s.kinds["id"], "i"+string(rune('A'+k)))
		}
		for i := range tt.guests {
			level := i % tt.used
			s.rows = append(s.rows, []string{s.kinds["id"][level], s.kinds["class"][level%2]})
		}
		fitted, _, err := tree.Fit(s.bin(t), tree.C45())
		sheetCheck(t, err)
		if got := strings.Contains(fitted.String(), "id = "); got != tt.competes {
			t.Errorf("%d levels of %d guests: competes %v", tt.used, tt.guests, got)
		}
	}
}
