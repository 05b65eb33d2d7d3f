package tree_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/segment/tree"
)

func fisherIris(t testing.TB) sheet {
	s := publicSheet(t, "iris")
	s.rows[34][3], s.rows[37][1], s.rows[37][2] = "0.2", "3.6", "1.4"
	return s
}

func TestIndependentIrisGains(t *testing.T) {
	g := rootGains(t, fisherIris(t), tree.C45())
	for i, want := range []struct {
		raw, gain, ratio float64
		candidates       int
		threshold        string
	}{
		{0.557233, 0.524205, 0.542140, 31, "5.5"},
		{0.283126, 0.256459, 0.318207, 16, "3.3"},
		{0.918296, 0.883830, 0.962467, 36, "1.9"},
		{0.918296, 0.889483, 0.968624, 20, "0.6"},
	} {
		sheetNear(t, g[i].Attribute, g[i].Raw, want.raw)
		sheetNear(t, g[i].Attribute, g[i].Gain, want.gain)
		sheetNear(t, g[i].Attribute, g[i].Ratio, want.ratio)
		if g[i].Candidates != want.candidates || g[i].Threshold != want.threshold {
			t.Errorf("got %+v, want %+v", g[i], want)
		}
	}
}

// scikit-learn 1.2.1, three levels deep. Its petal width and length tie at the root; ours takes the length.
func TestIndependentIrisGini(t *testing.T) {
	settings := tree.Settings{Criterion: tree.Gini, Threshold: tree.Midpoint, Pruning: tree.Unpruned, MinLeaf: 1, MinSplit: 2, MaxDepth: 3}
	s := fisherIris(t)
	s.heads[2], s.heads[3] = s.heads[3], s.heads[2]
	for i := range s.rows {
		s.rows[i][2], s.rows[i][3] = s.rows[i][3], s.rows[i][2]
	}
	fitted, report, err := tree.Fit(s.bin(t), settings)
	sheetCheck(t, err)
	const want = `petalwidth <= 0.8: Iris-setosa (50)
petalwidth > 0.8
|   petalwidth <= 1.75
|   |   petallength <= 4.95: Iris-versicolor (48/1)
|   |   petallength > 4.95: Iris-virginica (6/2)
|   petalwidth > 1.75
|   |   petallength <= 4.85: Iris-virginica (3/1)
|   |   petallength > 4.85: Iris-virginica (43)
`
	if fitted.String() != want || report.Errors != 4 {
		t.Errorf("%v errors, got\n%vwant\n%v", report.Errors, fitted, want)
	}
	importance := fitted.Importance()
	sheetNear(t, "width", importance[0].Gain, .946064)
	sheetNear(t, "length", importance[1].Gain, .053936)
}

func irisColumns(t testing.TB) ([][]float64, []uint16) {
	s := fisherIris(t)
	columns, classes := make([][]float64, 4), make([]uint16, len(s.rows))
	for i := range s.rows {
		for j := range columns {
			columns[j] = append(columns[j], s.number(i, j))
		}
		classes[i] = uint16(s.number(i, 4)) + 1
	}
	return columns, classes
}

func TestIndependentMDLP(t *testing.T) {
	columns, classes := irisColumns(t)
	for j, want := range []string{"[5.55 6.15]", "[2.95 3.35]", "[2.45 4.75]", "[0.8 1.75]"} {
		cuts, _, err := tree.MDLP(columns[j], classes)
		sheetCheck(t, err)
		if got := fmt.Sprint(cuts.Points); got != want {
			t.Errorf("%d: got %v, want %v", j, got, want)
		}
	}
	_, steps, err := tree.MDLP(columns[2], classes)
	sheetCheck(t, err)
	k := slices.IndexFunc(steps, func(s tree.MDLPStep) bool { return s.Cut > 5.1 && s.Cut < 5.2 })
	if k < 0 || steps[k].Accepted {
		t.Fatalf("got %+v", steps)
	}
	sheetNear(t, "gain", steps[k].Gain, .167613)
	sheetNear(t, "threshold", steps[k].Threshold, .168985)
}

func TestIndependentJenks(t *testing.T) {
	for _, c := range []struct {
		numbers     []float64
		bins        int
		within, fit float64
		sizes       string
	}{
		{[]float64{4, 5, 9, 10}, 2, 1, .961538, "[2 2]"},
		{[]float64{1, 2, 3, 12, 13, 14, 21, 22, 23, 27, 28, 29}, 4, 8, .993117, "[3 3 3 3]"},
		{[]float64{16, 28, 9, 2, 12, 31}, 3, 29.166667, .953655, "[1 3 2]"},
	} {
		cuts, err := tree.Jenks(c.numbers, c.bins)
		sheetCheck(t, err)
		good, err := cuts.Goodness(c.numbers)
		sheetCheck(t, err)
		sheetNear(t, "within", good.Within, c.within)
		sheetNear(t, "fit", good.VarianceFit, c.fit)
		if got := fmt.Sprint(good.Counts); got != c.sizes {
			t.Errorf("got %v, want %v", got, c.sizes)
		}
	}
}

func TestIndependentChiMerge(t *testing.T) {
	numbers := []float64{1, 3, 7, 8, 9, 11, 23, 37, 39, 45, 46, 59}
	classes := []uint16{1, 2, 1, 1, 1, 2, 2, 1, 2, 1, 1, 1}
	cuts, err := tree.ChiMerge(numbers, classes, tree.ChiMergeSettings{Threshold: 2.706})
	sheetCheck(t, err)
	parts, err := cuts.Separation(numbers, classes)
	sheetCheck(t, err)
	if got := fmt.Sprint(parts.Counts); got != "[[4 1] [1 3] [3 0]]" || cuts.Bin(9) != 1 || cuts.Bin(39) != 2 {
		t.Fatalf("got %v of %v", got, cuts.Points)
	}
	sheetNear(t, "chi-square", parts.ChiSquares[0], 2.7225)
	sheetNear(t, "chi-square", parts.ChiSquares[1], 3.9375)
}

func TestIndependentEqualBins(t *testing.T) {
	s := publicSheet(t, "iris")
	for j, want := range []struct{ width, frequency string }{
		{"[5.2 6.1 7]", "[5.15 5.85 6.45]"},
		{"[2.6 3.2 3.8]", "[2.75 3.05 3.35]"},
		{"[2.475 3.95 5.425]", "[1.55 4.35 5.15]"},
		{"[0.7 1.3 1.9]", "[0.35 1.35 1.85]"},
	} {
		var column []float64
		for i := range s.rows {
			column = append(column, s.number(i, j))
		}
		width, err := tree.EqualWidth(column, 4)
		sheetCheck(t, err)
		frequency, err := tree.EqualFrequency(column, 4)
		sheetCheck(t, err)
		if got := fmt.Sprint(width.Points); got != want.width {
			t.Errorf("width %s: got %v, want %v", s.heads[j], got, want.width)
		}
		if got := fmt.Sprint(frequency.Points); got != want.frequency {
			t.Errorf("frequency %s: got %v, want %v", s.heads[j], got, want.frequency)
		}
	}
}

func kyphosisSheet() sheet {
	text := "age,number,start,kyphosis\n"
	for _, word := range strings.Fields(kyphosisText) {
		parts := strings.Split(word, ":")
		text += strings.Join(append(parts[1:], map[string]string{"a": "absent", "p": "present"}[parts[0]]), ",") + "\n"
	}
	return sheetOf(text, map[string][]string{"kyphosis": {"absent", "present"}})
}

func TestIndependentKyphosis(t *testing.T) {
	b := kyphosisSheet().bin(t)
	fitted, _, err := tree.Fit(b, tree.CART())
	sheetCheck(t, err)
	confusion, err := fitted.Confuse(b, 1)
	sheetCheck(t, err)
	if got := fmt.Sprint(confusion.Weights); got != "[[53 11] [2 15]]" || fitted.Leaves() != 5 {
		t.Errorf("got %v\n%v", got, fitted)
	}
	const want = `start <= 8.5: present (19/8)
start > 8.5
|   start <= 14.5
|   |   age <= 55: absent (12)
|   |   age > 55
|   |   |   age <= 111: present (7/3)
|   |   |   age > 111: absent (14/2)
|   start > 14.5: absent (29)
`
	if fitted.String() != want {
		t.Errorf("got\n%vwant\n%v", fitted, want)
	}
}
