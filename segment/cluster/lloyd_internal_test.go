package cluster

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// plainSearch is Lloyd's search as it is written down: every round looks at every centre for every row.
func plainSearch(v *view, centres []centre, s *Settings) *solution {
	e := &solution{centres: centres, labels: slices.Repeat([]int32{-1}, v.n), distances: make([]float64, v.n)}
	for e.rounds < s.Iterations {
		e.rounds++
		changed := plainAssign(v, e, s.Gamma)
		if !plainRefill(v, e) && !changed {
			e.converged = true
			break
		}
		plainMove(v, e)
	}
	if !e.converged {
		plainAssign(v, e, s.Gamma)
		plainRefill(v, e)
	}
	e.cost = v.cost(e.distances)
	return e
}

func plainAssign(v *view, e *solution, gamma float64) (changed bool) {
	for row := range v.n {
		group, least := 0, math.Inf(1)
		for g := range e.centres {
			if d := v.distance(row, &e.centres[g], gamma); d < least {
				group, least = g, d
			}
		}
		changed = changed || e.labels[row] != int32(group)
		e.labels[row], e.distances[row] = int32(group), least
	}
	return changed
}

func plainRefill(v *view, e *solution) (refilled bool) {
	sizes := make([]int, len(e.centres))
	for _, group := range e.labels {
		sizes[group]++
	}
	for group := range sizes {
		if sizes[group] > 0 {
			continue
		}
		farthest := -1
		for row, d := range e.distances {
			if sizes[e.labels[row]] > 1 && (farthest < 0 || d > e.distances[farthest]) {
				farthest = row
			}
		}
		sizes[e.labels[farthest]]--
		sizes[group]++
		e.labels[farthest], e.distances[farthest], e.centres[group] = int32(group), 0, v.at(farthest)
		refilled = true
	}
	return refilled
}

// plainMove adds up the groups in blocks of blockRows, as the result promises.
func plainMove(v *view, e *solution) {
	for g := range e.centres {
		for j := range v.numbers {
			sum, weight := 0.0, 0.0
			for from := 0; from < v.n; from += blockRows {
				part := 0.0
				for row := from; row < min(from+blockRows, v.n); row++ {
					if x := v.number(row)[j]; e.labels[row] == int32(g) && x == x {
						part += float64(v.weight[row] * x)
						weight += v.weight[row]
					}
				}
				sum += part
			}
			e.centres[g].numbers[j] = v.home.numbers[j]
			if weight > 0 {
				e.centres[g].numbers[j] = sum / weight
			}
		}
		for j, levels := range v.levels {
			counts := make([]float64, levels)
			for row := range v.n {
				if e.labels[row] == int32(g) {
					counts[v.code(row)[j]] += v.weight[row]
				}
			}
			e.centres[g].codes[j] = mode(counts, v.home.codes[j])
		}
	}
}

// checkSearch holds the search from the rows given against the plain one, bit by bit.
func checkSearch(t interface{ Fatalf(string, ...any) }, v *view, rows []int, s Settings) {
	begin := func() (centres []centre) {
		for _, row := range rows {
			centres = append(centres, v.at(row))
		}
		return centres
	}
	want := plainSearch(v, begin(), &s)
	for _, s.Workers = range []int{1, 2, 7} {
		if got := v.search(begin(), &s); !reflect.DeepEqual(got, want) {
			t.Fatalf("%d workers: got cost %v after %d rounds, want %v after %d", s.Workers, got.cost, got.rounds, want.cost, want.rounds)
		}
	}
}

// drawData draws few different numbers, so that ties abound, in units from so small that squares vanish to very large.
func drawData(t *rapid.T) *Data {
	n := rapid.IntRange(2, 60).Draw(t, "guests")
	unit := rapid.SampledFrom([]float64{1, .1, 1. / 3, 1e-161, 1e-155, 1e98}).Draw(t, "unit")
	gaps := rapid.Bool().Draw(t, "gaps")
	number := rapid.Custom(func(t *rapid.T) float64 {
		if gaps && rapid.IntRange(0, 4).Draw(t, "missing") == 0 {
			return math.NaN()
		}
		return float64(rapid.IntRange(-4, 9).Draw(t, "number")) * unit
	})
	var attributes []Attribute
	for i := range rapid.IntRange(0, 4).Draw(t, "numbers") {
		attributes = append(attributes, Attribute{ID: fmt.Sprint("number", i), Numbers: rapid.SliceOfN(number, n, n).Draw(t, "column")})
	}
	for i := range rapid.IntRange(0, 2).Draw(t, "levels") {
		attributes = append(attributes, Attribute{ID: fmt.Sprint("level", i), Codes: rapid.SliceOfN(rapid.Uint16Range(0, 3), n, n).Draw(t, "codes")})
	}
	if len(attributes) == 0 {
		t.Skip("no attributes")
	}
	d, err := NewData(attributes, rapid.SampledFrom([]Scaling{Raw, Standard, Range}).Draw(t, "scaling"))
	if err != nil {
		t.Fatal(err)
	}
	if d.rows.n == 0 {
		t.Skip("nothing known")
	}
	return d
}

func TestSearchIsThePlainOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawData(t)
		s := Settings{
			Iterations: rapid.SampledFrom([]int{1, 2, 3, 300}).Draw(t, "rounds"),
			Gamma:      rapid.SampledFrom([]float64{d.gamma(), .5, 1. / 3, 1e6, math.SmallestNonzeroFloat64}).Draw(t, "gamma"),
		}
		row := rapid.IntRange(0, d.rows.n-1) // a row taken twice leaves a group empty
		checkSearch(t, &d.rows, rapid.SliceOfN(row, 1, min(12, d.rows.n)).Draw(t, "starts"), s)
	})
}

// Many blocks of rows, numbers of any size and many rounds.
func TestSearchOfManyRowsIsThePlainOne(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	numbers := make([][]float64, 3)
	codes := make([]uint16, 11_000)
	for j := range numbers {
		for range codes {
			numbers[j] = append(numbers[j], math.Round(100*random.NormFloat64())/7)
		}
	}
	for i := range codes {
		codes[i] = uint16(random.IntN(5))
	}
	for columns := 1; columns <= 4; columns++ {
		var attributes []Attribute
		for j := range min(columns, 3) {
			attributes = append(attributes, Attribute{ID: fmt.Sprint(j), Numbers: numbers[j]})
		}
		if columns == 4 {
			attributes = append(attributes, Attribute{ID: "level", Codes: codes})
		}
		d, err := NewData(attributes, Standard)
		if err != nil {
			t.Fatal(err)
		}
		for _, k := range []int{2, 5, 40} {
			checkSearch(t, &d.rows, some(d.rows.n, k, 1), Settings{Iterations: 60, Gamma: d.gamma()})
		}
	}
}

// A row that lies as near to two centres as rounding tells is looked at again, though no centre moves.
func TestRowsBetweenCentresAreLookedAtAgain(t *testing.T) {
	v := &view{n: 1, numbers: 1}
	for _, test := range []struct {
		own, next float64 // squared
		again     bool
	}{
		{1, 1, true},
		{1, 1 + 1e-15, true},
		{1e90, 1e90 * (1 + 1e-12), true},
		{0, 1e-318, true},
		{1, 1.0001, false},
		{0, 1e-290, false},
		{1, math.Inf(1), false}, // there is one centre only
	} {
		b := v.newBounds(2)
		b.note(0, 1, test.own, test.next)
		if again := !(b.spent[1] < b.reach[0]); again != test.again {
			t.Errorf("%v and %v: looked at again: %v", test.own, test.next, again)
		}
	}
}
