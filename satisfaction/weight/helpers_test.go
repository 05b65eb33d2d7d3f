package weight_test

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/satisfaction/weight"
)

// Published and recomputed figures are given to 8 or 10 places; the last may differ by one half where it was rounded.
const (
	eightPlaces = 0.51e-8
	tenPlaces   = 0.51e-10
	exactly     = 1e-13 // equal but for rounding
)

// fataler is a test or a property of rapid.
type fataler interface {
	Helper()
	Fatalf(format string, args ...any)
	Errorf(format string, args ...any)
}

func near(t fataler, what string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance) {
		t.Errorf("%s is %.12f, want %.12f within %g", what, got, want, tolerance)
	}
}

func nearAll(t fataler, what string, got, want []float64, tolerance float64) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%s has %d values, want %d", what, len(got), len(want))
	}
	for i := range want {
		near(t, fmt.Sprintf("%s[%d]", what, i), got[i], want[i], tolerance)
	}
}

// sumsToOne checks weights that nobody printed.
func sumsToOne(t fataler, what string, weights []float64) {
	t.Helper()
	sum := 0.0
	for i, w := range weights {
		if !(w >= 0) {
			t.Fatalf("%s[%d] is %v", what, i, w)
		}
		sum += w
	}
	near(t, "sum of "+what, sum, 1, exactly)
}

// numbers reads figures in the notation of the tables.
func numbers(text string) []float64 {
	var out []float64
	for field := range strings.FieldsSeq(text) {
		v, err := strconv.ParseFloat(field, 64)
		if err != nil {
			panic(err)
		}
		out = append(out, v)
	}
	return out
}

// ratios reads an upper triangle: "5,3 | 1/2", x for a comparison that is missing.
func ratios(text string) []weight.Ratio {
	var out []weight.Ratio
	for field := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == ',' || r == '|' || r == ' ' }) {
		r, err := weight.ParseRatio(strings.Trim(field, "x"))
		if err != nil {
			panic(err)
		}
		out = append(out, r)
	}
	return out
}

// triangle returns judgements of things named a, b and so on.
func triangle(t fataler, text string) *weight.Judgements {
	t.Helper()
	upper := ratios(text)
	n := 1
	for n*(n-1)/2 < len(upper) {
		n++
	}
	j, err := weight.JudgementsOf(letters(n), upper, 0)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return j
}

func letters(n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = fmt.Sprintf("%c%d", 'a'+i%26, i)
	}
	return out
}

func weigh(t fataler, j *weight.Judgements, method weight.Method, index weight.RandomIndex) weight.Weighing {
	t.Helper()
	w, err := j.Weigh(method, index)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return w
}

// table reads rows of numbers, "1,2; 3,4".
func table(t fataler, text string, types string) *weight.Matrix {
	t.Helper()
	var rows [][]float64
	for line := range strings.SplitSeq(strings.ReplaceAll(text, "\n", ";"), ";") {
		if strings.TrimSpace(line) != "" {
			rows = append(rows, numbers(strings.ReplaceAll(line, ",", " ")))
		}
	}
	return matrix(t, rows, types)
}

func matrix(t fataler, rows [][]float64, types string) *weight.Matrix {
	t.Helper()
	var cost []bool
	for _, sign := range strings.Fields(types) {
		cost = append(cost, sign == "-")
	}
	m, err := weight.NewMatrix(rows, cost)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return m
}

// weigher is a table or moments.
type weigher interface {
	Weigh(weight.Options) (weight.DataWeights, error)
}

func dataWeights(t fataler, m weigher, o weight.Options) weight.DataWeights {
	t.Helper()
	w, err := m.Weigh(o)
	if err != nil {
		t.Fatalf("%+v: %v", o, err)
	}
	return w
}

// listing reads a data set of testdata.
func listing(t testing.TB, name string) [][]float64 {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	var rows [][]float64
	for line := range strings.Lines(string(text)) {
		rows = append(rows, numbers(line))
	}
	return rows
}

func codes(warnings []hotelcrm.Warning) string {
	var list []string
	for _, w := range warnings {
		list = append(list, fmt.Sprintf("%s %d", w.Code, w.N))
	}
	return strings.Join(list, ", ")
}
