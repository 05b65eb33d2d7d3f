package weight_test

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm/satisfaction/weight"
)

// generated returns the generated survey: 500 guests rate 24 items from 1 to 5, and blank says which answers they leave
// out.
func generated() (answers [][]int64, blank [][]bool) {
	x := int64(20090901)
	draw := func(n int64) int64 {
		x = (1103515245*x + 12345) % (1 << 31)
		return (x >> 16) % n
	}
	for range 500 {
		row, left := make([]int64, 24), make([]bool, 24)
		b := draw(3)
		for i := range row {
			row[i] = 1 + min(4, b+draw(4))
			if i%6 == 5 {
				row[i] = 1 + min(4, draw(5))
			}
		}
		draw(9) // the overall answer, which is not weighed
		for i := range left {
			left[i] = draw(20) == 0
		}
		answers, blank = append(answers, row), append(blank, left)
	}
	return answers, blank
}

// sumsOf counts and adds, the plain way.
func sumsOf(answers [][]int64, blank [][]bool, low, high int64) *weight.Sums {
	m := len(answers[0])
	out := &weight.Sums{Items: m, N: make([]int64, m*m), Totals: make([]int64, m*m), Cross: make([]int64, m*m), Squares: make([]int64, m*m)}
	for i := range m {
		out.Ends = append(out.Ends, [2]int64{low, high})
		var levels []weight.Frequency
		for v := low; v <= high; v++ {
			levels = append(levels, weight.Frequency{Value: v})
		}
		out.Frequencies = append(out.Frequencies, levels)
		for g, row := range answers {
			if blank != nil && blank[g][i] {
				continue
			}
			levels[row[i]-low].Count++
			for j := range m {
				if blank == nil || !blank[g][j] {
					out.N[i*m+j]++
					out.Totals[i*m+j] += row[i]
					out.Cross[i*m+j] += row[i] * row[j]
					out.Squares[i*m+j] += row[i] * row[i]
				}
			}
		}
	}
	return out
}

func asTable(t fataler, answers [][]int64) *weight.Matrix {
	rows := make([][]float64, len(answers))
	for g, row := range answers {
		for _, v := range row {
			rows[g] = append(rows[g], float64(v))
		}
	}
	return matrix(t, rows, "")
}

func TestGeneratedSurvey(t *testing.T) {
	answers, blank := generated()
	first := []int64{5, 3, 4, 4, 3, 3, 5, 4, 5, 4, 5, 3, 3, 5, 5, 4, 3, 5, 3, 3, 4, 4, 3, 2}
	last := []int64{3, 5, 2, 2, 4, 5, 2, 5, 4, 5, 3, 1, 2, 2, 5, 5, 4, 3, 4, 2, 4, 2, 4, 3}
	if diff := cmp.Diff([][]int64{first, last}, [][]int64{answers[0], answers[499]}); diff != "" {
		t.Errorf("first and last guest (-want +got):\n%s", diff)
	}
	blanks, squares := 0, int64(0)
	for g, row := range answers {
		for i, v := range row {
			squares += v * v
			if blank[g][i] {
				blanks++
			}
		}
	}
	m := sumsOf(answers, nil, 1, 5)
	if blanks != 609 || squares != 154356 || m.Cross[1] != 6012 || m.Totals[0] != 1725 {
		t.Errorf("%d blanks, squares %d, first cross sum %d, first sum %d", blanks, squares, m.Cross[1], m.Totals[0])
	}
}

func TestWeightsOfTheGeneratedSurvey(t *testing.T) {
	answers, _ := generated()
	columns := make([][]float64, 4)
	for _, row := range listing(t, "survey_weights.txt") {
		for k, v := range row[1:] {
			columns[k] = append(columns[k], v)
		}
	}
	methods := []weight.DataMethod{weight.StandardDeviation, weight.CRITIC, weight.Entropy, weight.DeviationMaximum}
	for k, method := range methods {
		t.Run(method.String(), func(t *testing.T) {
			o := weight.Options{Method: method}
			nearAll(t, "from moments", dataWeights(t, sumsOf(answers, nil, 1, 5), o).Weights, columns[k], eightPlaces)
			nearAll(t, "from the table", dataWeights(t, asTable(t, answers), o).Weights, columns[k], eightPlaces)
		})
	}
}

// The slow way with blanks: each pair over its own guests, or their covariance over the deviations of all answers.
func TestCorrelationsWithBlanks(t *testing.T) {
	answers, blank := generated()
	for _, over := range []string{"pair", "all"} {
		t.Run(over, func(t *testing.T) {
			m := sumsOf(answers, blank, 1, 5)
			if over == "all" {
				m.Squares = nil
			}
			want := make([]float64, 24)
			for i := range want {
				_, own := answersOf(answers, blank, i, i)
				sd := deviation(own)
				for k := range want {
					x, y := answersOf(answers, blank, i, k)
					sx, sy := deviation(x), deviation(y)
					if over == "all" {
						_, other := answersOf(answers, blank, k, k)
						sx, sy = sd, deviation(other)
					}
					if k != i {
						want[i] += sd * (1 - covariance(x, y)/(sx*sy))
					}
				}
			}
			got := dataWeights(t, m, weight.Options{Method: weight.CRITIC, Scaling: weight.Unscaled})
			nearAll(t, "scores", got.Scores, want, 1e-11)
			if name := map[string]weight.Correlation{"pair": weight.PearsonBoth, "all": weight.PearsonAll}[over]; got.Correlation != name {
				t.Errorf("the result names %s, want %s", got.Correlation, name)
			}
		})
	}
}

// answersOf returns the answers to two items of those who answered both.
func answersOf(answers [][]int64, blank [][]bool, i, k int) (x, y []float64) {
	for g, row := range answers {
		if !blank[g][i] && !blank[g][k] {
			x, y = append(x, float64(row[i])), append(y, float64(row[k]))
		}
	}
	return x, y
}

func covariance(x, y []float64) float64 {
	mean := func(v []float64) float64 {
		sum := 0.0
		for _, one := range v {
			sum += one
		}
		return sum / float64(len(v))
	}
	sum, mx, my := 0.0, mean(x), mean(y)
	for g := range x {
		sum += (x[g] - mx) * (y[g] - my)
	}
	return sum / float64(len(x)-1)
}

func deviation(x []float64) float64 { return math.Sqrt(covariance(x, x)) }
