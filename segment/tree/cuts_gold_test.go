package tree_test

import (
	"slices"
	"testing"

	"github.com/hotelcrm/hotelcrm/segment/tree"
)

// The Weka filters Discretize on the iris table, four bins.
func TestIrisEqualWidthAndFrequency(t *testing.T) {
	columns, _ := irisTable(t)
	tests := []struct {
		name              string
		widths, frequency []float64
	}{
		{"sepal length", []float64{5.2, 6.1, 7.0}, []float64{5.15, 5.85, 6.45}},
		{"sepal width", []float64{2.6, 3.2, 3.8}, []float64{2.75, 3.05, 3.35}},
		{"petal length", []float64{2.475, 3.95, 5.425}, []float64{1.55, 4.35, 5.15}},
		{"petal width", []float64{.7, 1.3, 1.9}, []float64{.35, 1.35, 1.85}},
	}
	for j, test := range tests {
		widths, err := tree.EqualWidth(columns[j], 4)
		if got := points(t, widths, err); !slices.Equal(got, test.widths) {
			t.Errorf("%s: widths %v, want %v", test.name, got, test.widths)
		}
		frequency, err := tree.EqualFrequency(columns[j], 4)
		if got := points(t, frequency, err); !slices.Equal(got, test.frequency) {
			t.Errorf("%s: frequency %v, want %v", test.name, got, test.frequency)
		}
	}
}

func TestIrisMDLP(t *testing.T) {
	columns, classes := fisherTable(t)
	tests := []struct {
		name   string
		points []float64
		steps  []tree.MDLPStep // those with printed figures
	}{
		{"sepal length", []float64{5.55, 6.15}, []tree.MDLPStep{{Cut: 5.55, Gain: .557233, Threshold: .086985, Accepted: true}, {Cut: 6.15, Gain: .156677, Threshold: .143400, Accepted: true}}},
		{"sepal width", []float64{2.95, 3.35}, []tree.MDLPStep{{Cut: 3.35, Gain: .283126, Threshold: .091969, Accepted: true}, {Cut: 2.95, Gain: .136023, Threshold: .133616, Accepted: true}}},
		{"petal length", []float64{2.45, 4.75}, []tree.MDLPStep{{Cut: 2.45, Gain: .918296, Threshold: .060721, Accepted: true}, {Cut: 4.75, Gain: .657374, Threshold: .087385, Accepted: true}, {Cut: 5.15, Gain: .167613, Threshold: .168985}}},
		{"petal width", []float64{.8, 1.75}, []tree.MDLPStep{{Cut: .8, Gain: .918296, Threshold: .060721, Accepted: true}, {Cut: 1.75, Gain: .690160, Threshold: .086290, Accepted: true}}},
	}
	for j, test := range tests {
		cuts, steps, err := tree.MDLP(columns[j], classes)
		if got := points(t, cuts, err); !slices.Equal(got, test.points) {
			t.Errorf("%s: %v, want %v", test.name, got, test.points)
		}
		for _, want := range test.steps {
			i := slices.IndexFunc(steps, func(s tree.MDLPStep) bool { return s.Cut == want.Cut })
			if i < 0 {
				t.Errorf("%s: no step at %v in %+v", test.name, want.Cut, steps)
				continue
			}
			near(t, test.name+" gain", steps[i].Gain, want.Gain, printed)
			near(t, test.name+" threshold", steps[i].Threshold, want.Threshold, printed)
			if steps[i].Accepted != want.Accepted {
				t.Errorf("%s: %+v", test.name, steps[i])
			}
		}
	}
}

func TestJenksTextbookFigures(t *testing.T) {
	tests := []struct {
		numbers     []float64
		bins        int
		points      []float64
		within, fit float64
	}{
		{[]float64{4, 5, 9, 10}, 2, []float64{7}, 1, .961538},
		{[]float64{1, 2, 3, 12, 13, 14, 21, 22, 23, 27, 28, 29}, 4, []float64{7.5, 17.5, 25}, 8, .993117},
		{[]float64{16, 28, 9, 2, 12, 31}, 3, []float64{5.5, 22}, 29.166667, .953655},
	}
	for _, test := range tests {
		cuts, err := tree.Jenks(test.numbers, test.bins)
		if got := points(t, cuts, err); !slices.Equal(got, test.points) {
			t.Errorf("%v: %v, want %v", test.numbers, got, test.points)
		}
		good, err := cuts.Goodness(test.numbers)
		if err != nil {
			t.Fatal(err)
		}
		near(t, "within", good.Within, test.within, printed)
		near(t, "fit", good.VarianceFit, test.fit, printed)
	}
}

// The worked example of the textbooks: 1-9, 11-39 and 45-59 at 90 % significance.
func TestChiMergeTextbookFigures(t *testing.T) {
	numbers := []float64{1, 3, 7, 8, 9, 11, 23, 37, 39, 45, 46, 59}
	var classes []uint16
	for _, letter := range "FKFFFKKFKFFF" {
		classes = append(classes, map[rune]uint16{'F': 1, 'K': 2}[letter])
	}
	for _, settings := range []tree.ChiMergeSettings{{}, {Threshold: 2.706}} {
		cuts, err := tree.ChiMerge(numbers, classes, settings)
		if got := points(t, cuts, err); !slices.Equal(got, []float64{10, 42}) {
			t.Fatalf("%v", got)
		}
		s, err := cuts.Separation(numbers, classes)
		if err != nil {
			t.Fatal(err)
		}
		near(t, "first chi-square", s.ChiSquares[0], 2.7225, printed)
		near(t, "second chi-square", s.ChiSquares[1], 3.9375, printed)
		if got := s.Counts; !slices.EqualFunc(got, [][]int{{4, 1}, {1, 3}, {3, 0}}, slices.Equal) {
			t.Errorf("%v", got)
		}
	}
}

func TestChiSquareOfTwoBins(t *testing.T) {
	tests := []struct {
		low, high [2]int
		want      float64
	}{
		{[2]int{4, 1}, [2]int{1, 4}, 3.6},
		{[2]int{10, 0}, [2]int{0, 10}, 20},
	}
	for _, test := range tests {
		var numbers []float64
		var classes []uint16
		for side, counts := range [][2]int{test.low, test.high} {
			for class, n := range counts {
				for range n {
					numbers, classes = append(numbers, float64(side)), append(classes, uint16(class+1))
				}
			}
		}
		cuts, err := tree.FixedCuts([]float64{.5}, tree.SideBelow)
		if err != nil {
			t.Fatal(err)
		}
		s, err := cuts.Separation(numbers, classes)
		if err != nil {
			t.Fatal(err)
		}
		near(t, "chi-square", s.ChiSquares[0], test.want, printed)
	}
}

// Two cuts that are equally good: the lower one is weighed.
func TestOfEqualCutsTheLowestWins(t *testing.T) {
	_, steps, err := tree.MDLP([]float64{1, 2, 3}, []uint16{1, 2, 1})
	if err != nil {
		t.Fatal(err)
	}
	if len(steps) != 1 || steps[0].Cut != 1.5 {
		t.Errorf("steps %+v", steps)
	}
}

func TestChiMergeKeepsTheLeastBins(t *testing.T) {
	numbers, classes := []float64{1, 2, 3, 4, 5, 6}, []uint16{1, 2, 1, 2, 1, 2}
	for least := 1; least <= 6; least++ {
		cuts, err := tree.ChiMerge(numbers, classes, tree.ChiMergeSettings{Threshold: 1e6, MinBins: least})
		if got := points(t, cuts, err); len(got)+1 != least {
			t.Errorf("%d bins at least: %v", least, got)
		}
	}
}

// More different numbers than are told apart: two crowds that are near each other beside a guest far out.
func TestJenksOfManyDifferentNumbers(t *testing.T) {
	numbers := []float64{1e6}
	for i := range 30_000 {
		numbers = append(numbers, float64(i%2)*150+float64(i)/700)
	}
	cuts, err := tree.Jenks(numbers, 3)
	got := points(t, cuts, err)
	if len(got) != 2 || got[0] < 43 || got[0] > 150 || got[1] < 193 {
		t.Errorf("%v", got)
	}
}
