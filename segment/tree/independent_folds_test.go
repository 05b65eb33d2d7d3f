package tree_test

import (
	"math"
	"testing"

	"github.com/hotelcrm/hotelcrm/segment/tree"
)

// A javaRandom is java.util.Random as its documentation gives it: a linear congruence of 48 bits.
type javaRandom uint64

func newJavaRandom(seed int64) *javaRandom {
	r := javaRandom((uint64(seed) ^ 0x5DEECE66D) & (1<<48 - 1))
	return &r
}

func (r *javaRandom) next(bits uint) int32 {
	*r = (*r*0x5DEECE66D + 0xB) & (1<<48 - 1)
	return int32(*r >> (48 - bits))
}

func (r *javaRandom) intn(bound int32) int32 {
	if bound&-bound == bound {
		return int32(int64(bound) * int64(r.next(31)) >> 31)
	}
	for {
		bits := r.next(31)
		if value := bits % bound; bits-value+(bound-1) >= 0 {
			return value
		}
	}
}

// wekaFolds returns the fold of each row as Weka's cross-validation deals them: shuffled, put in order of the classes by
// its swaps, dealt out by steps, and cut in ten.
func wekaFolds(s sheet, count int, seed int64) []int {
	rows, r := make([]int, len(s.rows)), newJavaRandom(seed)
	for i := range rows {
		rows[i] = i
	}
	for j := len(rows) - 1; j > 0; j-- {
		k := r.intn(int32(j + 1))
		rows[j], rows[k] = rows[k], rows[j]
	}
	class := func(i int) string { return s.rows[rows[i]][len(s.heads)-1] }
	for index := 1; index < len(rows); index++ {
		first := index - 1
		for j := index; j < len(rows); j++ {
			if class(first) == class(j) {
				rows[index], rows[j] = rows[j], rows[index]
				index++
			}
		}
	}
	dealt := make([]int, 0, len(rows))
	for start := 0; len(dealt) < len(rows); start++ {
		for j := start; j < len(rows); j += count {
			dealt = append(dealt, rows[j])
		}
	}
	folds, next := make([]int, len(rows)), 0
	for f := range count {
		size := len(rows) / count
		if f < len(rows)%count {
			size++
		}
		for _, row := range dealt[next : next+size] {
			folds[row] = f
		}
		next += size
	}
	return folds
}

// The published figures are those of one set of folds: on exactly these, as many guests are classed rightly.
func TestIndependentWekaFolds(t *testing.T) {
	for _, c := range []struct {
		name  string
		right int
	}{{"credit_g", 705}, {"breast_cancer", 216}, {"labor", 42}, {"iris", 144}} {
		t.Run(c.name, func(t *testing.T) {
			s := publicSheet(t, c.name)
			folds := wekaFolds(s, 10, 1)
			right := 0
			for f := range 10 {
				right += rightInFold(t, s, folds, f, tree.C45())
			}
			if right != c.right {
				t.Errorf("%d of %d right, Weka has %d", right, len(s.rows), c.right)
			}
			b := s.bin(t)
			cv, err := tree.CrossValidate(b, tree.C45(), folds)
			sheetCheck(t, err)
			if got := math.Round(cv.Accuracy * float64(len(s.rows))); got != float64(c.right) {
				t.Errorf("CrossValidate: %v right, want %d", got, c.right)
			}
		})
	}
}

// rightInFold learns from the rows of the other folds alone, with their own thresholds.
func rightInFold(t *testing.T, s sheet, folds []int, f int, settings tree.Settings) int {
	var others, here []int
	for i := range folds {
		if folds[i] == f {
			here = append(here, i)
		} else {
			others = append(others, i)
		}
	}
	learnt, _, err := tree.Fit(s.pick(others).bin(t), settings)
	sheetCheck(t, err)
	test := s.pick(here)
	bound, err := learnt.Bind(test.table(t))
	sheetCheck(t, err)
	right := 0
	for i := range here {
		if bound.Class(i) == int(test.number(i, len(s.heads)-1)) {
			right++
		}
	}
	return right
}
