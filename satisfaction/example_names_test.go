package satisfaction_test

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm/satisfaction"
)

func ExampleParseMissingRule_settingsFile() {
	rule, err := satisfaction.ParseMissingRule("flat")
	fmt.Println(rule == satisfaction.Flat, err)
	// Output: true <nil>
}

func ExampleParseCell_filterOfAList() {
	cell, err := satisfaction.ParseCell("fix")
	fmt.Println(satisfaction.ThesisLabels().Of(cell).Action, err)
	// Output: improve or repair, else guests leave <nil>
}

func ExampleParseCutPolicy_settingsFile() {
	policy, err := satisfaction.ParseCutPolicy("median")
	fmt.Println(policy == satisfaction.MedianCuts, err)
	// Output: true <nil>
}

func ExampleParseKano_columnOfASurvey() {
	class, err := satisfaction.ParseKano("must-be")
	fmt.Println(class == satisfaction.MustBe, err)
	// Output: true <nil>
}

func ExampleParseFeeling_columnOfASurvey() {
	feeling, err := satisfaction.ParseFeeling("like")
	fmt.Println(feeling == satisfaction.Like, err)
	// Output: true <nil>
}

func ExampleParseConvention_oldReport() {
	convention, err := satisfaction.ParseConvention("score-of-means")
	fmt.Println(convention == satisfaction.ScoreOfMeans, err)
	// Output: true <nil>
}

func ExampleParseWeighting_oldReport() {
	weighting, err := satisfaction.ParseWeighting("cells")
	fmt.Println(weighting == satisfaction.CellWeights, err)
	// Output: true <nil>
}

func ExampleParseAdjustment_settingsFile() {
	adjustment, err := satisfaction.ParseAdjustment("raking")
	fmt.Println(adjustment == satisfaction.Raked, err)
	// Output: true <nil>
}

func ExampleParseIntervalMethod_settingsFile() {
	method, err := satisfaction.ParseIntervalMethod("wilson")
	fmt.Println(method == satisfaction.WilsonScore, err)
	// Output: true <nil>
}

func ExampleParseVerdict_misspelt() {
	_, err := satisfaction.ParseVerdict("same")
	fmt.Println(err)
	// Output: hotelcrm: verdict: "same" is not allowed; want one of better, worse, no-change-shown, too-few, not-comparable
}

func ExampleParseChangeKind_logOfTheTree() {
	kind, err := satisfaction.ParseChangeKind("moved")
	fmt.Println(kind == satisfaction.Moved, err)
	// Output: true <nil>
}

func ExampleParseChartKind_settingsFile() {
	kind, err := satisfaction.ParseChartKind("ewma")
	fmt.Println(kind == satisfaction.AveragingChart, err)
	// Output: true <nil>
}

func ExampleParseRemade_oldReport() {
	reason, err := satisfaction.ParseRemade("other-weights")
	fmt.Println(reason == satisfaction.OtherWeights, err)
	// Output: true <nil>
}
