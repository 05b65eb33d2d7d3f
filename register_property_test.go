package hotelcrm_test

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// someStay draws a stay from so small a world that ids, guests, arrivals and amounts collide often.
func someStay(t *rapid.T, label string) hotelcrm.Stay {
	amount := func(what string) decimal.Decimal {
		return decimal.New(rapid.Int64Range(-5000, 50000).Draw(t, label+what), -rapid.Int32Range(0, 4).Draw(t, label+what+" places"))
	}
	arrival := january.AddDays(rapid.IntRange(0, 20).Draw(t, label+"arrival"))
	s := hotelcrm.Stay{
		Version:  rapid.Int64Range(0, 2).Draw(t, label+"version"),
		Property: rapid.SampledFrom([]string{"", "CITY", "RESORT"}).Draw(t, label+"property"),
		Guest:    rapid.SampledFrom([]string{"", "ann", "bob", "cid", "dee"}).Draw(t, label+"guest"),
		Role:     hotelcrm.Role(rapid.IntRange(0, 4).Draw(t, label+"role")),
		Status:   hotelcrm.Status(rapid.IntRange(1, 6).Draw(t, label+"status")),
		Use:      hotelcrm.Use(rapid.IntRange(0, 4).Draw(t, label+"use")),
		Arrival:  arrival, Departure: arrival.AddDays(rapid.IntRange(-1, 4).Draw(t, label+"nights")),
		Rooms:   rapid.IntRange(0, 3).Draw(t, label+"rooms"),
		Revenue: hotelcrm.Revenue{Rooms: amount("rooms"), Fees: amount("fees")},
	}
	if rapid.Bool().Draw(t, label+"has id") {
		s.ID = rapid.SampledFrom([]string{"S1", "S2", "S3"}).Draw(t, label+"id")
	}
	return s
}

func somePolicy(t *rapid.T) hotelcrm.Policy {
	flag := func(name string) bool { return rapid.Bool().Draw(t, name) }
	p := hotelcrm.Policy{
		SkipInHouse: flag("skip in house"), SkipDayUse: flag("skip day use"), SkipSharers: flag("skip sharers"),
		SharersPay: flag("sharers pay"), CountAccompanying: flag("count accompanying"), Tolerate: hotelcrm.AnyWrongData,
	}
	if flag("fees count") {
		p.Departments = hotelcrm.Departments(hotelcrm.Rooms, hotelcrm.Fees)
	}
	if flag("by stay") {
		p.Visit = hotelcrm.ByStay
	} else {
		p.Join = flag("join")
	}
	return p
}

func someStays(t *rapid.T) []hotelcrm.Stay {
	n := rapid.IntRange(0, 40).Draw(t, "stays")
	stays := make([]hotelcrm.Stay, n)
	for i := range stays {
		stays[i] = someStay(t, "")
	}
	return stays
}

func TestShardsInAnyOrderGiveEqualBytes(t *testing.T) {
	for _, form := range []hotelcrm.Form{hotelcrm.AllVisits, hotelcrm.Tallies} {
		t.Run(form.String(), func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				setup := hotelcrm.Setup{Currency: "EUR", Form: form, Policy: somePolicy(t)}
				if form == hotelcrm.Tallies {
					setup.Policy.Visit, setup.Policy.Join = hotelcrm.ByStay, false
				}
				stays := someStays(t)
				random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
				want := merged(t, setup, stays, 1, random)
				for _, shards := range []int{2, 7} {
					if got := merged(t, setup, stays, shards, random); !bytes.Equal(got, want) {
						t.Fatalf("%d shards give other bytes than one", shards)
					}
				}
			})
		})
	}
}

// merged returns the bytes of a register filled in shards, each in shuffled order, merged in shuffled order. Half of the
// shards travel as bytes.
func merged(t *rapid.T, setup hotelcrm.Setup, stays []hotelcrm.Stay, shards int, random *rand.Rand) []byte {
	stays = slices.Clone(stays)
	random.Shuffle(len(stays), func(i, j int) { stays[i], stays[j] = stays[j], stays[i] })
	parts := make([]*hotelcrm.Register, shards)
	for i := range parts {
		parts[i] = must(hotelcrm.NewRegister(setup))(t)
	}
	for i, s := range stays {
		if err := parts[i%shards].Add(s); err != nil {
			t.Fatal(err)
		}
	}
	random.Shuffle(shards, func(i, j int) { parts[i], parts[j] = parts[j], parts[i] })
	whole := parts[0]
	for i, part := range parts[1:] {
		if i%2 == 0 {
			travelled := new(hotelcrm.Register)
			if err := travelled.UnmarshalBinary(must(part.MarshalBinary())(t)); err != nil {
				t.Fatal(err)
			}
			part = travelled
		}
		if err := whole.Merge(part); err != nil {
			t.Fatal(err)
		}
	}
	return must(whole.MarshalBinary())(t)
}

func must[T any](v T, err error) func(interface{ Fatal(...any) }) T {
	return func(t interface{ Fatal(...any) }) T {
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func TestBytesCarryTheWholeContent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := must(hotelcrm.NewRegister(hotelcrm.Setup{Currency: "EUR", AsOf: newYear, Policy: somePolicy(t)}))(t)
		for _, s := range someStays(t) {
			if err := r.Add(s); err != nil {
				t.Fatal(err)
			}
		}
		var again hotelcrm.Register
		if err := again.UnmarshalBinary(must(r.MarshalBinary())(t)); err != nil {
			t.Fatal(err)
		}
		if again.Setup() != r.Setup() || again.Setup().Workers != 1 {
			t.Fatalf("setup %+v, want %+v", again.Setup(), r.Setup())
		}
		w := hotelcrm.Window{From: january + 2, To: january + 15}
		want, got := must(r.Summaries(newYear, w))(t), must(again.Summaries(newYear, w))(t)
		if diff := cmp.Diff(lines(want), lines(got)); diff != "" {
			t.Fatalf("summaries (-want +got):\n%s", diff)
		}
		if want.Counts() != got.Counts() {
			t.Fatalf("counts %v, want %v", got.Counts(), want.Counts())
		}
		if diff := cmp.Diff(want.Warnings(), got.Warnings()); diff != "" {
			t.Fatalf("warnings (-want +got):\n%s", diff)
		}
	})
}

func TestEveryRowIsCountedOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		stays := someStays(t)
		r := must(hotelcrm.NewRegister(hotelcrm.Setup{Currency: "EUR", Policy: somePolicy(t)}))(t)
		for _, s := range stays {
			if err := r.Add(s); err != nil {
				t.Fatal(err)
			}
		}
		counts := must(r.Summaries(january+25, hotelcrm.Window{From: january + 3, To: january + 12}))(t).Counts()
		total := counts.Stays
		for _, n := range counts.LeftOut() {
			total += n
		}
		if total != int64(len(stays)) || counts.Rows != total {
			t.Fatalf("%d stays: rows %d, counted and left out %d", len(stays), counts.Rows, total)
		}
	})
}

// TestTalliesEqualAllVisits holds the form with one line per guest against the one that keeps every stay.
func TestTalliesEqualAllVisits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		setup := hotelcrm.Setup{Currency: "EUR", Policy: somePolicy(t)}
		setup.Policy.Visit, setup.Policy.Join, setup.Policy.SkipInHouse = hotelcrm.ByStay, false, true
		window := hotelcrm.Window{From: january + 3, To: january + 12}
		tallies := setup
		tallies.Form, tallies.Window = hotelcrm.Tallies, window
		all, few := must(hotelcrm.NewRegister(setup))(t), must(hotelcrm.NewRegister(tallies))(t)
		for _, s := range someStays(t) {
			s.ID = "" // tallies do not know ids
			if err := errors.Join(all.Add(s), few.Add(s)); err != nil {
				t.Fatal(err)
			}
		}
		want, got := must(all.Summaries(newYear, window))(t), must(few.Summaries(newYear, window))(t)
		if diff := cmp.Diff(lines(want), lines(got)); diff != "" {
			t.Fatalf("summaries (-want +got):\n%s", diff)
		}
		if want.Counts() != got.Counts() {
			t.Fatalf("counts %v, want %v", got.Counts(), want.Counts())
		}
	})
}

// TestSummariesEqualAPlainCount holds the register against a count that follows the words of the Policy as simply as
// possible, for stays without ids under the default policy.
func TestSummariesEqualAPlainCount(t *testing.T) {
	type key struct {
		guest, property string
		arrival         hotelcrm.Date
	}
	rapid.Check(t, func(t *rapid.T) {
		r := must(hotelcrm.NewRegister(hotelcrm.Setup{Currency: "EUR", Policy: hotelcrm.Policy{Tolerate: hotelcrm.AnyWrongData}}))(t)
		nights, revenue := map[key]int{}, map[string]decimal.Decimal{}
		visits, last := map[string]int{}, map[string]hotelcrm.Date{}
		for _, s := range someStays(t) {
			s.ID = ""
			if err := r.Add(s); err != nil {
				t.Fatal(err)
			}
			counts := (s.Status == hotelcrm.Departed || s.Status == hotelcrm.InHouse) && s.Role < hotelcrm.Accompanying && s.Use != hotelcrm.HouseUse
			if !counts || s.Guest == "" || s.Departure < s.Arrival {
				continue
			}
			k := key{s.Guest, s.Property, s.Arrival}
			if _, known := nights[k]; !known {
				visits[s.Guest]++
				nights[k] = 0
			}
			last[s.Guest] = max(last[s.Guest], s.Departure)
			if s.Role != hotelcrm.Sharer {
				nights[k] = max(nights[k], s.Nights())
				revenue[s.Guest] = revenue[s.Guest].Add(s.Revenue.Rooms)
			}
		}
		sum := map[string]int{}
		for k, n := range nights {
			sum[k.guest] += n
		}
		got := must(r.Summaries(newYear, hotelcrm.Window{}))(t)
		if got.Len() != len(visits) {
			t.Fatalf("%d guests, want %d", got.Len(), len(visits))
		}
		for _, g := range got.All() {
			if g.Visits != visits[g.Guest] || g.Nights != sum[g.Guest] || g.Last != last[g.Guest] || !g.Revenue.Equal(revenue[g.Guest]) {
				t.Fatalf("%+v, want %d visits, %d nights, last %s, revenue %s", g, visits[g.Guest], sum[g.Guest], last[g.Guest], revenue[g.Guest])
			}
		}
	})
}

func TestMergeRefusesAnotherSetup(t *testing.T) {
	r := register(t, hotelcrm.Setup{}, stay("ann", 1, 1, "1"))
	for name, setup := range map[string]hotelcrm.Setup{
		"currency": {Currency: "JPY"},
		"scale":    {Scale: 3},
		"policy":   {Policy: hotelcrm.Policy{Join: true}},
		"form":     {Form: hotelcrm.Tallies, Policy: hotelcrm.Policy{Visit: hotelcrm.ByStay}},
	} {
		if err := r.Merge(register(t, setup)); !errors.Is(err, hotelcrm.ErrMismatch) {
			t.Errorf("%s: got %v, want a mismatch", name, err)
		}
	}
	if err := r.Merge(register(t, hotelcrm.Setup{AsOf: newYear, MaxErrors: 3})); err != nil || r.Setup().AsOf != newYear {
		t.Errorf("the intake date is no mismatch: %v, %v", err, r.Setup().AsOf)
	}
}
