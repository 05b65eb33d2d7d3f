package hotelcrm_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

func someRegister(t *rapid.T, stays []hotelcrm.Stay) *hotelcrm.Register {
	r := must(hotelcrm.NewRegister(hotelcrm.Setup{Currency: "EUR", Policy: somePolicy(t)}))(t)
	for _, s := range stays {
		if err := r.Add(s); err != nil {
			t.Fatal(err)
		}
	}
	return r
}

func someWindow(t *rapid.T) hotelcrm.Window {
	if rapid.Bool().Draw(t, "any time") {
		return hotelcrm.Window{}
	}
	w := hotelcrm.Window{From: january.AddDays(rapid.IntRange(0, 10).Draw(t, "from"))}
	if rapid.Bool().Draw(t, "closed") {
		w.To = w.From.AddDays(rapid.IntRange(0, 15).Draw(t, "days"))
	}
	return w
}

// summed returns the summary that a guest's rows add up to.
func summed(v *hotelcrm.Visits, i int) hotelcrm.Summary {
	from, to := v.Of(i)
	sum := hotelcrm.Summary{Guest: v.Guests()[i], First: v.Arrival()[from], Visits: to - from, Revenue: v.Fees().At(i)}
	for k := from; k < to; k++ {
		one := v.At(k)
		if k > from {
			gap := int64(one.Arrival.DaysSince(sum.LastArrival))
			sum.GapSquares += gap * gap
		}
		sum.LastArrival, sum.Last = one.Arrival, max(sum.Last, one.Departure)
		sum.Nights, sum.RoomNights = sum.Nights+one.Nights, sum.RoomNights+one.RoomNights
		sum.Revenue = sum.Revenue.Add(one.Revenue)
		if one.Arrival > sum.First {
			sum.RepeatRevenue = sum.RepeatRevenue.Add(one.Revenue)
		}
	}
	return sum
}

func TestSummariesAreTheSumsOfVisits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := someRegister(t, someStays(t))
		asOf, w := january.AddDays(rapid.IntRange(0, 30).Draw(t, "asOf")), someWindow(t)
		want, v := must(r.Summaries(asOf, w))(t), must(r.Visits(asOf, w))(t)
		if !slices.Equal(want.Guests(), v.Guests()) {
			t.Fatalf("guests %q, want %q", v.Guests(), want.Guests())
		}
		for i, one := range want.All() {
			if diff := cmp.Diff(one, summed(v, i), cmp.Comparer(decimal.Decimal.Equal)); diff != "" {
				t.Fatalf("guest %d (-summary +sum of visits):\n%s", i, diff)
			}
		}
		if want.Counts() != v.Counts() {
			t.Fatalf("counts %v, want %v", v.Counts(), want.Counts())
		}
		spilled := func(w hotelcrm.Warning) bool { return w.Code == hotelcrm.WarnSpilled } // counts visits here, guests there
		if diff := cmp.Diff(slices.DeleteFunc(want.Warnings(), spilled), slices.DeleteFunc(v.Warnings(), spilled), cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("warnings (-summaries +visits):\n%s", diff)
		}
		if stays := sum32(v.Stays()); stays != v.Counts().Stays {
			t.Fatalf("visits of %d stays, counted %d", stays, v.Counts().Stays)
		}
	})
}

func sum32(column []int32) (sum int64) {
	for _, n := range column {
		sum += int64(n)
	}
	return sum
}

func TestVisitsSumUpToTheSummariesOfTheRegister(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		policy, stays, w := somePolicy(t), someStays(t), someWindow(t)
		asOf := january.AddDays(rapid.IntRange(0, 30).Draw(t, "asOf"))
		for _, workers := range []int{1, 2, 7} {
			r := must(hotelcrm.NewRegister(hotelcrm.Setup{Currency: "EUR", Policy: policy, Workers: workers}))(t)
			for _, s := range stays {
				if err := r.Add(s); err != nil {
					t.Fatal(err)
				}
			}
			want, got := must(r.Summaries(asOf, w))(t), must(r.Visits(asOf, w))(t).Summaries()
			if diff := cmp.Diff(want, got, inFull); diff != "" {
				t.Fatalf("%d workers (-register +visits):\n%s", workers, diff)
			}
		}
	})
}

// inFull compares all that is held, but takes no list and an empty one for the same.
var inFull = cmp.Options{
	cmp.AllowUnexported(hotelcrm.Summaries{}, hotelcrm.Amounts{}, hotelcrm.Counts{}),
	cmp.Comparer(func(a, b decimal.Decimal) bool { return a.Exponent() == b.Exponent() && a.Equal(b) }),
	cmpopts.EquateEmpty(),
}

func TestVisitsDoNotShowTheOrderOfStays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		setup := hotelcrm.Setup{Currency: "EUR", Policy: somePolicy(t)}
		stays, w := someStays(t), someWindow(t)
		random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
		var want []string
		for turn, workers := range []int{1, 2, 7} {
			random.Shuffle(len(stays), func(i, j int) { stays[i], stays[j] = stays[j], stays[i] })
			setup.Workers = workers
			r := must(hotelcrm.NewRegister(setup))(t)
			for _, s := range stays {
				if err := r.Add(s); err != nil {
					t.Fatal(err)
				}
			}
			got := rows(must(r.Visits(january+20, w))(t))
			if turn == 0 {
				want = got
			}
			if !slices.Equal(got, want) {
				t.Fatalf("%d workers: %q, want %q", workers, got, want)
			}
		}
	})
}
