package hotelcrm_test

import (
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strconv"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
)

// manyStays returns stays over several pages of memory: short and long ids, ids of equal beginnings, versions that move a
// stay to another guest, amounts of every size, stays of no id among them.
func manyStays(n int) []hotelcrm.Stay {
	random := rand.New(rand.NewPCG(3, 14))
	amounts := []func() decimal.Decimal{
		func() decimal.Decimal { return decimal.New(random.Int64N(90_000)-9_000, -2) },
		func() decimal.Decimal { return decimal.New(random.Int64N(math.MaxInt64), -2) },
		func() decimal.Decimal { return decimal.New(random.Int64N(100), -3) },
		func() decimal.Decimal { return decimal.New(1+random.Int64N(9), 22) },
	}
	guests := []string{"%d", "G%08d", "GUEST-OF-%04d", "a guest id of many letters %d", "%d\x00"}
	stays := make([]hotelcrm.Stay, n)
	for i := range stays {
		s := hotelcrm.Stay{
			Guest: fmt.Sprintf(guests[random.IntN(len(guests))], random.IntN(n/8)), Property: []string{"", "CITY", "RESORT"}[random.IntN(3)],
			Status: hotelcrm.Status(1 + min(random.IntN(12), 5)), Rooms: 1 + random.IntN(2), Arrival: january.AddDays(random.IntN(300)),
			Revenue: hotelcrm.Revenue{Rooms: amounts[max(0, random.IntN(20)-16)](), Fees: amounts[0]()},
		}
		s.Departure = s.Arrival.AddDays(random.IntN(5))
		if random.IntN(4) > 0 {
			s.ID = fmt.Sprintf([]string{"S%d", "a stay id of many letters %d"}[random.IntN(2)], random.IntN(n/2))
			s.Version = int64(i) // the order of versions is the order here, whatever the order of delivery
		}
		stays[i] = s
	}
	return stays
}

// inParts returns a register that was given the stays in a shuffled order, in parts that were merged.
func inParts(tb testing.TB, setup hotelcrm.Setup, stays []hotelcrm.Stay, parts int) *hotelcrm.Register {
	random := rand.New(rand.NewPCG(uint64(parts), 1))
	stays = slices.Clone(stays)
	random.Shuffle(len(stays), func(i, j int) { stays[i], stays[j] = stays[j], stays[i] })
	whole := register(tb, setup)
	for k := range parts {
		part := register(tb, setup, stays[k*len(stays)/parts:(k+1)*len(stays)/parts]...)
		if err := whole.Merge(part); err != nil {
			tb.Fatal(err)
		}
	}
	return whole
}

// highest returns the stays that count: those without id and the highest version of each id.
func highest(stays []hotelcrm.Stay) []hotelcrm.Stay {
	type key struct{ property, id string }
	last := map[key]int{}
	for i, s := range stays {
		last[key{s.Property, s.ID}] = i
	}
	var out []hotelcrm.Stay
	for i, s := range stays {
		if s.ID == "" || last[key{s.Property, s.ID}] == i {
			out = append(out, s)
		}
	}
	return out
}

func TestManyStaysGiveEqualAnswersInAnyParts(t *testing.T) {
	stays := manyStays(20_000)
	policy := hotelcrm.Policy{Departments: hotelcrm.AllButFees | hotelcrm.Departments(hotelcrm.Fees)}
	plain := register(t, hotelcrm.Setup{Policy: policy}, highest(stays)...)
	w := hotelcrm.Window{From: january + 30, To: january + 250}
	want, wantVisits := summaries(t, plain, newYear, w), visits(t, plain, newYear, w)
	if !slices.IsSorted(want.Guests()) || want.Revenue().Beyond() == 0 {
		t.Fatalf("guests not in order, or no amount (%d) beyond an integer", want.Revenue().Beyond())
	}
	var bytesOfOne []byte
	for _, parts := range []int{1, 2, 7} {
		r := inParts(t, hotelcrm.Setup{Policy: policy, Workers: parts}, stays, parts)
		data := must(r.MarshalBinary())(t)
		if parts == 1 {
			bytesOfOne = data
		}
		if !bytes.Equal(data, bytesOfOne) {
			t.Errorf("%d parts give other bytes than one", parts)
		}
		var read hotelcrm.Register
		if err := read.UnmarshalBinary(data); err != nil {
			t.Fatal(err)
		}
		for _, r := range []*hotelcrm.Register{r, &read} {
			got := summaries(t, r, newYear, w)
			if !slices.EqualFunc(rowsOfSummaries(got), rowsOfSummaries(want), func(a, b hotelcrm.Summary) bool { return reflect.DeepEqual(a, b) }) {
				t.Errorf("%d parts summarise otherwise than the highest versions alone", parts)
			}
			gotVisits := visits(t, r, newYear, w)
			if !slices.Equal(rows(gotVisits), rows(wantVisits)) || !reflect.DeepEqual(gotVisits.Fees(), wantVisits.Fees()) {
				t.Errorf("%d parts give other visits than the highest versions alone", parts)
			}
			if got.Counts().Stays != want.Counts().Stays || got.Counts().Rows != int64(len(stays)) {
				t.Errorf("%d parts: counts %v, want %d stays of %d rows", parts, got.Counts(), want.Counts().Stays, len(stays))
			}
		}
	}
}

func rowsOfSummaries(s *hotelcrm.Summaries) []hotelcrm.Summary {
	var out []hotelcrm.Summary
	for _, one := range s.All() {
		out = append(out, one)
	}
	return out
}

func TestOneGuestOfManyEqualsTheRow(t *testing.T) {
	tallies := hotelcrm.Setup{Form: hotelcrm.Tallies, Policy: hotelcrm.Policy{Visit: hotelcrm.ByStay}}
	for _, setup := range []hotelcrm.Setup{{}, tallies} {
		r := inParts(t, setup, manyStays(30_000), 3)
		all := summaries(t, r, newYear, hotelcrm.Window{})
		for i, want := range all.All() {
			got, ok, err := r.Summary(want.Guest, newYear, hotelcrm.Window{})
			if err != nil || !ok || !reflect.DeepEqual(got, want) {
				t.Fatalf("%s, guest %d: %+v, %v, %v; want %+v", r.Setup().Form, i, got, ok, err, want)
			}
			if one, ok, err := r.Summary("not "+want.Guest, newYear, hotelcrm.Window{}); ok || err != nil {
				t.Fatalf("%s, a stranger: %+v, %v", r.Setup().Form, one, err)
			}
		}
	}
}

func TestNumbersOfGuestsAreTheirDecimalText(t *testing.T) {
	numbers := []uint64{0, 7, 4711, 999_999_999_999_999, 1_000_000_000_000_000, math.MaxUint64}
	days := slices.Repeat([]hotelcrm.Date{january}, len(numbers))
	r := register(t, hotelcrm.Setup{})
	if err := r.AddColumns(hotelcrm.Columns{GuestNumber: numbers, Arrival: days, Departure: days}); err != nil {
		t.Fatal(err)
	}
	for _, n := range numbers {
		if one, ok, err := r.Summary(strconv.FormatUint(n, 10), newYear, hotelcrm.Window{}); !ok || err != nil || one.Visits != 1 {
			t.Errorf("guest %d: %+v, %v, %v", n, one, ok, err)
		}
	}
}

func TestGuestsStandInTheOrderOfTheirIDs(t *testing.T) {
	for name, ids := range map[string][]string{
		"equal beginnings":             {"HOTEL-GUEST-2", "HOTEL-GUEST-10", "HOTEL-GUEST-1", "HOTEL-GUEST-", "HOTEL-GUE"},
		"with long ids among them":     {"HOTEL-GUEST-OF-HONOUR-1", "HOTEL-GUEST-9", "HOTEL-GU", "HOTEL-GUEST-OF-HONOUR-0", "HOTEL-GUEST-1"},
		"the same but for a last byte": {"HOTEL-GUEST-1\x00", "HOTEL-GUEST-1", "HOTEL-GUEST-1\x00\x00"},
		"nothing in common":            {"\xff", "", "é", "a", "\x00", "b"},
	} {
		t.Run(name, func(t *testing.T) {
			r := register(t, hotelcrm.Setup{})
			for _, id := range ids {
				if err := r.Add(stay(id, 1, 1, "1")); err != nil {
					t.Fatal(err)
				}
			}
			want := slices.DeleteFunc(slices.Sorted(slices.Values(ids)), func(id string) bool { return id == "" })
			if got := summaries(t, r, newYear, hotelcrm.Window{}).Guests(); !slices.Equal(got, want) {
				t.Errorf("guests %q, want %q", got, want)
			}
		})
	}
}

// TestPropertiesNumberTheirStaysAlike takes so many properties that some of their stays share a hash.
func TestPropertiesNumberTheirStaysAlike(t *testing.T) {
	const properties = 200_000
	c := hotelcrm.Columns{
		Guest: slices.Repeat([]string{"ann"}, properties), ID: slices.Repeat([]string{"1001"}, properties), Property: make([]string, properties),
		Arrival: slices.Repeat([]hotelcrm.Date{january}, properties), Departure: slices.Repeat([]hotelcrm.Date{january + 1}, properties),
	}
	for i := range c.Property {
		c.Property[i] = strconv.Itoa(i)
	}
	r := register(t, hotelcrm.Setup{})
	if err := r.AddColumns(c); err != nil {
		t.Fatal(err)
	}
	if counts := summaries(t, r, newYear, hotelcrm.Window{}).Counts(); counts.Stays != properties {
		t.Errorf("%d properties with one stay each: counts %v", properties, counts)
	}
}

func TestVersionsMayGrowAndShrinkAmounts(t *testing.T) {
	r := register(t, hotelcrm.Setup{})
	for version, revenue := range []string{"100", "30000000", "0.005", "1e25", "70", "-30000000", "99.99"} {
		s := with(stay("ann", 1, 1, revenue), func(s *hotelcrm.Stay) { s.ID, s.Version = "S1", int64(version) })
		if err := r.Add(s); err != nil {
			t.Fatal(err)
		}
		got, _, err := r.Summary("ann", newYear, hotelcrm.Window{})
		if err != nil || !got.Revenue.Equal(decimal.RequireFromString(revenue)) {
			t.Errorf("version %d: revenue %s, %v; want %s", version, got.Revenue, err, revenue)
		}
	}
}

func TestColumnsTakeNoAllocationPerStay(t *testing.T) {
	c := chainColumns(20_000, 5_000, true)
	allocations := testing.AllocsPerRun(1, func() {
		if err := register(t, hotelcrm.Setup{}).AddColumns(c); err != nil {
			t.Fatal(err)
		}
	})
	if allocations > 200 {
		t.Errorf("%v allocations for 20000 stays", allocations)
	}
}
