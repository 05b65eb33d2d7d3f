package main

import (
	"fmt"
	"strings"
	"testing"
)

// The plane is drawn whatever the values are.
func TestOddHotelsOnThePlane(t *testing.T) {
	profiles := written(t, "crm.csv", "guest,motive,satisfaction\na,business,3\nb,leisure,5\nc,leisure,1\n")
	for name, test := range map[string]struct{ rows, args string }{
		"one guest":     {"a,2023-01-01,5", ""},
		"no value":      {"a,2023-01-01,0\nb,2023-01-01,0", ""},
		"all at a loss": {"a,2023-01-01,5\nb,2023-01-01,7\nc,2023-02-01,9", "-cost 1000"},
		"all equal":     {"a,2023-01-01,5\nb,2023-01-01,5\nc,2023-01-01,5", ""},
		"a cent":        {"a,2023-01-01,0.01\nb,2023-01-01,0.02", ""},
		"enormous":      {"a,2023-01-01,123456789012345678901234567890\nb,2023-01-01,7", "-years 50"},
		"far below 0":   {"a,2023-01-01,-123456789012345678901234567890\nb,2023-01-01,7", "-cost 99999999999999999999"},
	} {
		t.Run(name, func(t *testing.T) {
			args := append(strings.Fields(test.args), "-stays", written(t, "stays.csv", "guest,arrival,revenue\n"+test.rows+"\n"), "-profiles", profiles)
			out := done(t, args...)
			checkPage(t, out)
			checkValues(t, out)
			if page := string(out.file(t, pageName)); strings.Count(page, `class="cut"`) != 1 || strings.Contains(page, "Inf") {
				t.Error("the matrix is not drawn")
			}
		})
	}
}

// Every guest is in one square, and every square in one shade.
func TestDensityHoldsAllGuests(t *testing.T) {
	a := simulatedAnalysis(t)
	d, sum := a.worth.density, 0
	for _, n := range d.counts {
		sum += n
	}
	if want := a.worth.totals.knownIncremental; sum != want || d.dots != nil {
		t.Errorf("%d guests in squares, want %d", sum, want)
	}
	for most, want := range map[int]string{1: "[1]", 3: "[1 2 3]", 10: "[1 2 3 4 5]", 600: "[1 2 9 37 150]", 1000: "[1 3 15 62 250]"} {
		if got := fmt.Sprint((&density{most: most}).steps()); got != want {
			t.Errorf("%d guests: steps %s, want %s", most, got, want)
		}
	}
	drawn := strings.Count(string(drawMatrix(a)), "z")
	filled := 0
	for _, n := range d.counts {
		if n > 0 {
			filled++
		}
	}
	if drawn != filled {
		t.Errorf("%d squares drawn, want %d", drawn, filled)
	}
}

func TestTicksAreRound(t *testing.T) {
	for _, test := range []struct {
		low, high float64
		want      string
	}{{10, 100_000, "10 100 1k 10k 100k"}, {5, 50, "5 10 20 50"}, {0.01, 0.1, "0.01 0.02 0.05 0.1"}, {200, 2_000_000, "200 1k 10k 100k 1M"}} {
		var got []string
		for _, tick := range (&density{low: test.low, high: test.high}).ticks() {
			got = append(got, tickText(tick))
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%v to %v: %v, want %s", test.low, test.high, got, test.want)
		}
	}
}
