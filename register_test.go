package hotelcrm_test

import (
	"errors"
	"iter"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
)

var (
	january = hotelcrm.DateOf(2025, 1, 1)
	newYear = hotelcrm.DateOf(2026, 1, 1)
)

// stay returns a paid stay of the primary guest from the given day of 2025 on.
func stay(guest string, day, nights int, revenue string) hotelcrm.Stay {
	arrival := january.AddDays(day - 1)
	return hotelcrm.Stay{
		Guest: guest, Property: "CITY", Status: hotelcrm.Departed,
		Arrival: arrival, Departure: arrival.AddDays(nights),
		Revenue: hotelcrm.Revenue{Rooms: decimal.RequireFromString(revenue)},
	}
}

func with(s hotelcrm.Stay, change func(*hotelcrm.Stay)) hotelcrm.Stay {
	change(&s)
	return s
}

func register(tb testing.TB, setup hotelcrm.Setup, stays ...hotelcrm.Stay) *hotelcrm.Register {
	tb.Helper()
	if setup.Currency == "" {
		setup.Currency = "EUR"
	}
	r, err := hotelcrm.NewRegister(setup)
	if err != nil {
		tb.Fatal(err)
	}
	for i, s := range stays {
		if err := r.Add(s); err != nil {
			tb.Fatalf("stay %d: %v", i, err)
		}
	}
	return r
}

func summaries(tb testing.TB, r *hotelcrm.Register, asOf hotelcrm.Date, w hotelcrm.Window) *hotelcrm.Summaries {
	tb.Helper()
	s, err := r.Summaries(asOf, w)
	if err != nil {
		tb.Fatal(err)
	}
	return s
}

// line is a summary in a form that is easy to read and to compare.
type line struct {
	Guest, First, Last         string
	Visits, Nights, RoomNights int
	Revenue, Repeat            string
}

func lines(s *hotelcrm.Summaries) []line {
	var out []line
	for _, g := range s.All() {
		out = append(out, line{
			g.Guest, g.First.Format("0102"), g.Last.Format("0102"), g.Visits, g.Nights, g.RoomNights,
			g.Revenue.StringFixed(2), g.RepeatRevenue.StringFixed(2),
		})
	}
	return out
}

func TestSequencesAddAllOrNothing(t *testing.T) {
	broken := errors.New("connection lost")
	seq := func(stays []hotelcrm.Stay, end error) iter.Seq2[hotelcrm.Stay, error] {
		return func(yield func(hotelcrm.Stay, error) bool) {
			for _, s := range stays {
				if !yield(s, nil) {
					return
				}
			}
			if end != nil {
				yield(hotelcrm.Stay{}, end)
			}
		}
	}
	good := []hotelcrm.Stay{stay("ann", 1, 1, "1"), stay("bob", 2, 1, "2")}
	r := register(t, hotelcrm.Setup{MaxErrors: 2}, stay("cid", 3, 1, "3"))
	before, _ := r.MarshalBinary()

	bad := with(good[0], func(s *hotelcrm.Stay) { s.Departure = 1 })
	err := r.AddSeq(seq([]hotelcrm.Stay{good[0], bad, good[1], bad, bad}, nil))
	if joined, ok := err.(interface{ Unwrap() []error }); !ok || len(joined.Unwrap()) != 2 {
		t.Fatalf("got %v, want two joined row errors", err)
	}
	if row, ok := errors.AsType[*hotelcrm.RowError](err); !ok || row.Row != 2 {
		t.Errorf("first error %v, want row 2", err)
	}
	err = r.AddSeq(seq(good, broken))
	if row, ok := errors.AsType[*hotelcrm.RowError](err); !errors.Is(err, broken) || !ok || row.Row != 3 {
		t.Errorf("got %v, want the sequence's own error at row 3", err)
	}
	shared := &hotelcrm.RowError{Field: "arrival", Err: hotelcrm.AbsurdDate}
	twice := func(yield func(hotelcrm.Stay, error) bool) { _ = yield(good[0], nil) && yield(hotelcrm.Stay{}, shared) }
	if err := r.AddSeq(twice); shared.Row != 0 || !errors.Is(err, hotelcrm.AbsurdDate) {
		t.Errorf("got %v; the sequence's own error now says row %d", err, shared.Row)
	}
	after, _ := r.MarshalBinary()
	if string(before) != string(after) {
		t.Error("a failed sequence changed the register")
	}
	tolerant := register(t, hotelcrm.Setup{Policy: hotelcrm.Policy{Tolerate: hotelcrm.AnyWrongData}})
	if err := tolerant.AddSeq(twice); err != nil || summaries(t, tolerant, newYear, hotelcrm.Window{}).Counts().Left(hotelcrm.AbsurdDate) != 1 {
		t.Errorf("a tolerated row of the sequence was not counted: %v", err)
	}
	if err := r.AddSeq(seq(good, nil)); err != nil {
		t.Fatal(err)
	}
	if got := summaries(t, r, newYear, hotelcrm.Window{}).Len(); got != 3 {
		t.Errorf("%d guests, want 3", got)
	}
}

func TestColumnsEqualStays(t *testing.T) {
	columns := hotelcrm.Columns{
		ID: []string{"S1", "", "S1"}, Version: []int64{1, 0, 2}, Property: []string{"CITY", "CITY", "CITY"},
		Guest: []string{"ann", "bob", "ann"}, Arrival: []hotelcrm.Date{january, january, january}, Departure: []hotelcrm.Date{january + 2, january, january + 3},
		RoomRevenue: []int64{20000, 5050, 30000}, FoodBeverage: []int64{0, 0, 1},
	}
	byColumns := register(t, hotelcrm.Setup{})
	if err := byColumns.AddColumns(columns); err != nil {
		t.Fatal(err)
	}
	id := func(s hotelcrm.Stay, id string, version int64) hotelcrm.Stay {
		s.ID, s.Version = id, version
		return s
	}
	last := id(stay("ann", 1, 3, "300"), "S1", 2)
	last.Revenue.FoodBeverage = decimal.RequireFromString("0.01")
	byStay := register(t, hotelcrm.Setup{}, id(stay("ann", 1, 2, "200"), "S1", 1), stay("bob", 1, 0, "50.50"), last)
	a, _ := byColumns.MarshalBinary()
	b, _ := byStay.MarshalBinary()
	if string(a) != string(b) {
		t.Error("columns and stays differ")
	}

	columns.Departure[1] = january - 1
	tolerant := register(t, hotelcrm.Setup{Policy: hotelcrm.Policy{Tolerate: hotelcrm.AnyWrongData}})
	if err := tolerant.AddColumns(columns); err != nil {
		t.Error(err)
	}
	if counts := summaries(t, tolerant, newYear, hotelcrm.Window{}).Counts(); counts.Rows != 3 || counts.Left(hotelcrm.ReversedDates) != 1 {
		t.Errorf("counts %+v, want 3 rows, one with reversed dates", counts)
	}
	if err := byColumns.AddColumns(columns); !errors.Is(err, hotelcrm.ReversedDates) {
		t.Errorf("got %v, want reversed dates", err)
	}
	columns.Rooms = []int32{1}
	if _, ok := errors.AsType[*hotelcrm.ParamError](byColumns.AddColumns(columns)); !ok {
		t.Error("columns of different lengths were taken")
	}
	if c, _ := byColumns.MarshalBinary(); string(c) != string(a) {
		t.Error("refused columns changed the register")
	}
}

func TestHighestVersionCounts(t *testing.T) {
	version := func(v int64, f func(*hotelcrm.Stay)) hotelcrm.Stay {
		return with(stay("ann", 1, 2, "200"), func(s *hotelcrm.Stay) {
			s.ID, s.Version = "S1", v
			f(s)
		})
	}
	out := version(1, func(*hotelcrm.Stay) {})
	late := version(2, func(s *hotelcrm.Stay) { s.Revenue.FoodBeverage = decimal.RequireFromString("31.40") })
	off := version(3, func(s *hotelcrm.Stay) { s.Status = hotelcrm.Cancelled })
	other := version(2, func(s *hotelcrm.Stay) { s.Guest = "bob" })
	tests := []struct {
		name      string
		stays     []hotelcrm.Stay
		revenue   []string
		conflicts int
	}{
		{"late charge", []hotelcrm.Stay{out, late}, []string{"231.4"}, 0},
		{"late charge first", []hotelcrm.Stay{late, out}, []string{"231.4"}, 0},
		{"cancelled afterwards", []hotelcrm.Stay{off, late, out}, nil, 0},
		{"two contents of one version", []hotelcrm.Stay{late, other, late}, []string{"200"}, 1},
		{"a conflict stays one when the kept content comes again", []hotelcrm.Stay{late, other, other}, []string{"200"}, 1},
		{"resolved by a higher version", []hotelcrm.Stay{late, other, off}, nil, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := summaries(t, register(t, hotelcrm.Setup{}, tt.stays...), newYear, hotelcrm.Window{})
			var revenue []string
			for _, g := range s.All() {
				revenue = append(revenue, g.Revenue.String())
			}
			if diff := cmp.Diff(tt.revenue, revenue); diff != "" {
				t.Errorf("revenue (-want +got):\n%s", diff)
			}
			conflicts := 0
			for _, w := range s.Warnings() {
				if w.Code == hotelcrm.WarnConflict {
					conflicts = w.N
				}
			}
			if conflicts != tt.conflicts {
				t.Errorf("%d conflicts, want %d", conflicts, tt.conflicts)
			}
		})
	}
}

func TestWindowsAndOpenStays(t *testing.T) {
	r := register(
		t, hotelcrm.Setup{},
		stay("ann", 1, 2, "100"), stay("ann", 32, 2, "150"),
		with(stay("ann", 60, 30, "3000"), func(s *hotelcrm.Stay) { s.Status = hotelcrm.InHouse }),
	)
	tests := []struct {
		name   string
		asOf   hotelcrm.Date
		window hotelcrm.Window
		want   []line
	}{
		{"all", newYear, hotelcrm.Window{}, []line{{"ann", "0101", "0331", 3, 34, 34, "3250.00", "3150.00"}}},
		{"in the house", january.AddDays(69), hotelcrm.Window{}, []line{{"ann", "0101", "0311", 3, 14, 14, "3250.00", "3150.00"}}},
		{"on the day of arrival", january.AddDays(59), hotelcrm.Window{}, []line{{"ann", "0101", "0301", 3, 4, 4, "3250.00", "3150.00"}}},
		{"the day before", january.AddDays(58), hotelcrm.Window{}, []line{{"ann", "0101", "0203", 2, 4, 4, "250.00", "150.00"}}},
		{"February", newYear, hotelcrm.Window{From: hotelcrm.DateOf(2025, 2, 1), To: hotelcrm.DateOf(2025, 2, 28)}, []line{{"ann", "0201", "0203", 1, 2, 2, "150.00", "0.00"}}},
		{"both ends are inside", newYear, hotelcrm.Window{From: january, To: january}, []line{{"ann", "0101", "0103", 1, 2, 2, "100.00", "0.00"}}},
		{"empty", newYear, hotelcrm.Window{From: newYear}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, lines(summaries(t, r, tt.asOf, tt.window))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
	if _, err := r.Summaries(newYear, hotelcrm.Window{From: newYear, To: january}); err == nil {
		t.Error("a window that ends before it begins was taken")
	}
	if _, err := r.Summaries(0, hotelcrm.Window{}); err == nil {
		t.Error("summaries without a date were taken")
	}
}

// TestJoinedVisitsBelongToOneWindow: a visit of two adjoining stays lies in the window of its arrival, as a whole.
func TestJoinedVisitsBelongToOneWindow(t *testing.T) {
	r := register(t, hotelcrm.Setup{Policy: hotelcrm.Policy{Join: true}}, stay("ann", 1, 5, "500"), stay("ann", 6, 4, "400"))
	tests := []struct {
		name    string
		window  hotelcrm.Window
		want    []line
		outside hotelcrm.Reason
	}{
		{"before the second stay", hotelcrm.Window{To: january + 3}, []line{{"ann", "0101", "0110", 1, 9, 9, "900.00", "0.00"}}, 0},
		{"after the first arrival", hotelcrm.Window{From: january + 4}, nil, hotelcrm.BeforeWindow},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := summaries(t, r, newYear, tt.window)
			if diff := cmp.Diff(tt.want, lines(s)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if got := s.Counts().Left(tt.outside); tt.outside != 0 && got != 2 {
				t.Errorf("%d stays outside, want 2", got)
			}
		})
	}
}

func TestEqualAmountsAreKeptAlike(t *testing.T) {
	long, short := stay("ann", 1, 1, "1.0070"), stay("ann", 1, 1, "1.007")
	a, _ := register(t, hotelcrm.Setup{}, long).MarshalBinary()
	b, _ := register(t, hotelcrm.Setup{}, short).MarshalBinary()
	if string(a) != string(b) {
		t.Error("1.0070 and 1.007 give different bytes")
	}
	s := summaries(t, register(t, hotelcrm.Setup{}, long), newYear, hotelcrm.Window{})
	if got := s.Revenue().At(0).Exponent(); got != -3 {
		t.Errorf("exponent %d, want -3", got)
	}
}

func TestFeesWithoutAVisitAreAWarning(t *testing.T) {
	noShow := with(stay("bob", 9, 1, "0"), func(s *hotelcrm.Stay) {
		s.Status, s.Revenue = hotelcrm.NoShow, hotelcrm.Revenue{Fees: decimal.NewFromInt(90)}
	})
	policy := hotelcrm.Policy{Visit: hotelcrm.ByStay, Departments: hotelcrm.AllButFees | hotelcrm.Departments(hotelcrm.Fees)}
	for _, form := range []hotelcrm.Form{hotelcrm.AllVisits, hotelcrm.Tallies} {
		s := summaries(t, register(t, hotelcrm.Setup{Form: form, Policy: policy}, stay("ann", 1, 1, "1"), noShow), newYear, hotelcrm.Window{})
		if w := s.Warnings(); len(w) != 1 || w[0].Code != hotelcrm.WarnFees || w[0].N != 1 || s.Len() != 1 {
			t.Errorf("%s: %d guests, warnings %v; want one guest and %s", form, s.Len(), w, hotelcrm.WarnFees)
		}
	}
	if got := register(t, hotelcrm.Setup{Policy: policy}, noShow); got != nil {
		if text := summaries(t, got, newYear, hotelcrm.Window{}).Counts().String(); text != "rows 1: stays 0, no-show 1" {
			t.Errorf("counts read %q", text)
		}
	}
}

func TestAmountsBeyondTheScaleStayExact(t *testing.T) {
	fine := stay("ann", 1, 1, "0.005")
	huge := stay("bob", 1, 1, "92233720368547758.08")
	r := register(t, hotelcrm.Setup{}, fine, with(fine, func(s *hotelcrm.Stay) { s.Arrival++; s.Departure++ }), stay("cid", 1, 1, "0.123456789012345678901"), huge, huge)
	s := summaries(t, r, newYear, hotelcrm.Window{})
	for i, want := range []string{"0.01", "184467440737095516.16", "0.123456789012345678901"} {
		if got := s.Revenue().At(i).String(); got != want {
			t.Errorf("guest %d: %s, want %s", i, got, want)
		}
	}
	if got := s.Revenue().Beyond(); got != 2 {
		t.Errorf("%d amounts beyond the column, want 2: two halves of a cent make a whole one", got)
	}
	if got, want := s.Revenue().Sum().String(), "184467440737095516.293456789012345678901"; got != want {
		t.Errorf("sum %s, want %s", got, want)
	}
	if got := s.RepeatRevenue().At(0).String(); got != "0.005" {
		t.Errorf("repeat revenue %s, want 0.005", got)
	}
	if codes := s.Warnings(); len(codes) == 0 || codes[0].Code != hotelcrm.WarnSpilled || codes[0].N != 2 {
		t.Errorf("warnings %v", codes)
	}
}

func TestAdvanceMovesTheIntakeDate(t *testing.T) {
	r := register(t, hotelcrm.Setup{AsOf: january})
	next := stay("ann", 2, 0, "1")
	if err := r.Add(next); !errors.Is(err, hotelcrm.FutureStay) {
		t.Fatalf("got %v, want a future stay", err)
	}
	inHouse := with(next, func(s *hotelcrm.Stay) { s.Status = hotelcrm.InHouse })
	if err := r.Add(inHouse); !errors.Is(err, hotelcrm.FutureStay) {
		t.Errorf("got %v, want a future stay", err)
	}
	booked := with(next, func(s *hotelcrm.Stay) { s.Status, s.Departure = hotelcrm.Booked, january.AddYears(10) })
	if err := r.Add(booked); err != nil {
		t.Errorf("a booking ten years ahead: %v", err)
	}
	if err := r.Add(with(booked, func(s *hotelcrm.Stay) { s.Departure++ })); !errors.Is(err, hotelcrm.AbsurdDate) {
		t.Errorf("got %v, want an absurd date", err)
	}
	if err := r.Advance(january + 1); err != nil {
		t.Fatal(err)
	}
	if err := r.Add(next); err != nil {
		t.Error(err)
	}
	if err := r.Advance(january); err == nil {
		t.Error("the intake date went back")
	}
}

func TestZeroRegisterRefusesPolitely(t *testing.T) {
	var r hotelcrm.Register
	if err := r.Add(stay("ann", 1, 1, "1")); err == nil {
		t.Error("a zero register took a stay")
	}
	if _, err := r.Summaries(newYear, hotelcrm.Window{}); err == nil {
		t.Error("a zero register gave summaries")
	}
	if _, err := r.MarshalBinary(); err == nil {
		t.Error("a zero register was written")
	}
	if err := r.Merge(register(t, hotelcrm.Setup{})); err == nil {
		t.Error("a zero register merged")
	}
}
