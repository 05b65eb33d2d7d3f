package chart

import (
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/worth"
)

func TestTicksAreRound(t *testing.T) {
	for _, test := range []struct {
		low, high float64
		want      string
	}{{10, 100_000, "10 100 1k 10k 100k"}, {5, 50, "5 10 20 50"}, {0.01, 0.1, "0.01 0.02 0.05 0.1"}, {200, 2_000_000, "200 1k 10k 100k 1M"}} {
		var got []string
		for _, tick := range (&worth.Density{Low: test.low, High: test.high}).Ticks() {
			got = append(got, TickText(lang.Printer{}, tick))
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%v to %v: %v, want %s", test.low, test.high, got, test.want)
		}
	}
}
