package tree_test

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm/segment/tree"
)

func ExampleTree_Confuse_howWellItFits() {
	b := binSmallHotel()
	t, _, err := tree.Fit(b, tree.C45())
	if err != nil {
		fmt.Println(err)
		return
	}
	c, err := t.Confuse(b, 1)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(c.Guests(), "guests", c.Accuracy(), c.Kappa(), c.Recall(0), c.Precision(0))
	// Output: 30 guests 1 1 1 1
}

func ExampleCrossValidate_onGuestsNotSeen() {
	b := binSmallHotel()
	folds, err := b.Folds(3, 1)
	if err != nil {
		fmt.Println(err)
		return
	}
	v, err := tree.CrossValidate(b, tree.C45(), folds)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("accuracy %.2f, standard error %.2f\n", v.Accuracy, v.StdError)
	// Output: accuracy 0.67, standard error 0.09
}

func ExampleCrossValidation_Calibrate_canTheSharesBeTrusted() {
	b := binSmallHotel()
	folds, _ := b.Folds(3, 1)
	v, err := tree.CrossValidate(b, tree.C45(), folds)
	if err != nil {
		fmt.Println(err)
		return
	}
	list, err := v.Calibrate(b, 2)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%s Brier %.3f\n", list[0].Class, list[0].Brier)
	for _, bin := range list[0].Bins {
		fmt.Printf("expected %.2f of %v guests, were %.2f\n", bin.Expected, bin.Guests, bin.Actual)
	}
	// Output:
	// G1 Brier 0.085
	// expected 0.03 of 24 guests, were 0.08
	// expected 0.67 of 6 guests, were 0.33
}

func ExampleChooseComplexity_byOneStandardError() {
	b, err := tree.Bin(smallHotel(), "meeting", tree.BinSettings{})
	if err != nil {
		fmt.Println(err)
		return
	}
	s := tree.CART()
	s.MinLeaf, s.MinSplit = 2, 4
	folds, _ := b.Folds(5, 1)
	table, err := tree.ChooseComplexity(b, s, folds)
	if err != nil {
		fmt.Println(err)
		return
	}
	chosen := table.Steps[table.OneSE]
	fmt.Printf("%d leaves at complexity %.3f\n", chosen.Leaves, chosen.Complexity)
	// Output: 2 leaves at complexity 0.000
}

func ExampleCostPath_fromAllLeavesToOne() {
	s := tree.CART()
	s.MinLeaf, s.MinSplit = 2, 4
	path, err := tree.CostPath(binSmallHotel(), s, false)
	for _, step := range path {
		fmt.Printf("%d leaves at %.3f, risk %.3f\n", step.Leaves, step.Complexity, step.Risk)
	}
	fmt.Println(err)
	// Output:
	// 8 leaves at 0.000, risk 0.000
	// 6 leaves at 0.115, risk 0.231
	// 1 leaves at 0.154, risk 1.000
	// <nil>
}

func ExampleTree_Importance_whatTellsTheGroups() {
	for _, i := range fitSmallHotel().Importance() {
		fmt.Printf("%s %.2f\n", i.Attribute, i.Gain)
	}
	// Output:
	// satisfaction 0.31
	// entertain_spend 0.29
	// meeting 0.26
	// income 0.14
}

func ExampleTree_Permute_whatNothingElseReplaces() {
	b := binSmallHotel()
	list, err := fitSmallHotel().Permute(b, 50, 1, 2)
	for _, i := range list {
		fmt.Printf("%s %.2f\n", i.Attribute, i.Loss)
	}
	fmt.Println(err)
	// Output:
	// satisfaction 0.43
	// entertain_spend 0.38
	// meeting 0.35
	// income 0.17
	// <nil>
}

func ExamplePessimisticErrors_threeGuestsAllAlike() {
	errors, err := tree.PessimisticErrors(3, 0, 0.25)
	fmt.Printf("%.2f of 3 new guests will differ %v\n", errors, err)
	// Output: 1.11 of 3 new guests will differ <nil>
}

func ExampleErrorLimit_aLeafOfSix() {
	limit, err := tree.ErrorLimit(6, 0, 0.25)
	fmt.Printf("%.3f %v\n", limit, err)
	// Output: 0.206 <nil>
}

func ExampleNewConfusion_addedOverTheYear() {
	year := tree.NewConfusion([]string{"returned", "lost"})
	for _, quarter := range [][][]float64{{{40, 5}, {10, 20}}, {{35, 4}, {6, 30}}} {
		err := year.Add(&tree.Confusion{Classes: year.Classes, Weights: quarter})
		if err != nil {
			fmt.Println(err)
			return
		}
	}
	fmt.Printf("%v guests, %.3f right, %.3f of the lost found\n", year.Guests(), year.Accuracy(), year.Recall(1))
	// Output: 150 guests, 0.833 right, 0.758 of the lost found
}

func ExampleC45_fewerAndLargerLeaves() {
	s := tree.C45()
	s.MinLeaf, s.Confidence = 5, 0.1
	t, report, err := tree.Fit(binSmallHotel(), s)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(t.Leaves(), "leaves", report.Errors, "errors")
	// Output: 4 leaves 14 errors
}

func ExampleParseCriterion_fromASettingsFile() {
	fmt.Println(tree.ParseCriterion("gini"))
	// Output: gini <nil>
}

func ExampleParseNominal_fromASettingsFile() {
	fmt.Println(tree.ParseNominal("levels"))
	// Output: levels <nil>
}

func ExampleParseThreshold_fromASettingsFile() {
	fmt.Println(tree.ParseThreshold("midpoint"))
	// Output: midpoint <nil>
}

func ExampleParseMissing_fromASettingsFile() {
	fmt.Println(tree.ParseMissing("own branch"))
	// Output: unset hotelcrm: missing: "own branch" is not allowed; want one of fractional, majority, own-branch
}

func ExampleParsePruning_fromASettingsFile() {
	fmt.Println(tree.ParsePruning("cost-complexity"))
	// Output: cost-complexity <nil>
}
