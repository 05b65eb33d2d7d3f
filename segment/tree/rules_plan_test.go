package tree_test

import (
	"fmt"
	"testing"

	"github.com/hotelcrm/hotelcrm/segment"
	"github.com/hotelcrm/hotelcrm/segment/tree"
	"pgregory.net/rapid"
)

// A plan of classes made of rules, exact or simple, gives every guest the class that the rules give.
func TestPlansAgreeWithTheirRules(t *testing.T) {
	schema := mixedSchema(t)
	rapid.Check(t, func(t *rapid.T) {
		b, err := tree.Bin(drawTable(t, schema, rapid.IntRange(5, 60).Draw(t, "n"), false), "class", tree.BinSettings{})
		if err != nil {
			t.Fatal(err)
		}
		fitted, _, err := tree.Fit(b, drawSettings(t))
		if err != nil {
			t.Fatal(err)
		}
		learn := fitted.Rules
		if rapid.Bool().Draw(t, "simple") {
			learn = func(b *tree.Binned) (*tree.Rules, error) { return fitted.SimpleRules(b, 0.25) }
		}
		rules, err := learn(b)
		if err != nil {
			t.Fatal(err)
		}
		classifier, err := segment.NewClassifier(schema, rules.Plan("learnt", 1))
		if err != nil {
			t.Fatal(err)
		}
		table := drawTable(t, schema, 30, true)
		assigned, err := classifier.Assign(table)
		if err != nil {
			t.Fatal(err)
		}
		on, err := rules.On(table)
		if err != nil {
			t.Fatal(err)
		}
		for row := range table.Len() {
			want := rules.ClassOf(on.Rule(row))
			if of := assigned.Of(row); len(of) != 1 || assigned.Classes()[of[0]].ID != want {
				t.Fatalf("row %d: the plan gives %v, the rules %s\n%s", row, of, want, rules)
			}
		}
	})
}

func ExampleRules_Plan_learntClassesRunAsWrittenOnes() {
	rules, err := fitSmallHotel().Routed().SimpleRules(binSmallHotel(), 0)
	if err != nil {
		fmt.Println(err)
		return
	}
	table := smallHotel()
	classifier, err := segment.NewClassifier(table.Schema(), rules.Plan("behaviour", 1))
	if err != nil {
		fmt.Println(err)
		return
	}
	assigned, err := classifier.Assign(table)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, size := range assigned.Sizes()[:3] {
		fmt.Println(size.Class, size.Guests)
	}
	// Output:
	// G3 4
	// G6 4
	// G2 4
}
