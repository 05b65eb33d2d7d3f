package hotelcrm_test

import (
	"fmt"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/sim"
)

// benchSizes are numbers of simulated persons; each makes about four rows.
var benchSizes = []int{2_500, 250_000}

func forSizes(b *testing.B, run func(b *testing.B, stays []hotelcrm.Stay)) {
	for _, guests := range benchSizes {
		stays := sim.Run(sim.Config{Guests: guests}).Stays
		b.Run(fmt.Sprintf("stays=%d", len(stays)), func(b *testing.B) {
			b.ReportAllocs()
			run(b, stays)
			b.ReportMetric(float64(len(stays))*float64(b.N)/b.Elapsed().Seconds(), "stays/s")
		})
	}
}

func simulated(b *testing.B, setup hotelcrm.Setup, stays []hotelcrm.Stay) *hotelcrm.Register {
	setup.Currency = sim.Currency
	r, err := hotelcrm.NewRegister(setup)
	if err != nil {
		b.Fatal(err)
	}
	for _, s := range stays {
		if err := r.Add(s); err != nil {
			b.Fatal(err)
		}
	}
	return r
}

func BenchmarkRegisterAdd(b *testing.B) {
	forSizes(b, func(b *testing.B, stays []hotelcrm.Stay) {
		for b.Loop() {
			simulated(b, hotelcrm.Setup{}, stays)
		}
	})
}

func BenchmarkRegisterAddTallies(b *testing.B) {
	forSizes(b, func(b *testing.B, stays []hotelcrm.Stay) {
		for b.Loop() {
			simulated(b, hotelcrm.Setup{Form: hotelcrm.Tallies, Policy: hotelcrm.Policy{Visit: hotelcrm.ByStay}}, stays)
		}
	})
}

func BenchmarkRegisterSummaries(b *testing.B) {
	forSizes(b, func(b *testing.B, stays []hotelcrm.Stay) {
		r := simulated(b, hotelcrm.Setup{}, stays)
		for b.Loop() {
			if _, err := r.Summaries(newYear, hotelcrm.Window{}); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkRegisterMarshalBinary(b *testing.B) {
	forSizes(b, func(b *testing.B, stays []hotelcrm.Stay) {
		r := simulated(b, hotelcrm.Setup{}, stays)
		for b.Loop() {
			data, err := r.MarshalBinary()
			if err != nil {
				b.Fatal(err)
			}
			b.ReportMetric(float64(len(data))/float64(len(stays)), "bytes/stay")
		}
	})
}

func BenchmarkRegisterUnmarshalBinary(b *testing.B) {
	forSizes(b, func(b *testing.B, stays []hotelcrm.Stay) {
		data, err := simulated(b, hotelcrm.Setup{}, stays).MarshalBinary()
		if err != nil {
			b.Fatal(err)
		}
		for b.Loop() {
			var r hotelcrm.Register
			if err := r.UnmarshalBinary(data); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkSumAddMinor(b *testing.B) {
	amounts := make([]int64, 1_000_000)
	for i := range amounts {
		amounts[i] = int64(i*7919%2_000_000) - 20_000
	}
	b.ReportAllocs()
	for b.Loop() {
		var s hotelcrm.Sum
		if err := s.AddMinor(amounts, 2); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(amounts))*float64(b.N)/b.Elapsed().Seconds(), "amounts/s")
}
