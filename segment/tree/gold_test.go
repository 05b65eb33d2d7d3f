package tree_test

import (
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/segment/tree"
)

// The trees that Weka's J48 (C4.5, release 8) gives by default on public tables: attribute, threshold and guests of every
// leaf. labor and breast-cancer have missing values, so their leaves hold fractions of guests.
func TestC45GivesTheTreesOfJ48(t *testing.T) {
	tests := []struct{ table, want string }{
		{"weather_nominal", `
outlook = sunny
|   humidity = high: no (3)
|   humidity = normal: yes (2)
outlook = overcast: yes (4)
outlook = rainy
|   windy = TRUE: no (2)
|   windy = FALSE: yes (3)
`},
		{"weather_numeric", `
outlook = sunny
|   humidity <= 75: yes (2)
|   humidity > 75: no (3)
outlook = overcast: yes (4)
outlook = rainy
|   windy = TRUE: no (2)
|   windy = FALSE: yes (3)
`},
		{"iris", `
petalwidth <= 0.6: Iris-setosa (50)
petalwidth > 0.6
|   petalwidth <= 1.7
|   |   petallength <= 4.9: Iris-versicolor (48/1)
|   |   petallength > 4.9
|   |   |   petalwidth <= 1.5: Iris-virginica (3)
|   |   |   petalwidth > 1.5: Iris-versicolor (3/1)
|   petalwidth > 1.7: Iris-virginica (46/1)
`},
		{"labor", `
wage-increase-first-year <= 2.5: bad (15.27/2.27)
wage-increase-first-year > 2.5
|   statutory-holidays <= 10: bad (10.77/4.77)
|   statutory-holidays > 10: good (30.96/1)
`},
		{"breast_cancer", `
node-caps = yes
|   deg-malig = 1: recurrence-events (1.01/0.4)
|   deg-malig = 2: no-recurrence-events (26.2/8)
|   deg-malig = 3: recurrence-events (30.4/7.4)
node-caps = no: no-recurrence-events (228.39/53.4)
`},
		{"contact_lenses", `
tear-prod-rate = reduced: none (12)
tear-prod-rate = normal
|   astigmatism = no: soft (6/1)
|   astigmatism = yes
|   |   spectacle-prescrip = myope: hard (3)
|   |   spectacle-prescrip = hypermetrope: none (3/1)
`},
	}
	for _, test := range tests {
		t.Run(test.table, func(t *testing.T) {
			wantTree(t, fitLast(t, loadPublic(t, test.table), tree.C45()), test.want)
		})
	}
}

func fitLast(t testing.TB, columns []testColumn, s tree.Settings) *tree.Tree {
	t.Helper()
	fitted, _, err := tree.Fit(binLast(t, columns), s)
	if err != nil {
		t.Fatal(err)
	}
	return fitted
}

func wantTree(t testing.TB, got *tree.Tree, want string) {
	t.Helper()
	if text := got.String(); text != strings.TrimLeft(want, "\n") {
		t.Errorf("got\n%swant\n%s", text, strings.TrimLeft(want, "\n"))
	}
}

// J48 on credit-g: 103 leaves, 140 nodes, 855 of 1000 right.
func TestC45GivesTheSizeOfJ48OnCreditG(t *testing.T) {
	fitted, report, err := tree.Fit(binLast(t, loadPublic(t, "credit_g")), tree.C45())
	if err != nil {
		t.Fatal(err)
	}
	if fitted.Leaves() != 103 || fitted.Len() != 140 || report.Errors != 145 {
		t.Errorf("got %d leaves, %d nodes, %v errors, want 103, 140, 145", fitted.Leaves(), fitted.Len(), report.Errors)
	}
}

// J. R. Quinlan, Induction of decision trees (1986), figure 2.
func TestID3GivesTheTreeOfQuinlan(t *testing.T) {
	wantTree(t, fitLast(t, loadPublic(t, "weather_nominal"), tree.ID3()), `
outlook = sunny
|   humidity = high: no (3)
|   humidity = normal: yes (2)
outlook = overcast: yes (4)
outlook = rainy
|   windy = TRUE: no (2)
|   windy = FALSE: yes (3)
`)
}

// The tree of R's rpart 4.1.19 by default. Petal length and width divide the root alike: the lower index wins.
func TestCARTGivesTheTreeOfRpartOnIris(t *testing.T) {
	wantTree(t, fitLast(t, loadPublic(t, "iris"), tree.CART()), `
petallength <= 2.45: Iris-setosa (50)
petallength > 2.45
|   petalwidth <= 1.75: Iris-versicolor (54/5)
|   petalwidth > 1.75: Iris-virginica (46/1)
`)
}
