package main

import (
	"encoding/json"
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/publicdata"
)

// Tables that Weka ships, as they lie in a file: levels are those that guests have. J48 has 103 leaves on credit-g and is
// told of two levels that nobody has: five branches without guests, which are not there when the file is all that is known.
func TestPublicTables(t *testing.T) {
	tests := []struct {
		table, class, nominal string
		leaves, right         int
		verdict               verdict // beside always guessing the commonest class
	}{
		{"weather_nominal", "play", "", 5, 14, worse},
		{"weather_numeric", "play", "", 5, 14, hardly},
		{"contact_lenses", "contact-lenses", "", 4, 22, hardly},
		{"iris", "class", "", 5, 147, better},
		{"labor", "class", "", 3, 50, better},
		{"breast_cancer", "Class", "deg-malig", 4, 217, hardly},
		{"credit_g", "class", "", 103 - 5, 855, hardly},
	}
	for _, test := range tests {
		t.Run(test.table, func(t *testing.T) {
			var r result
			file := publicdata.Path(t, "trees/"+test.table+".csv")
			if err := json.Unmarshal([]byte(done(t, "-guests", file, "-class", test.class, "-nominal", test.nominal, "-simple", "-json")), &r); err != nil {
				t.Fatal(err)
			}
			right := 0.0
			for i, row := range r.Confusion.Weights {
				right += row[i]
			}
			if r.Report.Leaves != test.leaves || right != float64(test.right) || r.Validation == nil {
				t.Errorf("%d leaves and %v right, want %d and %d", r.Report.Leaves, right, test.leaves, test.right)
			}
			if r.Judgement.Verdict != test.verdict {
				t.Errorf("%v of new guests, %v by guessing: %s, want %s", r.Validation.Accuracy, r.Judgement.Guessing, r.Judgement.Verdict, test.verdict)
			}
		})
	}
}
