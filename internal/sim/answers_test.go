package sim_test

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/sim"
)

func TestAnswersAreGolden(t *testing.T) {
	hotel := sim.Run(sim.Config{})
	list := hotel.Survey(0)
	sum := sha256.Sum256(fmt.Append(nil, list))
	const rows, hash = 4535, "186bfca4a388c0b8ca48a7f48fd492207882390832aea965892a04ae9327fd3b"
	if got := hex.EncodeToString(sum[:]); len(list) != rows || got != hash {
		t.Errorf("%d rows with hash %s, want %d with %s", len(list), got, rows, hash)
	}
}

// The figures are the table of the package comment.
func TestSharesOfAnswers(t *testing.T) {
	hotel := sim.Run(sim.Config{})
	list := hotel.Survey(0)
	within(t, "sent back", float64(len(list))/200, 21, 24)
	items := [...]int{3, 8, 8, 3, 2}
	for f, want := range map[int]struct{ mean, blank float64 }{0: {3.82, 3}, 1: {3.46, 23}, 2: {3.65, 39}, 3: {4.00, 14}, 4: {3.29, 4}} {
		from := 0
		for _, n := range items[:f] {
			from += n
		}
		sum, given := 0.0, 0.0
		for i := range list {
			for _, answer := range list[i].Items[from : from+items[f]] {
				sum, given = sum+float64(answer), given+count(answer > 0)
			}
		}
		within(t, fmt.Sprint("mean of factor ", f), sum/given, want.mean-.05, want.mean+.05)
		within(t, fmt.Sprint("blanks of factor ", f), 100-100*given/float64(len(list)*items[f]), want.blank-1.5, want.blank+1.5)
	}
}

// Whoever is more satisfied answers better, most of all about the service and least about the place.
func TestAnswersFollowSatisfaction(t *testing.T) {
	hotel := sim.Run(sim.Config{})
	satisfaction := map[string]int{}
	for _, p := range hotel.Profiles {
		satisfaction[p.ID] = p.Satisfaction
	}
	rise := func(from, to int) float64 {
		var sum, given [6]float64
		for _, a := range hotel.Survey(0) {
			for _, answer := range a.Items[from:to] {
				s := satisfaction[a.ID]
				sum[s], given[s] = sum[s]+float64(answer), given[s]+count(answer > 0)
			}
		}
		return (sum[5]/given[5] - sum[2]/given[2]) / 3
	}
	within(t, "environment", rise(0, 3), .15, .3)
	within(t, "hardware", rise(3, 11), .4, .55)
	within(t, "service", rise(11, 19), .6, .75)
	within(t, "staff", rise(19, 22), .4, .65)
	within(t, "spend", rise(22, 24), .45, .6)
}

func TestAnswersStandByThemselves(t *testing.T) {
	few, many := sim.Run(sim.Config{Guests: 300}), sim.Run(sim.Config{Guests: 900})
	stays, backgrounds := fingerprint(few.Stays), few.Backgrounds(7)
	list := few.Survey(7)
	if !slices.Equal(list, many.Survey(7)[:len(list)]) {
		t.Error("more guests change the others")
	}
	if slices.Equal(list, few.Survey(8)) {
		t.Error("two seeds, one survey")
	}
	if fingerprint(few.Stays) != stays || !slices.Equal(backgrounds, few.Backgrounds(7)) {
		t.Error("the stays or the guest file changed")
	}
	for _, a := range list {
		if !slices.ContainsFunc(few.Profiles, func(p sim.Profile) bool { return p.ID == a.ID && p.Kind == sim.Person && !p.Erased }) {
			t.Errorf("%s is not a person whom the hotel knows", a.ID)
		}
	}
}
