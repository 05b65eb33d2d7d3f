package hotelcrm_test

import (
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"pgregory.net/rapid"
)

// mixedColumns returns rows of all kinds: short and long ids, amounts that overflow an int64 when added, fees, every
// status, wrong rows.
func mixedColumns(random *rand.Rand, n int) hotelcrm.Columns {
	c := hotelcrm.Columns{
		Guest: make([]string, n), Arrival: make([]hotelcrm.Date, n), Departure: make([]hotelcrm.Date, n), Rooms: make([]int32, n),
		Status: make([]hotelcrm.Status, n), Role: make([]hotelcrm.Role, n), RoomRevenue: make([]int64, n), FoodBeverage: make([]int64, n), Fees: make([]int64, n),
	}
	for i := range n {
		c.Guest[i] = []string{"G%d", "a guest id of many letters %d", "%015d", "%016d", ""}[min(random.IntN(40), 4)*random.IntN(2)]
		if c.Guest[i] != "" {
			c.Guest[i] = fmt.Sprintf(c.Guest[i], random.IntN(max(1, n/4)))
		}
		c.Arrival[i] = january.AddDays(random.IntN(400))
		c.Departure[i] = c.Arrival[i].AddDays(random.IntN(5) - random.IntN(50)/49)
		c.Status[i] = hotelcrm.Status(1 + min(random.IntN(30), 5))
		c.Role[i] = hotelcrm.Role(1 + random.IntN(20)/18)
		c.Rooms[i] = 1 + int32(random.IntN(2))
		c.RoomRevenue[i], c.FoodBeverage[i], c.Fees[i] = random.Int64N(50_000)-1000, random.Int64N(2)*300, random.Int64N(100)
		if random.IntN(20) == 0 {
			c.RoomRevenue[i] = []int64{math.MaxInt64, math.MinInt64, math.MaxInt64 - 5}[random.IntN(3)]
		}
	}
	return c
}

func tallySetup(workers int) hotelcrm.Setup {
	return hotelcrm.Setup{
		Currency: "EUR", Form: hotelcrm.Tallies, Workers: workers, AsOf: hotelcrm.DateOf(2026, 1, 15),
		Window: hotelcrm.Window{From: january + 5, To: january + 380},
		Policy: hotelcrm.Policy{
			Visit: hotelcrm.ByStay, Tolerate: hotelcrm.AnyWrongData, Departments: hotelcrm.AllButFees | hotelcrm.Departments(hotelcrm.Fees),
		},
	}
}

func rowsOf(c hotelcrm.Columns, from, to int) hotelcrm.Columns {
	return hotelcrm.Columns{
		Guest: c.Guest[from:to], Arrival: c.Arrival[from:to], Departure: c.Departure[from:to], Rooms: c.Rooms[from:to], Status: c.Status[from:to],
		Role: c.Role[from:to], RoomRevenue: c.RoomRevenue[from:to], FoodBeverage: c.FoodBeverage[from:to], Fees: c.Fees[from:to],
	}
}

func stayOf(c hotelcrm.Columns, i int) hotelcrm.Stay {
	return hotelcrm.Stay{
		Guest: c.Guest[i], Arrival: c.Arrival[i], Departure: c.Departure[i], Rooms: int(c.Rooms[i]), Status: c.Status[i], Role: c.Role[i],
		Revenue: hotelcrm.Revenue{
			Rooms: hotelcrm.FromMinor(c.RoomRevenue[i], 2), FoodBeverage: hotelcrm.FromMinor(c.FoodBeverage[i], 2), Fees: hotelcrm.FromMinor(c.Fees[i], 2),
		},
	}
}

// TestWorkersAndBatchesGiveEqualBytes holds the fast way of the form Tallies against single stays, and the form AllVisits
// against both.
func TestWorkersAndBatchesGiveEqualBytes(t *testing.T) {
	const n = 30_000
	c := mixedColumns(rand.New(rand.NewPCG(7, 7)), n)
	plain := register(t, tallySetup(1))
	all := tallySetup(1)
	all.Form, all.Window, all.Policy.SkipInHouse = hotelcrm.AllVisits, hotelcrm.Window{}, true
	visits := register(t, all)
	for i := range n {
		if err := plain.Add(stayOf(c, i)); err != nil {
			t.Fatal(err)
		}
		if err := visits.Add(stayOf(c, i)); err != nil {
			t.Fatal(err)
		}
	}
	want, _ := plain.MarshalBinary()
	for _, workers := range []int{1, 2, 7} {
		for _, batch := range []int{n, 9_999, 500} {
			r := register(t, tallySetup(workers))
			for from := 0; from < n; from += batch {
				if err := r.AddColumns(rowsOf(c, from, min(n, from+batch))); err != nil {
					t.Fatal(err)
				}
			}
			if got, _ := r.MarshalBinary(); !bytes.Equal(got, want) {
				t.Errorf("%d workers in batches of %d give other bytes than single stays", workers, batch)
			}
		}
	}
	asOf := hotelcrm.DateOf(2027, 1, 1)
	tallied, kept := summaries(t, plain, asOf, plain.Setup().Window), summaries(t, visits, asOf, plain.Setup().Window)
	if diff := cmp.Diff(lines(kept), lines(tallied)); diff != "" {
		t.Errorf("tallies against all visits (-want +got):\n%s", diff)
	}
	if kept.Counts() != tallied.Counts() {
		t.Errorf("counts %v, want %v", tallied.Counts(), kept.Counts())
	}
	if !slices.IsSorted(tallied.Guests()) {
		t.Error("guests are not in the order of their ids")
	}
}

func TestPlainColumnsEqualSingleStays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.SampledFrom([]int{0, 1, 300, 9_000}).Draw(t, "rows")
		random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 2))
		numbers, c := make([]uint64, n), hotelcrm.Columns{Arrival: make([]hotelcrm.Date, n), Departure: make([]hotelcrm.Date, n), FoodBeverage: make([]int64, n)}
		setup := tallySetup(rapid.IntRange(0, 3).Draw(t, "workers"))
		few, one := must(hotelcrm.NewRegister(setup))(t), must(hotelcrm.NewRegister(setup))(t)
		for i := range n {
			numbers[i] = random.Uint64() >> random.IntN(64) % 500_000_000_000_000_000
			c.Arrival[i] = january.AddDays(random.IntN(385))
			c.Departure[i] = c.Arrival[i].AddDays(random.IntN(4) - random.IntN(20)/19)
			c.FoodBeverage[i] = random.Int64() >> random.IntN(64)
			if err := one.Add(hotelcrm.Stay{
				Guest: strconv.FormatUint(numbers[i], 10), Status: hotelcrm.Departed, Arrival: c.Arrival[i], Departure: c.Departure[i],
				Revenue: hotelcrm.Revenue{FoodBeverage: hotelcrm.FromMinor(c.FoodBeverage[i], 2)},
			}); err != nil {
				t.Fatal(err)
			}
		}
		c.GuestNumber = numbers
		if n > 0 {
			if err := few.AddColumns(c); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(must(few.MarshalBinary())(t), must(one.MarshalBinary())(t)) {
			t.Fatal("columns give other bytes than single stays")
		}
	})
}

func TestResetForgetsEverything(t *testing.T) {
	c := mixedColumns(rand.New(rand.NewPCG(1, 1)), 10_000)
	for _, setup := range []hotelcrm.Setup{tallySetup(2), {Currency: "EUR", Policy: hotelcrm.Policy{Tolerate: hotelcrm.AnyWrongData}}} {
		r := register(t, setup)
		empty, _ := r.MarshalBinary()
		var full [2][]byte
		for i := range full {
			if err := r.AddColumns(c); err != nil {
				t.Fatal(err)
			}
			full[i], _ = r.MarshalBinary()
			r.Reset()
			if again, _ := r.MarshalBinary(); !bytes.Equal(again, empty) {
				t.Errorf("%s: something is left after Reset", setup.Form)
			}
		}
		if !bytes.Equal(full[0], full[1]) {
			t.Errorf("%s: filled again, it has other bytes", setup.Form)
		}
	}
}

func TestMergingEqualsAdding(t *testing.T) {
	c := mixedColumns(rand.New(rand.NewPCG(3, 1)), 2_000)
	a, b := register(t, tallySetup(1)), register(t, tallySetup(1))
	for _, r := range []*hotelcrm.Register{a, b, b} {
		if err := r.AddColumns(c); err != nil {
			t.Fatal(err)
		}
	}
	if err := a.Merge(a); err == nil {
		t.Error("a register was merged with itself")
	}
	half := register(t, tallySetup(1))
	if err := half.AddColumns(c); err != nil {
		t.Fatal(err)
	}
	if err := half.Merge(a); err != nil {
		t.Fatal(err)
	}
	got, _ := half.MarshalBinary()
	want, _ := b.MarshalBinary()
	if !bytes.Equal(got, want) {
		t.Error("merging equals adding")
	}
}

func TestPlainColumnsLeaveOutMissingGuests(t *testing.T) {
	r := register(t, tallySetup(2))
	day := []hotelcrm.Date{january + 9, january + 9, january + 9}
	if err := r.AddColumns(hotelcrm.Columns{Guest: []string{"ann", "", "bob"}, Arrival: day, Departure: day, RoomRevenue: []int64{1, 2, 4}}); err != nil {
		t.Fatal(err)
	}
	s := summaries(t, r, newYear, r.Setup().Window)
	if text := s.Counts().String(); s.Len() != 2 || text != "rows 3: stays 2, missing-guest 1" || !s.Revenue().Sum().Equal(hotelcrm.FromMinor(5, 2)) {
		t.Errorf("%d guests, %s, revenue %s", s.Len(), text, s.Revenue().Sum())
	}
}

// TestReservedTablesGiveEqualBytes: so many rows at once are sampled first, and tables made for what the sample lets
// expect.
func TestReservedTablesGiveEqualBytes(t *testing.T) {
	const rows = 300_000
	c := crowd(rows, 40_000)
	atOnce, inBatches := taskRegister(t, 2), taskRegister(t, 1)
	if err := atOnce.AddColumns(c); err != nil {
		t.Fatal(err)
	}
	for from := 0; from < rows; from += 100_000 {
		to := from + 100_000
		if err := inBatches.AddColumns(hotelcrm.Columns{
			GuestNumber: c.GuestNumber[from:to], Arrival: c.Arrival[from:to], Departure: c.Departure[from:to], RoomRevenue: c.RoomRevenue[from:to],
		}); err != nil {
			t.Fatal(err)
		}
	}
	a, _ := atOnce.MarshalBinary()
	b, _ := inBatches.MarshalBinary()
	if !bytes.Equal(a, b) {
		t.Error("rows at once give other bytes than rows in batches")
	}
}

func TestColumnsNeedOneKindOfGuest(t *testing.T) {
	day := []hotelcrm.Date{january}
	r := register(t, tallySetup(1))
	if err := r.AddColumns(hotelcrm.Columns{Guest: []string{"1"}, GuestNumber: []uint64{1}, Arrival: day, Departure: day}); err == nil {
		t.Error("both kinds of guests were taken")
	}
	if err := r.AddColumns(hotelcrm.Columns{Arrival: day, Departure: day}); err == nil {
		t.Error("columns without guests were taken")
	}
}

// TestFirstDayMayOverflowAlone: the total fits an int64, the revenue of the first day does not.
func TestFirstDayMayOverflowAlone(t *testing.T) {
	day := january + 9
	r := register(t, tallySetup(1))
	if err := r.AddColumns(hotelcrm.Columns{
		Guest: []string{"ann", "ann", "ann"}, Arrival: []hotelcrm.Date{day, day + 1, day}, Departure: []hotelcrm.Date{day, day + 1, day},
		RoomRevenue: []int64{math.MaxInt64, -math.MaxInt64, math.MaxInt64},
	}); err != nil {
		t.Fatal(err)
	}
	ann := summaries(t, r, newYear, r.Setup().Window).At(0)
	if most := hotelcrm.FromMinor(math.MaxInt64, 2); !ann.Revenue.Equal(most) || !ann.RepeatRevenue.Equal(most.Neg()) {
		t.Errorf("revenue %s, repeat revenue %s; want %s and its negative", ann.Revenue, ann.RepeatRevenue, most)
	}
}
