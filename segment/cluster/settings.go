package cluster

import (
	"fmt"
	"math"

	"github.com/hotelcrm/hotelcrm/internal/plural"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/internal/share"
)

// Settings say how guests are grouped. K must be set; the zero values of the others are the defaults.
type Settings struct {
	K    int    `json:"k"`    // groups: 1 to 1000, and not more than there are different rows
	Seed uint64 `json:"seed"` // of the starts

	// Starts is how often the search begins anew from other centres; the best end is kept, of equal ones the first. 1
	// to 1000; 0: 10.
	Starts int `json:"starts,omitempty"`
	// Sample is the number of different rows above which the starts are tried on a sample of as many, and only the best of
	// them on all; 100 to 1e9 and not below K; 0: 20000.
	Sample int `json:"sample,omitempty"`
	// Start are K guests, counted from 0, to begin at, in place of the starts.
	Start []int `json:"start,omitempty"`
	// Iterations is the most rounds of one search; 1 to 10000; 0: 300.
	Iterations int `json:"iterations,omitempty"`
	// Gamma is what one differing level weighs beside squared distances of numbers: 0 to 1e6; 0: half the mean standard
	// deviation of the scaled numbers (0.5 for the scaling standard), or 1 without numbers.
	Gamma float64 `json:"gamma,omitempty"`
	// Workers is how many goroutines may work; 0: 1. It never changes the result.
	Workers int `json:"-"`
}

const (
	maxK              = 1000
	defaultStarts     = 10
	defaultSample     = 20_000
	defaultIterations = 300
)

// resolved returns the settings with defaults in place. Others are named as fields of the caller's type.
func (s Settings) resolved(d *Data, of string) (Settings, error) {
	s.Starts, s.Sample, s.Iterations = orDefault(s.Starts, defaultStarts), orDefault(s.Sample, defaultSample), orDefault(s.Iterations, defaultIterations)
	s.Workers = orDefault(s.Workers, 1)
	limits := []struct {
		name      string
		n, lo, hi int
	}{
		{"K", s.K, 1, maxK},
		{"Starts", s.Starts, 1, 1000},
		{"Sample", s.Sample, 100, 1e9},
		{"Iterations", s.Iterations, 1, 10_000},
	}
	for _, l := range limits {
		if l.n < l.lo || l.n > l.hi {
			return s, refuse.Param(of+"."+l.name, fmt.Sprint(l.n), fmt.Sprintf("%d to %d", l.lo, l.hi))
		}
	}
	if err := share.Check(of+".Workers", s.Workers, refuse.Param); err != nil {
		return s, err
	}
	if s.K > d.rows.n {
		return s, refuse.Param(of+".K", fmt.Sprint(s.K), fmt.Sprintf("at most the %d different rows", d.rows.n))
	}
	if s.Sample < s.K {
		return s, refuse.Param(of+".Sample", fmt.Sprint(s.Sample), fmt.Sprintf("at least K, %d", s.K))
	}
	if !(s.Gamma >= 0 && s.Gamma <= 1e6) {
		return s, refuse.Param(of+".Gamma", fmt.Sprint(s.Gamma), "0 to 1e6")
	}
	if s.Gamma == 0 {
		s.Gamma = d.gamma()
	}
	return s, s.checkStart(d)
}

func orDefault(n, standard int) int {
	if n == 0 {
		return standard
	}
	return n
}

func (s Settings) checkStart(d *Data) error {
	if len(s.Start) == 0 {
		return nil
	}
	if len(s.Start) != s.K {
		return refuse.Param("Settings.Start", plural.Of(len(s.Start), "guest", "guests"), fmt.Sprintf("as many as K, %d", s.K))
	}
	seen := map[int32]bool{}
	for i, guest := range s.Start {
		name := fmt.Sprintf("Settings.Start[%d]", i)
		if guest < 0 || guest >= d.guests {
			return refuse.Param(name, fmt.Sprint(guest), fmt.Sprintf("0 to %d", d.guests-1))
		}
		row := d.rowOf[guest]
		if row < 0 || seen[row] {
			return refuse.Param(name, fmt.Sprint(guest), "a guest with values that no other one has")
		}
		seen[row] = true
	}
	return nil
}

// gamma returns the default weight of a differing level.
func (d *Data) gamma() float64 {
	sum, n := 0.0, 0
	for _, col := range d.numbers {
		if col.deviation > 0 {
			sum, n = sum+col.deviation, n+1
		}
	}
	if n == 0 {
		return 1
	}
	return math.Max(sum/float64(n)/2, math.SmallestNonzeroFloat64)
}
