package tree_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/segment/tree"
)

func TestClearClassesAreStable(t *testing.T) {
	text, noise := "a,b,class\n", "a,b,class\n"
	random := rand.New(rand.NewPCG(1, 1))
	for i := range 200 {
		class := i / 100
		text += fmt.Sprintf("%d,%d,c%d\n", i, i*7919%200, class)
		noise += fmt.Sprintf("%d,%d,c%d\n", i*31%200, i*7919%200, random.IntN(2))
	}
	kinds := map[string][]string{"class": {"c0", "c1"}}
	settings := tree.C45()
	settings.Workers = 3
	clear, err := tree.Bootstrap(sheetOf(text, kinds).bin(t), settings, 20, 1)
	sheetCheck(t, err)
	if a := clear.Attributes; clear.Agreement < .99 || clear.Leaves != 2 || a[0].First != 1 || a[0].Ever != 1 || a[1].Ever != 0 {
		t.Errorf("got %+v", clear)
	}
	settings.Pruning = tree.Unpruned
	unclear, err := tree.Bootstrap(sheetOf(noise, kinds).bin(t), settings, 20, 1)
	sheetCheck(t, err)
	if unclear.Agreement > .9 || unclear.Least > unclear.Agreement {
		t.Errorf("got %+v", unclear)
	}
	settings.Workers = 1
	again, err := tree.Bootstrap(sheetOf(noise, kinds).bin(t), settings, 20, 1)
	sheetCheck(t, err)
	if fmt.Sprint(again) != fmt.Sprint(unclear) {
		t.Errorf("one worker %+v, three %+v", again, unclear)
	}
}

func TestBootstrapRefuses(t *testing.T) {
	b := tennis().bin(t)
	for _, rounds := range []int{0, -1, 1001} {
		if _, err := tree.Bootstrap(b, tree.C45(), rounds, 1); !isParam(err, "rounds") {
			t.Errorf("%d: got %v", rounds, err)
		}
	}
	if _, err := tree.Bootstrap(b, tree.Settings{MinLeaf: -1}, 1, 1); !isParam(err, "Settings.MinLeaf") {
		t.Errorf("got %v", err)
	}
	if _, err := tree.Bootstrap(&tree.Binned{}, tree.C45(), 1, 1); err == nil {
		t.Error("an empty table is not refused")
	}
}

func isParam(err error, name string) bool {
	p, ok := err.(*hotelcrm.ParamError)
	return ok && p.Param == name
}

// A fold is classed by what the other folds alone give, thresholds included.
func TestFoldsSeeNothingOfTheOthers(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := drawSheet(rt, true)
		b := s.bin(t)
		folds, err := b.Folds(rapid.IntRange(2, 4).Draw(rt, "folds"), 7)
		sheetCheck(t, err)
		for _, preset := range []tree.Settings{tree.C45(), tree.CART(), tree.ID3()} {
			v, err := tree.CrossValidate(b, preset, folds)
			sheetCheck(t, err)
			right := 0
			for f := range v.Folds {
				right += rightInFold(t, s, folds, f, preset)
			}
			if got := v.Accuracy * float64(len(s.rows)); math.Abs(got-float64(right)) > 1e-6 {
				rt.Fatalf("%v: %v right, %d by trees of the other folds; %v %v", preset.Criterion, got, right, folds, s.rows)
			}
		}
	})
}

// Before the rules by which guests are served are changed: would other guests of the same kind give the same rules?
func ExampleBootstrap_canTheRulesBeReliedOn() {
	found, err := tree.Bootstrap(binSmallHotel(), tree.C45(), 100, 1)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("the same group for %.0f %% of the guests\n", 100*found.Agreement)
	for _, a := range found.Attributes {
		if a.First > 0.1 {
			fmt.Printf("%s is asked first by %.0f %% of the trees\n", a.Attribute, 100*a.First)
		}
	}
	// Output:
	// the same group for 77 % of the guests
	// motive is asked first by 16 % of the trees
	// restaurant is asked first by 13 % of the trees
	// meeting is asked first by 18 % of the trees
	// satisfaction is asked first by 44 % of the trees
}
