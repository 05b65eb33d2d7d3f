package btyd_test

import (
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
	"gonum.org/v1/gonum/stat/distuv"
	"pgregory.net/rapid"
)

// regularGuests returns the times of visits of guests whose times between visits are gamma distributed with shape k.
func regularGuests(k float64, guests, visits int) [][]float64 {
	out := make([][]float64, guests)
	for g := range out {
		rng := rand.New(rand.NewPCG(9, uint64(g)))
		gap := distuv.Gamma{Alpha: k, Beta: k / (1 + 20*rng.Float64()), Src: rng}
		at := 0.0
		for range visits {
			out[g] = append(out[g], at)
			at += gap.Rand()
		}
	}
	return out
}

func TestRegularityIsRecovered(t *testing.T) {
	for _, k := range []float64{1, 2, 4} {
		visits := regularGuests(k, 20_000, 3)
		wheat, err := btyd.Wheat(visits)
		if err != nil || wheat.Guests != 20_000 || math.Abs(wheat.K-k) > .05*k {
			t.Errorf("Wheat and Morrison: got %+v, %v, want %v", wheat, err, k)
		}
		long := regularGuests(k, 2000, 400)
		minka, err := btyd.Minka(long, 10)
		if err != nil || math.Abs(minka.K-k) > .03*k {
			t.Errorf("Minka: got %+v, %v, want %v", minka, err, k)
		}
		thom, err := btyd.Thom(long, 10)
		if err != nil || math.Abs(thom.K-k) > .03*k {
			t.Errorf("Thom: got %+v, %v, want %v", thom, err, k)
		}
	}
}

// One guest after 1 and 3 more units, one after 2 and 2, one after 3 and 1: M is 3/4, 1/2 and 1/4.
func TestRegularityByHand(t *testing.T) {
	visits := [][]float64{{0, 1, 4}, {5, 7, 9}, {0, 100, 103, 104}, {1}}
	got, err := btyd.Wheat(visits)
	if err != nil || got.Guests != 3 || got.Left != 1 {
		t.Fatalf("got %+v, %v", got, err)
	}
	wantClose(t, "Wheat and Morrison", got.K, (1-4./16)/(8./16), 1e-14)
	// ln of the mean of 1 and 3 less the mean of their logs.
	s := math.Log(2) - math.Log(3)/2
	got, err = btyd.Minka(visits[:1], 2)
	if err != nil {
		t.Fatal(err)
	}
	wantClose(t, "Minka", got.K, (3-s+math.Sqrt((s-3)*(s-3)+24*s))/(12*s), 1e-14)
	got, err = btyd.Thom(visits[:1], 2)
	if err != nil {
		t.Fatal(err)
	}
	wantClose(t, "Thom", got.K, (1+math.Sqrt(1+4*s/3))/(4*s), 1e-14)
}

func TestRegularityRefuses(t *testing.T) {
	for _, visits := range [][][]float64{nil, {{0, 1, 2}}, {{0, 1, 2}, {3, 4, 5}}, {{0, 1}, {1, 2}}} {
		if _, err := btyd.Wheat(visits); !errors.Is(err, btyd.ErrTooFew) {
			t.Errorf("%v: got %v", visits, err)
		}
	}
	if got, err := btyd.Thom([][]float64{{0, 1, 3}}, 3); !errors.Is(err, btyd.ErrTooFew) || got.Left != 1 || got.Guests != 0 {
		t.Errorf("two times where three are asked for: %+v, %v", got, err)
	}
	for every := 1; every < 60; every++ { // rounding puts the mean of the logarithms on either side
		times := make([]float64, 30)
		for i := range times {
			times[i] = float64(i) * float64(every) / 10
		}
		if got, err := btyd.Minka([][]float64{times}, 10); err == nil && !(got.K > 1e6) {
			t.Errorf("every %d tenths of a day: %+v", every, got)
		}
	}
	if _, err := btyd.Minka([][]float64{{0, 1, 2}}, 2); !errors.Is(err, btyd.ErrTooFew) {
		t.Errorf("clockwork: got %v", err)
	}
	_, err := btyd.Thom(nil, 1)
	refusetest.Param(t, err, "least")
	for _, visits := range [][][]float64{{{0}, {0, 0}}, {{0}, {1, math.NaN()}}, {{0}, {math.Inf(-1), 2}}} {
		_, err := btyd.Wheat(visits)
		if row, ok := errors.AsType[*hotelcrm.RowError](err); !ok || row.Row != 2 {
			t.Errorf("%v: got %v", visits, err)
		}
	}
}

func TestRegularityIgnoresUnits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		visits := regularGuests(rapid.Float64Range(.5, 5).Draw(t, "k"), 50, 12)
		factor := rapid.Float64Range(.1, 10).Draw(t, "factor")
		scaled := make([][]float64, len(visits))
		for g := range visits {
			for _, at := range visits[g] {
				scaled[g] = append(scaled[g], at*factor)
			}
		}
		slices.Reverse(scaled)
		for _, estimate := range []func([][]float64) (btyd.Regularity, error){
			btyd.Wheat,
			func(v [][]float64) (btyd.Regularity, error) { return btyd.Minka(v, 10) },
			func(v [][]float64) (btyd.Regularity, error) { return btyd.Thom(v, 10) },
		} {
			a, errA := estimate(visits)
			b, errB := estimate(scaled)
			if errA != nil || errB != nil || math.Abs(a.K-b.K) > 1e-9*a.K {
				t.Fatalf("%v, %v and %v, %v", a, errA, b, errB)
			}
		}
	})
}
