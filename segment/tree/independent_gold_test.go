package tree_test

import (
	"math"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/segment/tree"
)

const tennisText = `outlook,temperature,humidity,windy,play
sunny,hot,high,F,no
sunny,hot,high,T,no
overcast,hot,high,F,yes
rainy,mild,high,F,yes
rainy,cool,normal,F,yes
rainy,cool,normal,T,no
overcast,cool,normal,T,yes
sunny,mild,high,F,no
sunny,cool,normal,F,yes
rainy,mild,normal,F,yes
sunny,mild,normal,T,yes
overcast,mild,high,T,yes
overcast,hot,normal,F,yes
rainy,mild,high,T,no
`

func tennis() sheet {
	return sheetOf(tennisText, map[string][]string{
		"outlook": {"sunny", "overcast", "rainy"}, "temperature": {"hot", "mild", "cool"}, "humidity": {"high", "normal"},
		"windy": {"T", "F"}, "play": {"yes", "no"},
	})
}

func hotelSheet() sheet { return sheetOf(strings.TrimSpace(hotel30), hotelLevels) }

func sheetNear(t *testing.T, what string, got, want float64) {
	t.Helper()
	if !(math.Abs(got-want) <= 1e-6) {
		t.Errorf("%s: got %.7f, want %.7f", what, got, want)
	}
}

// A row number has the highest gain and the highest gain ratio of all, and is not asked for.
func TestIndependentRowNumberTrap(t *testing.T) {
	s := tennis()
	s.heads = append([]string{"row"}, s.heads...)
	for i := range s.rows {
		id := "r" + string(rune('a'+i))
		s.kinds["row"] = append(s.kinds["row"], id)
		s.rows[i] = append([]string{id}, s.rows[i]...)
	}
	fitted, report, err := tree.Fit(s.bin(t), tree.Settings{MinLeaf: 1})
	sheetCheck(t, err)
	if strings.Contains(fitted.String(), "row") || fitted.Leaves() != 5 {
		t.Errorf("the row number was asked for:\n%v", fitted)
	}
	if len(report.Warnings) == 0 {
		t.Error("no warning of the row number")
	}
}

func TestIndependentMissingOutlook(t *testing.T) {
	s := tennis()
	s.rows[11][0] = ""
	settings := tree.Settings{Criterion: tree.Gain, Pruning: tree.Unpruned, MinLeaf: 1, MaxDepth: 1}
	fitted, _, err := tree.Fit(s.bin(t), settings)
	sheetCheck(t, err)
	want := "outlook = sunny: no (5.38/2.38)\noutlook = overcast: yes (3.23)\noutlook = rainy: yes (5.38/2)\n"
	if fitted.String() != want {
		t.Errorf("got\n%vwant\n%v", fitted, want)
	}
	values := []float64{math.NaN(), 1, 0, 0}
	shares, err := fitted.Shares(nil, values)
	sheetCheck(t, err)
	yes := 5./13*(2+5./13)/(5+5./13) + 3./13 + 5./13*(3+5./13)/(5+5./13)
	sheetNear(t, "share of yes", shares[0], yes)
}

// A level that no guest of a branch has gets the class of most guests there.
func TestIndependentEmptyBranch(t *testing.T) {
	fitted, _, err := tree.Fit(hotelSheet().bin(t), tree.ID3())
	sheetCheck(t, err)
	path, err := fitted.Path([]float64{0, 0, 1, 2, 0, 0, 1, 0}) // leisure, seldom in the restaurant, of an income that no such guest has
	sheetCheck(t, err)
	if last := path.Steps[len(path.Steps)-1]; path.Class != "G8" || last.Guests != 0 || fitted.String()[:6] != "motive" {
		t.Errorf("got %+v of\n%v", path, fitted)
	}
}
