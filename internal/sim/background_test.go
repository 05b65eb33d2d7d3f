package sim_test

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/sim"
)

func TestBackgroundsAreGolden(t *testing.T) {
	hotel := sim.Run(sim.Config{})
	list := hotel.Backgrounds(0)
	sum := sha256.Sum256(fmt.Append(nil, list))
	const rows, hash = 17449, "3c4cec0fa847b2d0eb14b2d00151de722234841e8825517f6efd405105835af5"
	if got := hex.EncodeToString(sum[:]); len(list) != rows || got != hash {
		t.Errorf("%d rows with hash %s, want %d with %s", len(list), got, rows, hash)
	}
}

// The shares are the table of the package comment.
func TestSharesOfBackgrounds(t *testing.T) {
	hotel := sim.Run(sim.Config{})
	list := hotel.Backgrounds(0)
	known := map[string]float64{}
	for _, b := range list {
		known["motive"] += count(b.Motive != "")
		known["industry"] += count(b.Industry != "")
		known["income"] += count(b.Income > 0)
		known["credit"] += count(b.Credit > 0)
		known["satisfaction"] += count(b.Satisfaction > 0)
		known[b.Motive]++
		known[b.Industry]++
		known[fmt.Sprint("income ", b.Income)]++
		known[fmt.Sprint("credit ", b.Credit)]++
	}
	within(t, "on file", float64(len(list))/200, 86, 88.5)
	for _, test := range []struct {
		of, what string
		percent  float64
	}{
		{"", "motive", 85},
		{"", "industry", 70},
		{"", "income", 55},
		{"", "credit", 75},
		{"", "satisfaction", 62},
		{"motive", "business", 26},
		{"motive", "conference", 9},
		{"motive", "leisure", 37},
		{"motive", "family", 18},
		{"motive", "event", 10},
		{"industry", "technology", 15},
		{"industry", "manufacturing", 15},
		{"industry", "public sector", 12},
		{"industry", "finance", 11},
		{"income", "income 18000", 12},
		{"income", "income 28000", 22},
		{"income", "income 42000", 33},
		{"income", "income 65000", 23},
		{"income", "income 110000", 10},
		{"credit", "credit 1", 6},
		{"credit", "credit 2", 13},
		{"credit", "credit 3", 33},
		{"credit", "credit 4", 33},
		{"credit", "credit 5", 15},
	} {
		part := 100 * known[test.what] / float64(len(list))
		if test.of != "" {
			part = 100 * known[test.what] / known[test.of]
		}
		within(t, test.what, part, test.percent-1, test.percent+1)
	}
}

func TestBackgroundsStandByThemselves(t *testing.T) {
	few, many := sim.Run(sim.Config{Guests: 300}), sim.Run(sim.Config{Guests: 900})
	stays := fingerprint(few.Stays)
	list := few.Backgrounds(7)
	if !slices.Equal(list, many.Backgrounds(7)[:len(list)]) {
		t.Error("more guests change the others")
	}
	if slices.Equal(list, few.Backgrounds(8)) {
		t.Error("two seeds, one guest file")
	}
	if fingerprint(few.Stays) != stays {
		t.Error("the stays changed")
	}
	kinds := map[string]sim.Kind{}
	for _, p := range few.Profiles {
		if !p.Erased {
			kinds[p.ID] = p.Kind
		}
	}
	for _, b := range list {
		if kinds[b.ID] != sim.Person {
			t.Errorf("%s is a %s", b.ID, kinds[b.ID])
		}
	}
}
