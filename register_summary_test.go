package hotelcrm_test

import (
	"errors"
	"fmt"
	"reflect"
	"sync"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"pgregory.net/rapid"
)

func TestSummaryIsTheGuestsRow(t *testing.T) {
	for _, form := range []hotelcrm.Form{hotelcrm.AllVisits, hotelcrm.Tallies} {
		t.Run(form.String(), func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				setup := hotelcrm.Setup{Currency: "EUR", Form: form, Policy: somePolicy(t)}
				asOf, w := january.AddDays(rapid.IntRange(0, 30).Draw(t, "asOf")), someWindow(t)
				if form == hotelcrm.Tallies {
					setup.Policy.Visit, setup.Policy.Join, setup.Window, asOf = hotelcrm.ByStay, false, w, newYear
				}
				r := must(hotelcrm.NewRegister(setup))(t)
				for _, s := range someStays(t) {
					if rapid.Bool().Draw(t, "long guest id") && s.Guest != "" {
						s.Guest += ", the guest of many letters"
					}
					if err := r.Add(s); err != nil {
						t.Fatal(err)
					}
				}
				compareRows(t, r, must(r.Summaries(asOf, w))(t))
			})
		})
	}
}

// compareRows holds Summary against every row, and the guests without a row.
func compareRows(t *rapid.T, r *hotelcrm.Register, want *hotelcrm.Summaries) {
	for _, guest := range []string{"", "ann", "bob", "cid", "dee", "eve", "ann, the guest of many letters", "bob, the guest of many letters", "eve, the guest of many letters"} {
		got, ok, err := r.Summary(guest, want.AsOf(), want.Window())
		if err != nil {
			t.Fatal(err)
		}
		i, known := want.Find(guest)
		if ok != known {
			t.Fatalf("%q: known %v, want %v", guest, ok, known)
		}
		if ok && !reflect.DeepEqual(got, want.At(i)) {
			t.Fatalf("%q: %+v, want %+v", guest, got, want.At(i))
		}
	}
}

func TestSummaryFollowsTheRegister(t *testing.T) {
	r := register(t, hotelcrm.Setup{}, stay("ann", 1, 2, "100"))
	moved := with(stay("ann", 9, 1, "60"), func(s *hotelcrm.Stay) { s.ID, s.Version = "S1", 1 })
	steps := []struct {
		stay     hotelcrm.Stay
		ann, bob int // visits
	}{
		{moved, 2, 0},
		{with(moved, func(s *hotelcrm.Stay) { s.Guest, s.Version = "bob", 2 }), 1, 1},
		{with(moved, func(s *hotelcrm.Stay) { s.Version = 3 }), 2, 0},
		{stay("bob", 20, 1, "70"), 2, 1},
	}
	for i, step := range steps {
		if err := r.Add(step.stay); err != nil {
			t.Fatal(err)
		}
		for guest, want := range map[string]int{"ann": step.ann, "bob": step.bob} {
			if got, ok, err := r.Summary(guest, newYear, hotelcrm.Window{}); err != nil || got.Visits != want || ok != (want > 0) {
				t.Errorf("step %d: %s has %d visits, %v, %v; want %d", i, guest, got.Visits, ok, err, want)
			}
		}
	}
}

func TestSummaryIsRefused(t *testing.T) {
	byStay := hotelcrm.Policy{Visit: hotelcrm.ByStay}
	march := hotelcrm.Window{From: hotelcrm.DateOf(2025, 3, 1)}
	tallies := register(t, hotelcrm.Setup{Form: hotelcrm.Tallies, Policy: byStay}, stay("ann", 1, 2, "100"), stay("bob", 40, 2, "100"))
	for _, tt := range []struct {
		name   string
		r      *hotelcrm.Register
		asOf   hotelcrm.Date
		window hotelcrm.Window
		param  string // none: no error
	}{
		{"no register", nil, newYear, hotelcrm.Window{}, "register"},
		{"no date", tallies, 0, hotelcrm.Window{}, "asOf"},
		{"reversed window", tallies, newYear, hotelcrm.Window{From: 2, To: 1}, "window"},
		{"another window", tallies, newYear, march, "window"},
		{"before the guest's last day", tallies, january + 1, hotelcrm.Window{}, "asOf"},
		{"before another guest's", tallies, january + 2, hotelcrm.Window{}, ""},
		{"any window of all visits", register(t, hotelcrm.Setup{}), january, march, ""},
	} {
		_, _, err := tt.r.Summary("ann", tt.asOf, tt.window)
		if p, ok := errors.AsType[*hotelcrm.ParamError](err); ok != (tt.param != "") || ok && p.Param != tt.param {
			t.Errorf("%s: got %v, want a ParamError for %q", tt.name, err, tt.param)
		}
	}
}

func TestSummaryOfTalliesAllocatesTheAmountsOnly(t *testing.T) {
	r := register(t, hotelcrm.Setup{Form: hotelcrm.Tallies, Policy: hotelcrm.Policy{Visit: hotelcrm.ByStay}}, stay("ann", 1, 2, "100"), stay("ann", 9, 2, "80.50"))
	const amounts = 4 // two for each
	got := testing.AllocsPerRun(100, func() { _, _, _ = r.Summary("ann", newYear, hotelcrm.Window{}) })
	if got > amounts {
		t.Errorf("%v allocations, the amounts take %d", got, amounts)
	}
}

func TestReadersMayAskAtOnce(t *testing.T) {
	r := register(t, hotelcrm.Setup{Workers: 2})
	for i := range 200 {
		if err := r.Add(stay(fmt.Sprint("guest ", i%20), i, 1, "10")); err != nil {
			t.Fatal(err)
		}
	}
	var group sync.WaitGroup
	for i := range 8 {
		group.Go(func() {
			s := summaries(t, r, newYear, hotelcrm.Window{})
			one, ok, err := r.Summary(s.Guests()[i], newYear, hotelcrm.Window{})
			if err != nil || !ok || one.Visits != 10 || visits(t, r, newYear, hotelcrm.Window{}).Len() != 200 {
				t.Errorf("reader %d: %+v, %v, %v", i, one, ok, err)
			}
		})
	}
	group.Wait()
}
