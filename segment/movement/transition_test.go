package movement_test

import (
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/segment/movement"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

var valueClasses = []string{"high", "potential", "secondary", "low"}

// valueMigration is a made matrix of the four value classes.
func valueMigration(t failer) *movement.Transition {
	t.Helper()
	counts := [][]int64{{120, 20, 10, 0}, {30, 200, 15, 5}, {10, 25, 150, 15}, {5, 15, 40, 340}}
	out, err := movement.NewTransition(valueClasses, counts, nil, nil)
	if err != nil {
		t.Fatalf("transition: %v", err)
	}
	return out
}

// A made migration, worked out by two programs.
func TestMigrationOfAThousandGuests(t *testing.T) {
	m := valueMigration(t)
	rates := [][]float64{{.8, .133333, .066667, 0}, {.12, .8, .06, .02}, {.05, .125, .75, .075}, {.0125, .0375, .1, .85}}
	for i, row := range m.Rates() {
		for j, rate := range row {
			near(t, "rate", rates[i][j], rate, close6)
		}
	}
	shares, ok := m.Stationary()
	if !ok {
		t.Fatal("no stationary shares")
	}
	for i, want := range []float64{.274407, .349538, .219633, .156422} {
		near(t, "stationary", want, shares[i], close6)
	}
	two, err := m.Steps(2)
	if err != nil {
		t.Fatal(err)
	}
	for j, want := range []float64{.659333, .221667, .111333, .007667} {
		near(t, "two steps", want, two[0][j], close6)
	}
	mobility, ok := m.Mobility()
	if !ok {
		t.Fatal("no mobility")
	}
	near(t, "mobility", .266667, mobility, close6)
	moves, err := m.RankShares([]int{4, 3, 2, 1})
	if err != nil {
		t.Fatal(err)
	}
	if want := (movement.RankShares{Stay: .81, Up: .125, Down: .065}); moves != want {
		t.Errorf("want %+v, got %+v", want, moves)
	}
	sizes, err := m.Stability(movement.RefuseEmpty)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "stability of sizes", .007121090, sizes.Index, 5.1e-10)
	if m.Both() != 1000 || !slices.Equal(m.Before(), []int64{150, 250, 200, 400}) || !slices.Equal(m.After(), []int64{165, 260, 215, 360}) {
		t.Errorf("got %d, %v, %v", m.Both(), m.Before(), m.After())
	}
}

func TestRanksMayBeShared(t *testing.T) {
	moves, err := valueMigration(t).RankShares([]int{2, 1, 1, 0})
	if want := (movement.RankShares{Stay: .81, Up: .1, Down: .05, Level: .04}); err != nil || moves != want {
		t.Errorf("want %+v, got %+v, %v", want, moves, err)
	}
	_, err = valueMigration(t).RankShares([]int{1})
	refusetest.Param(t, err, "rank")
	empty, err := movement.NewTransition([]string{"a"}, [][]int64{{0}}, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	_, err = empty.RankShares([]int{1})
	refusetest.Param(t, err, "transition")
}

func TestEnteringAndLeaving(t *testing.T) {
	m, err := movement.NewTransition([]string{"a", "b"}, [][]int64{{6, 2}, {1, 9}}, []int64{4, 0}, []int64{2, 5})
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(m.Before(), []int64{10, 15}) || !slices.Equal(m.After(), []int64{11, 11}) || m.Both() != 18 {
		t.Errorf("got %v, %v, %d", m.Before(), m.After(), m.Both())
	}
	left, err := m.Leaving(1, 0.95)
	if err != nil || left.Count != 5 || left.Of != 15 {
		t.Errorf("got %+v, %v", left, err)
	}
	shares, ok := m.Stationary() // 1/4 leaves a, 1/10 leaves b: 2 : 5
	if !ok {
		t.Fatal("no stationary shares")
	}
	near(t, "stationary", 2.0/7, shares[0], 1e-12)
	turned, ok := m.StationaryWithTurnover() // from a to b 2/10; from b to a 1/15 + 5/15, as all enter in a: 6 : 3
	if !ok {
		t.Fatal("no stationary shares with turnover")
	}
	near(t, "with turnover", 2.0/3, turned[0], 1e-12)
	if left, err := m.Leaving(0, 0.95); err != nil || left.Count != 2 || left.Of != 10 {
		t.Errorf("got %+v, %v", left, err)
	}
	_, err = m.Leaving(-1, 0.95)
	refusetest.Param(t, err, "class")
	_, err = m.Leaving(2, 0.95)
	refusetest.Param(t, err, "class")
	drained, _ := movement.NewTransition([]string{"a"}, [][]int64{{6}}, nil, []int64{1})
	if _, ok := drained.StationaryWithTurnover(); ok {
		t.Error("guests leave and nobody enters: want no law")
	}
}

func TestChainsWithoutOneLaw(t *testing.T) {
	tests := []struct {
		name   string
		counts [][]int64
		want   []float64
	}{
		{"two islands", [][]int64{{5, 0}, {0, 5}}, nil},
		{"a class without guests, sought", [][]int64{{5, 1}, {0, 0}}, nil},
		{"a class without guests, not sought", [][]int64{{5, 0}, {0, 0}}, []float64{1, 0}},
		{"a class that empties", [][]int64{{5, 5}, {0, 7}}, []float64{0, 1}},
		{"they change places for good", [][]int64{{0, 5}, {5, 0}}, []float64{0.5, 0.5}},
		{"no guests", [][]int64{{0, 0}, {0, 0}}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m, err := movement.NewTransition([]string{"a", "b"}, tt.counts, nil, nil)
			if err != nil {
				t.Fatal(err)
			}
			shares, ok := m.Stationary()
			if ok != (tt.want != nil) || !slices.Equal(shares, tt.want) {
				t.Errorf("want %v, got %v, %v", tt.want, shares, ok)
			}
		})
	}
}

// Guests of b go to c, of which no rate is known: that a alone is closed is not the law of all.
func TestAnUnknownClassThatIsSoughtHasNoLaw(t *testing.T) {
	m, err := movement.NewTransition([]string{"a", "b", "c"}, [][]int64{{10, 0, 0}, {0, 5, 5}, {0, 0, 0}}, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	if shares, ok := m.Stationary(); ok {
		t.Errorf("want no law, got %v", shares)
	}
}

func TestMobilityAtTheEdges(t *testing.T) {
	swap, _ := movement.NewTransition([]string{"a", "b"}, [][]int64{{0, 5}, {5, 0}}, nil, nil)
	if got, ok := swap.Mobility(); !ok || got != 2 {
		t.Errorf("want 2, got %v, %v", got, ok)
	}
	one, _ := movement.NewTransition([]string{"a"}, [][]int64{{5}}, nil, nil)
	gap, _ := movement.NewTransition([]string{"a", "b"}, [][]int64{{5, 1}, {0, 0}}, nil, nil)
	for _, m := range []*movement.Transition{one, gap} {
		if got, ok := m.Mobility(); ok {
			t.Errorf("want none, got %v", got)
		}
	}
	_, err := gap.Steps(2)
	refusetest.Param(t, err, "transition")
	_, err = swap.Steps(1001)
	refusetest.Param(t, err, "steps")
	for steps, want := range map[int]float64{0: 1, 1: 0, 2: 1, 1000: 1, 999: 0} {
		if got, err := swap.Steps(steps); err != nil || got[0][0] != want {
			t.Errorf("%d steps: want %v, got %v, %v", steps, want, got, err)
		}
	}
}

func TestNewTransitionRefusesWrongCounts(t *testing.T) {
	classes := []string{"a", "b"}
	tests := []struct {
		param         string
		classes       []string
		counts        [][]int64
		entered, left []int64
	}{
		{"classes", nil, nil, nil, nil},
		{"classes[1]", []string{"a", "a"}, nil, nil, nil},
		{"classes[0]", []string{"", "a"}, nil, nil, nil},
		{"counts", classes, [][]int64{{1, 2}}, nil, nil},
		{"counts[1]", classes, [][]int64{{1, 2}, {1}}, nil, nil},
		{"counts[0][1]", classes, [][]int64{{1, -2}, {1, 1}}, nil, nil},
		{"entered", classes, [][]int64{{1, 2}, {1, 1}}, []int64{1}, nil},
		{"left[1]", classes, [][]int64{{1, 2}, {1, 1}}, nil, []int64{1, 1 << 41}},
	}
	for _, tt := range tests {
		_, err := movement.NewTransition(tt.classes, tt.counts, tt.entered, tt.left)
		refusetest.Param(t, err, tt.param)
	}
}

func TestChainValuesTheClasses(t *testing.T) {
	m, err := movement.NewTransition([]string{"regular", "seldom"}, [][]int64{{2, 0}, {1, 0}}, nil, []int64{1, 2})
	if err != nil {
		t.Fatal(err)
	}
	chain, err := m.Chain(decs("100", "40"), 4)
	if err != nil {
		t.Fatal(err)
	}
	want := [][]decimal.Decimal{decs("0.6667", "0", "0.3333"), decs("0.3333", "0", "0.6667"), decs("0", "0", "1")}
	if diff := cmp.Diff(want, chain.Transition, sameDecimals()); diff != "" || chain.States[2] != movement.LeftState {
		t.Errorf("(-want +got):\n%s", diff)
	}
	// A class that all have left goes to left, one without guests stays as it is.
	gone, err := movement.NewTransition([]string{"gold", "silver"}, [][]int64{{0, 0}, {0, 0}}, nil, []int64{3, 0})
	if err != nil {
		t.Fatal(err)
	}
	if empty, err := gone.Chain(decs("100", "40"), 4); err != nil || !empty.Transition[0][2].Equal(dec("1")) || !empty.Transition[1][1].Equal(dec("1")) {
		t.Errorf("all have left: got %+v, %v", empty, err)
	}
	_, err = m.Chain(decs("1"), 4)
	refusetest.Param(t, err, "reward")
	_, err = m.Chain(decs("1", "2"), 0)
	refusetest.Param(t, err, "places")
	value, err := chain.Value(valuation.Convention{Infinite: true, Horizon: valuation.Horizon{Period: valuation.Year}, Rate: mustRate(t, "0.1"), Rounding: hotelcrm.RoundTo{Places: 2, Mode: hotelcrm.RoundHalfEven}})
	if err != nil || !value.States[0].Amount.Equal(dec("253.87")) { // 100/(1 - 0.6667/1.1)
		t.Errorf("got %+v, %v", value, err)
	}
}

func mustRate(t *testing.T, yearly string) valuation.Rate {
	t.Helper()
	rate, err := valuation.Effective(dec(yearly), valuation.Year)
	if err != nil {
		t.Fatal(err)
	}
	return rate
}

// The law is where many steps lead, whatever the class at the start, if all classes meet and some guests stay.
func TestStationaryIsWhereManyStepsLead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 6).Draw(t, "classes")
		counts := make([][]int64, n)
		for i := range counts {
			counts[i] = rapid.SliceOfN(rapid.Int64Range(1, 40), n, n).Draw(t, "row")
		}
		m, err := movement.NewTransition([]string{"a", "b", "c", "d", "e", "f"}[:n], counts, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		shares, ok := m.Stationary()
		far, err := m.Steps(1000)
		if !ok || err != nil {
			t.Fatalf("%v, %v", ok, err)
		}
		for _, row := range far {
			for j := range row {
				if math.Abs(row[j]-shares[j]) > 1e-9 {
					t.Fatalf("want %v, got %v", shares, row)
				}
			}
		}
		if turned, ok := m.StationaryWithTurnover(); !ok || !slices.Equal(turned, shares) {
			t.Fatalf("without turnover: want %v, got %v", shares, turned)
		}
	})
}
