package hotelcrm_test

import (
	"encoding/json"
	"errors"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
)

func TestPolicyDecidesWhatCounts(t *testing.T) {
	two := func(day int) hotelcrm.Stay { return stay("ann", day, 2, "200") }
	fee := func(s *hotelcrm.Stay) {
		s.Status = hotelcrm.NoShow
		s.Revenue = hotelcrm.Revenue{Fees: decimal.RequireFromString("50")}
	}
	tests := []struct {
		name   string
		policy hotelcrm.Policy
		stays  []hotelcrm.Stay
		want   []line
	}{
		{"one stay", hotelcrm.Policy{}, []hotelcrm.Stay{two(1)}, []line{{"ann", "0101", "0103", 1, 2, 2, "200.00", "0.00"}}},
		{
			"two rooms on one arrival are one visit",
			hotelcrm.Policy{},
			[]hotelcrm.Stay{two(1), two(1), two(10)},
			[]line{{"ann", "0101", "0112", 2, 4, 6, "600.00", "200.00"}},
		},
		{
			"every stay a visit",
			hotelcrm.Policy{Visit: hotelcrm.ByStay},
			[]hotelcrm.Stay{two(1), two(1), two(10)},
			[]line{{"ann", "0101", "0112", 3, 6, 6, "600.00", "200.00"}},
		},
		{
			"rooms of a stay count as room nights only",
			hotelcrm.Policy{},
			[]hotelcrm.Stay{with(two(1), func(s *hotelcrm.Stay) { s.Rooms = 3 })},
			[]line{{"ann", "0101", "0103", 1, 2, 6, "200.00", "0.00"}},
		},
		{
			"the same arrival at another property is another visit",
			hotelcrm.Policy{},
			[]hotelcrm.Stay{two(1), with(two(1), func(s *hotelcrm.Stay) { s.Property = "RESORT" })},
			[]line{{"ann", "0101", "0103", 2, 4, 4, "400.00", "0.00"}},
		},
		{
			"adjoining stays are visits of their own",
			hotelcrm.Policy{},
			[]hotelcrm.Stay{two(1), two(3)},
			[]line{{"ann", "0101", "0105", 2, 4, 4, "400.00", "200.00"}},
		},
		{
			"adjoining stays joined",
			hotelcrm.Policy{Join: true},
			[]hotelcrm.Stay{two(3), two(1), two(6)},
			[]line{{"ann", "0101", "0108", 2, 6, 6, "600.00", "200.00"}},
		},
		{
			"a night spent in two rooms counts once",
			hotelcrm.Policy{Join: true},
			[]hotelcrm.Stay{stay("ann", 1, 4, "400"), stay("ann", 3, 4, "400")},
			[]line{{"ann", "0101", "0107", 1, 6, 8, "800.00", "0.00"}},
		},
		{
			"a short stay within a long one adds no night, nor does the next",
			hotelcrm.Policy{Join: true},
			[]hotelcrm.Stay{stay("ann", 1, 9, "900"), stay("ann", 2, 2, "200"), stay("ann", 5, 3, "300")},
			[]line{{"ann", "0101", "0110", 1, 9, 14, "1400.00", "0.00"}},
		},
		{
			"day use is a visit without a night",
			hotelcrm.Policy{},
			[]hotelcrm.Stay{stay("ann", 5, 0, "80")},
			[]line{{"ann", "0105", "0105", 1, 0, 0, "80.00", "0.00"}},
		},
		{"day use left out", hotelcrm.Policy{SkipDayUse: true}, []hotelcrm.Stay{stay("ann", 5, 0, "80")}, nil},
		{
			"a no-show neither counts nor moves recency",
			hotelcrm.Policy{},
			[]hotelcrm.Stay{two(1), with(two(20), fee)},
			[]line{{"ann", "0101", "0103", 1, 2, 2, "200.00", "0.00"}},
		},
		{
			"a no-show's fee counts if fees do",
			hotelcrm.Policy{Departments: hotelcrm.Departments(hotelcrm.Rooms, hotelcrm.Fees)},
			[]hotelcrm.Stay{two(1), with(two(20), fee)},
			[]line{{"ann", "0101", "0103", 1, 2, 2, "250.00", "0.00"}},
		},
		{
			"fees follow role and use as visits do",
			hotelcrm.Policy{Departments: hotelcrm.AllButFees | hotelcrm.Departments(hotelcrm.Fees)},
			[]hotelcrm.Stay{
				two(1),
				with(two(20), func(s *hotelcrm.Stay) { fee(s); s.Role = hotelcrm.Account }),
				with(two(20), func(s *hotelcrm.Stay) { fee(s); s.Role = hotelcrm.Accompanying }),
				with(two(20), func(s *hotelcrm.Stay) { fee(s); s.Role = hotelcrm.Sharer }),
				with(two(20), func(s *hotelcrm.Stay) { fee(s); s.Use = hotelcrm.HouseUse }),
			},
			[]line{{"ann", "0101", "0103", 1, 2, 2, "200.00", "0.00"}},
		},
		{
			"properties may number their stays alike",
			hotelcrm.Policy{},
			[]hotelcrm.Stay{
				with(two(1), func(s *hotelcrm.Stay) { s.ID, s.Version = "1001", 3 }),
				with(two(5), func(s *hotelcrm.Stay) { s.ID, s.Version, s.Property = "1001", 1, "RESORT" }),
			},
			[]line{{"ann", "0101", "0107", 2, 4, 4, "400.00", "200.00"}},
		},
		{
			"a fee outside the window does not count",
			hotelcrm.Policy{Departments: hotelcrm.Departments(hotelcrm.Rooms, hotelcrm.Fees)},
			[]hotelcrm.Stay{two(1), with(two(500), fee)},
			[]line{{"ann", "0101", "0103", 1, 2, 2, "200.00", "0.00"}},
		},
		{
			"an accompanying guest counts as a sharer does",
			hotelcrm.Policy{CountAccompanying: true},
			[]hotelcrm.Stay{with(two(1), func(s *hotelcrm.Stay) { s.Role = hotelcrm.Accompanying })},
			[]line{{"ann", "0101", "0103", 1, 0, 0, "0.00", "0.00"}},
		},
		{
			"who only paid fees is no guest",
			hotelcrm.Policy{Departments: hotelcrm.Departments(hotelcrm.Rooms, hotelcrm.Fees)},
			[]hotelcrm.Stay{with(two(20), fee)},
			nil,
		},
		{
			"a sharer visits but brings nothing",
			hotelcrm.Policy{},
			[]hotelcrm.Stay{with(two(1), func(s *hotelcrm.Stay) { s.Role = hotelcrm.Sharer })},
			[]line{{"ann", "0101", "0103", 1, 0, 0, "0.00", "0.00"}},
		},
		{
			"a sharer pays if the policy says so",
			hotelcrm.Policy{SharersPay: true},
			[]hotelcrm.Stay{with(two(1), func(s *hotelcrm.Stay) { s.Role = hotelcrm.Sharer })},
			[]line{{"ann", "0101", "0103", 1, 2, 2, "200.00", "0.00"}},
		},
		{
			"refunds may leave a negative total",
			hotelcrm.Policy{},
			[]hotelcrm.Stay{two(1), stay("ann", 9, 0, "-250.50")},
			[]line{{"ann", "0101", "0109", 2, 2, 2, "-50.50", "-250.50"}},
		},
		{
			"guests come in the order of their ids",
			hotelcrm.Policy{},
			[]hotelcrm.Stay{stay("b", 1, 1, "1"), stay("a", 2, 1, "2"), stay("B", 3, 1, "3")},
			[]line{
				{"B", "0103", "0104", 1, 1, 1, "3.00", "0.00"},
				{"a", "0102", "0103", 1, 1, 1, "2.00", "0.00"},
				{"b", "0101", "0102", 1, 1, 1, "1.00", "0.00"},
			},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := lines(summaries(t, register(t, hotelcrm.Setup{Policy: tt.policy}, tt.stays...), newYear, hotelcrm.Window{}))
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestEveryReasonIsCounted(t *testing.T) {
	change := func(f func(*hotelcrm.Stay)) hotelcrm.Stay { return with(stay("ann", 40, 2, "100"), f) }
	status := func(v hotelcrm.Status) hotelcrm.Stay { return change(func(s *hotelcrm.Stay) { s.Status = v }) }
	role := func(v hotelcrm.Role) hotelcrm.Stay { return change(func(s *hotelcrm.Stay) { s.Role = v }) }
	use := func(v hotelcrm.Use) hotelcrm.Stay { return change(func(s *hotelcrm.Stay) { s.Use = v }) }
	version := func(v int64) hotelcrm.Stay {
		return change(func(s *hotelcrm.Stay) { s.ID, s.Version = "S1", v })
	}
	policy := hotelcrm.Policy{
		SkipInHouse: true, SkipDayUse: true, SkipComplimentary: true, SkipPoints: true, SkipSharers: true,
		Tolerate: hotelcrm.AnyWrongData,
	}
	r := register(
		t, hotelcrm.Setup{Policy: policy, AsOf: newYear},
		change(func(s *hotelcrm.Stay) { s.Guest = "" }),
		change(func(s *hotelcrm.Stay) { s.Arrival = 0 }),
		change(func(s *hotelcrm.Stay) { s.Departure = 0 }),
		change(func(s *hotelcrm.Stay) { s.Departure = s.Arrival - 1 }),
		change(func(s *hotelcrm.Stay) { s.Arrival = hotelcrm.DateOf(1900, 1, 1) }),
		change(func(s *hotelcrm.Stay) { s.Departure = hotelcrm.DateOf(2999, 12, 31) }),
		change(func(s *hotelcrm.Stay) { s.Arrival, s.Departure = newYear+1, newYear+2 }),
		change(func(s *hotelcrm.Stay) { s.Currency = "USD" }),
		status(0), status(77), role(9), use(9),
		change(func(s *hotelcrm.Stay) { s.Rooms = -1 }),
		change(func(s *hotelcrm.Stay) { s.Rooms = math.MaxInt }),
		change(func(s *hotelcrm.Stay) { s.Revenue.Fees = decimal.New(1, 30) }),
		change(func(s *hotelcrm.Stay) { s.Revenue.Fees = decimal.New(1, -2_000_000_000) }),
		status(hotelcrm.Tentative), status(hotelcrm.Booked), status(hotelcrm.InHouse), status(hotelcrm.Cancelled), status(hotelcrm.NoShow),
		role(hotelcrm.Sharer), role(hotelcrm.Accompanying), role(hotelcrm.Account),
		use(hotelcrm.Complimentary), use(hotelcrm.HouseUse), use(hotelcrm.Points),
		change(func(s *hotelcrm.Stay) { s.Departure = s.Arrival }),
		version(2), version(2), version(1),
		stay("bob", 1, 1, "10"), stay("bob", 300, 1, "10"),
		stay("bob", 30, 1, "10"),
	)
	got := summaries(t, r, hotelcrm.DateOf(2025, 9, 1), hotelcrm.Window{From: january + 14}).Counts()
	want := map[hotelcrm.Reason]int64{
		hotelcrm.MissingGuest: 1, hotelcrm.MissingDate: 2, hotelcrm.ReversedDates: 1, hotelcrm.AbsurdDate: 2,
		hotelcrm.FutureStay: 1, hotelcrm.WrongCurrency: 1, hotelcrm.WrongCode: 4, hotelcrm.WrongRooms: 2, hotelcrm.WrongAmount: 2,
		hotelcrm.WasTentative: 1, hotelcrm.WasBooked: 1, hotelcrm.WasInHouse: 1, hotelcrm.WasCancelled: 1, hotelcrm.WasNoShow: 1,
		hotelcrm.WasSharer: 1, hotelcrm.WasAccompanying: 1, hotelcrm.WasAccount: 1,
		hotelcrm.WasComplimentary: 1, hotelcrm.WasHouseUse: 1, hotelcrm.WasPoints: 1, hotelcrm.WasDayUse: 1,
		hotelcrm.WasRepeat: 1, hotelcrm.WasSuperseded: 1, hotelcrm.BeforeWindow: 1, hotelcrm.AfterWindow: 1,
	}
	if diff := cmp.Diff(want, got.LeftOut()); diff != "" {
		t.Errorf("left out (-want +got):\n%s", diff)
	}
	if got.Rows != 34 || got.Stays != 2 {
		t.Errorf("rows %d, stays %d; want 34 and 2", got.Rows, got.Stays)
	}
	text, err := json.Marshal(got)
	if err != nil {
		t.Fatal(err)
	}
	var again hotelcrm.Counts
	if err := json.Unmarshal(text, &again); err != nil || again != got {
		t.Errorf("counts as JSON: %s reads as %+v, %v", text, again, err)
	}
	for _, wrong := range []string{
		`{"rows":3,"stays":1,"leftOut":{"no-show":1}}`, `{"rows":1,"stays":0,"leftOut":{"":1}}`, `{"rows":-1,"stays":-1}`, `{"rows":0,"stays":1,"leftOut":{"no-show":-1}}`,
		`{"rows":0,"stays":0,"leftOut":{"no-show":9223372036854775807,"sharer":9223372036854775807,"repeat":2}}`, // which overflow to 0
		`{"rows":-9000000000000000000,"stays":9000000000000000000,"leftOut":{"no-show":446744073709551616}}`,     // both as rows - stays and in all
	} {
		if err := json.Unmarshal([]byte(wrong), &again); err == nil || again != got {
			t.Errorf("%s, which does not add up, was taken: %+v", wrong, again)
		}
	}
}

func TestOfManyWrongCountsTheFirstIsNamed(t *testing.T) {
	for range 20 {
		var counts hotelcrm.Counts
		err := json.Unmarshal([]byte(`{"rows":3,"stays":1,"leftOut":{"sharer":-1,"no-show":-1,"repeat":-1}}`), &counts)
		if wrong, ok := errors.AsType[*hotelcrm.ParamError](err); !ok || wrong.Value != "no-show -1" {
			t.Fatalf("got %v", err)
		}
	}
}

func TestWrongDataIsARowErrorAndChangesNothing(t *testing.T) {
	tests := []struct {
		name   string
		stay   hotelcrm.Stay
		field  string
		value  string
		reason hotelcrm.Reason
	}{
		{"guest", with(stay("", 1, 1, "1"), func(*hotelcrm.Stay) {}), "guest", "", hotelcrm.MissingGuest},
		{"reversed", with(stay("ann", 5, 1, "1"), func(s *hotelcrm.Stay) { s.Departure -= 3 }), "departure", "2025-01-03", hotelcrm.ReversedDates},
		{"sentinel", with(stay("ann", 5, 1, "1"), func(s *hotelcrm.Stay) { s.Arrival = hotelcrm.DateOf(1900, 1, 1) }), "arrival", "1900-01-01", hotelcrm.AbsurdDate},
		{"currency", with(stay("ann", 5, 1, "1"), func(s *hotelcrm.Stay) { s.Currency = "JPY" }), "currency", "JPY", hotelcrm.WrongCurrency},
		{"status", with(stay("ann", 5, 1, "1"), func(s *hotelcrm.Stay) { s.Status = 0 }), "status", "", hotelcrm.WrongCode},
		{"rooms", with(stay("ann", 5, 1, "1"), func(s *hotelcrm.Stay) { s.Rooms = -2 }), "rooms", "-2", hotelcrm.WrongRooms},
		{"amount", with(stay("ann", 5, 1, "1"), func(s *hotelcrm.Stay) { s.Revenue.Rooms = decimal.New(1, 99) }), "revenue.rooms", "1e99", hotelcrm.WrongAmount},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := register(t, hotelcrm.Setup{Policy: hotelcrm.Policy{RefuseMissingGuest: true}}, stay("bob", 1, 1, "1"))
			before, _ := r.MarshalBinary()
			err := r.Add(tt.stay)
			row, ok := errors.AsType[*hotelcrm.RowError](err)
			if !ok || row.Field != tt.field || row.Value != tt.value || !errors.Is(err, tt.reason) {
				t.Errorf("got %v (%+v), want field %s, value %q, reason %v", err, row, tt.field, tt.value, tt.reason)
			}
			after, _ := r.MarshalBinary()
			if string(before) != string(after) {
				t.Error("the register changed")
			}
		})
	}
}
