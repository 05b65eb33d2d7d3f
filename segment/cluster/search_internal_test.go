package cluster

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// An empty group takes the row farthest from its centre, out of a group that keeps others.
func TestRefillTakesTheFarthestRow(t *testing.T) {
	d, err := NewData([]Attribute{{ID: "nights", Numbers: []float64{1, 2, 3, 9, 50}}}, Raw)
	if err != nil {
		t.Fatal(err)
	}
	l := d.rows.begin([]centre{{numbers: []float64{3}}, {numbers: []float64{80}}, {numbers: []float64{200}}}, &Settings{Workers: 1})
	l.labels, l.sizes, l.stale[0] = []int32{0, 0, 0, 0, 1}, []int{4, 1, 0}, false
	l.bounds.reach = []float64{7, 7, 7, 7, 7}
	l.refill()
	// The row of 50 is farther off, but alone in its group.
	if l.labels[3] != 2 || l.labels[4] != 1 || l.centres[2].numbers[0] != 9 || !slices.Equal(l.sizes, []int{3, 1, 1}) {
		t.Errorf("labels %v, sizes %v, centre %v", l.labels, l.sizes, l.centres[2])
	}
	if !l.stale[0] || l.bounds.reach[3] > -1e300 || l.bounds.reach[0] != 7 {
		t.Error("the row is not looked at again")
	}
	l.stale[0] = false
	if l.refill(); l.stale[0] {
		t.Error("no group was empty")
	}
}

// The chance of a further start is by the nearest of those that are there: after 0 and one of the two far rows, the
// other far row is 10,000 times as likely as the row beside 0.
func TestSpreadKeepsAwayFromAllStarts(t *testing.T) {
	v := view{n: 4, numbers: 1, x: []float64{0, 1, 1000, 1100}, weight: []float64{1, 1, 1, 1}}
	far := 0
	for seed := range uint64(200) {
		sum := 0.0
		for _, c := range v.spread(rand.NewPCG(seed, 0), &Settings{K: 3, Workers: 1}) {
			sum += c.numbers[0]
		}
		if sum >= 2100 {
			far++
		}
	}
	if far < 195 {
		t.Errorf("%d of 200 begin at both far rows", far)
	}
}

func TestDrawAtABoundaryTakesTheNextRow(t *testing.T) {
	for point, want := range map[float64]int{0: 0, 0.25: 1, 0.5: 3} {
		if got := draw([]float64{1, 1, 0, 2}, nil, point); got != want {
			t.Errorf("%v: row %d, want %d", point, got, want)
		}
	}
}

// A square falls into two halves in two ways of one cost.
func TestTheFirstOfEqualEndsIsKept(t *testing.T) {
	d, err := NewData([]Attribute{{ID: "nights", Numbers: []float64{0, 0, 1, 1}}, {ID: "guests", Numbers: []float64{0, 1, 0, 1}}}, Raw)
	if err != nil {
		t.Fatal(err)
	}
	ways := map[uint16]int{}
	for seed := range uint64(20) {
		first, err := KMeans(d, Settings{K: 2, Starts: 1, Seed: seed})
		if err != nil {
			t.Fatal(err)
		}
		best, err := KMeans(d, Settings{K: 2, Starts: 10, Seed: seed})
		if err != nil || first.Cost == best.Cost && !slices.Equal(first.Labels, best.Labels) {
			t.Errorf("seed %d: %v, and of ten starts %v, %v", seed, first.Labels, best.Labels, err)
		}
		ways[first.Labels[1]]++
	}
	if len(ways) != 2 {
		t.Errorf("one way alone: the test shows nothing: %v", ways)
	}
}

// Two references at 1 and 3: the mean is 2, the standard deviation by n is 1, times √(1 + 1/2).
func TestGapPointByHand(t *testing.T) {
	got := gapPoint(1, 0.5, [][]float64{{9, 1}, {9, 3}})
	want := GapPoint{K: 2, Within: math.Exp(0.5), Log: 0.5, Reference: 2, Gap: 1.5, Error: math.Sqrt(1.5)}
	if math.Abs(got.Error-want.Error) > 1e-15 {
		t.Errorf("error %v, want %v", got.Error, want.Error)
	}
	if got.Error = want.Error; got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}

// The least k whose gap is not below the next one's less its error.
func TestGapChoosesTheFirstThatIsEnough(t *testing.T) {
	for _, tt := range []struct {
		gaps []float64
		want int
	}{
		{[]float64{0.5, 0.6, 0.1}, 1}, // exactly 0.6 - 0.1
		{[]float64{0.1, 0.6, 0.65}, 2},
		{[]float64{0.1, 0.3, 0.5}, 3},
	} {
		var g Gaps
		for i, gap := range tt.gaps {
			g.Points = append(g.Points, GapPoint{K: i + 1, Gap: gap, Error: 0.1})
		}
		if g.choose(); g.K != tt.want {
			t.Errorf("%v: %d groups, want %d", tt.gaps, g.K, tt.want)
		}
	}
}

// References fill the range of each column and no more.
func TestReferencesFillTheRange(t *testing.T) {
	d, err := NewData([]Attribute{{ID: "nights", Numbers: []float64{-5, 20, 3}}}, Raw)
	if err != nil {
		t.Fatal(err)
	}
	v := d.strew(1000, 1, 0)
	low, high := v.x[0], v.x[0]
	for _, x := range v.x {
		low, high = min(low, x), max(high, x)
	}
	if low < -5 || low > -4.8 || high > 20 || high < 19.8 {
		t.Errorf("%v to %v, want -5 to 20", low, high)
	}
	if other := d.strew(1000, 1, 1); other.x[0] == v.x[0] {
		t.Error("two references are alike")
	}
}

// A start is drawn by the number of guests times their distance: fifty guests at 0 are drawn before one at -10.
func TestSpreadCountsGuests(t *testing.T) {
	v := view{n: 3, numbers: 1, x: []float64{-10, 0, 10}, weight: []float64{1, 50, 1000}}
	s := &Settings{K: 2, Workers: 1}
	both, near := 0, 0
	for seed := range uint64(400) {
		centres := v.spread(rand.NewPCG(seed, 0), s)
		if centres[0].numbers[0] == 10 {
			both++
			if centres[1].numbers[0] == 0 {
				near++
			}
		}
	}
	// 5000 chances to 400: 0.926, with a standard error of about 0.013.
	if share := float64(near) / float64(both); both < 360 || share < 0.87 || share > 0.98 {
		t.Errorf("%d of 400 begin at the crowd, %.3f of them go on at 0", both, share)
	}
}
