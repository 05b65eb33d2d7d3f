package hotelcrm_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
)

func summary(guest string, change func(*hotelcrm.Summary)) hotelcrm.Summary {
	s := hotelcrm.Summary{Guest: guest, First: january, Last: january + 9, Visits: 2, Nights: 4, RoomNights: 5, Revenue: decimal.New(12345, -2)}
	change(&s)
	return s
}

func asIs(*hotelcrm.Summary) {}

func TestOwnSummariesComeBackInGuestOrder(t *testing.T) {
	list := []hotelcrm.Summary{summary("bob", asIs), summary("ann", func(s *hotelcrm.Summary) { s.First, s.Revenue = 0, decimal.New(5, -3) })}
	s, err := hotelcrm.NewSummaries("EUR", newYear, list)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []hotelcrm.Summary{list[1], list[0]} {
		if diff := cmp.Diff(want, s.At(i), cmp.Comparer(decimal.Decimal.Equal)); diff != "" {
			t.Errorf("guest %d (-want +got):\n%s", i, diff)
		}
	}
	if i, ok := s.Find("bob"); !ok || i != 1 {
		t.Errorf("Find(bob) = %d, %v", i, ok)
	}
	if _, ok := s.Find("cid"); ok {
		t.Error("Find found a stranger")
	}
	if s.Currency() != "EUR" || s.AsOf() != newYear || s.Counts().Rows != 2 {
		t.Errorf("currency %s, as of %s, %d rows", s.Currency(), s.AsOf(), s.Counts().Rows)
	}
}

func TestOwnSummariesThatCannotBeAreRefused(t *testing.T) {
	tests := []struct {
		name   string
		one    hotelcrm.Summary
		field  string
		reason hotelcrm.Reason
	}{
		{"no guest", summary("", asIs), "guest", hotelcrm.MissingGuest},
		{"guest twice", summary("ann", asIs), "guest", hotelcrm.WasRepeat},
		{"no last date", summary("bob", func(s *hotelcrm.Summary) { s.Last = 0 }), "last", hotelcrm.MissingDate},
		{"last after asOf", summary("bob", func(s *hotelcrm.Summary) { s.Last = newYear + 1 }), "last", hotelcrm.FutureStay},
		{"last in 1900", summary("bob", func(s *hotelcrm.Summary) { s.Last = hotelcrm.DateOf(1900, 1, 1) }), "last", hotelcrm.AbsurdDate},
		{"first after last", summary("bob", func(s *hotelcrm.Summary) { s.First = s.Last + 1 }), "first", hotelcrm.ReversedDates},
		{"first in 1900", summary("bob", func(s *hotelcrm.Summary) { s.First = hotelcrm.DateOf(1900, 1, 1) }), "first", hotelcrm.AbsurdDate},
		{"no visit", summary("bob", func(s *hotelcrm.Summary) { s.Visits = 0 }), "visits", hotelcrm.WrongCount},
		{"negative nights", summary("bob", func(s *hotelcrm.Summary) { s.Nights = -1 }), "nights", hotelcrm.WrongCount},
		{"negative room nights", summary("bob", func(s *hotelcrm.Summary) { s.RoomNights = -1 }), "roomNights", hotelcrm.WrongCount},
		{"endless amount", summary("bob", func(s *hotelcrm.Summary) { s.Revenue = decimal.New(1, -31) }), "revenue", hotelcrm.WrongAmount},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := hotelcrm.NewSummaries("EUR", newYear, []hotelcrm.Summary{summary("ann", asIs), tt.one})
			row, ok := errors.AsType[*hotelcrm.RowError](err)
			if !ok || row.Row != 2 || row.Field != tt.field || !errors.Is(err, tt.reason) {
				t.Errorf("got %v, want row 2, field %s, reason %v", err, tt.field, tt.reason)
			}
			if tt.reason != hotelcrm.WasRepeat && !errors.Is(tt.one.Validate(newYear), tt.reason) {
				t.Errorf("Validate says %v", tt.one.Validate(newYear))
			}
		})
	}
	if err := summary("ann", func(s *hotelcrm.Summary) { s.First = s.Last }).Validate(newYear); err != nil {
		t.Errorf("a day visit was refused: %v", err)
	}
}

func TestACrowdUnderOneIDIsNoticed(t *testing.T) {
	day := func(n int) hotelcrm.Stay { return stay("ann", n, 0, "1") }
	byStay := hotelcrm.Setup{Policy: hotelcrm.Policy{Visit: hotelcrm.ByStay}}
	for _, tt := range []struct {
		name  string
		stays []hotelcrm.Stay
		want  bool
	}{
		{"a visit a day is possible", []hotelcrm.Stay{day(1), day(2)}, false},
		{"more are not", []hotelcrm.Stay{day(1), day(2), day(2)}, true},
	} {
		got := false
		for _, w := range summaries(t, register(t, byStay, tt.stays...), newYear, hotelcrm.Window{}).Warnings() {
			got = got || w.Code == hotelcrm.WarnCrowd && w.N == 1
		}
		if got != tt.want {
			t.Errorf("%s: warned %v, want %v", tt.name, got, tt.want)
		}
	}
}

func TestColumnsOfSummariesAreTheirRows(t *testing.T) {
	s := summaries(t, register(t, hotelcrm.Setup{}, stay("ann", 1, 2, "100"), stay("bob", 3, 1, "0.005"), stay("ann", 9, 1, "50")), newYear, hotelcrm.Window{})
	for i, g := range s.All() {
		got := hotelcrm.Summary{
			Guest: s.Guests()[i], First: s.First()[i], Last: s.Last()[i], Visits: int(s.Visits()[i]), Nights: int(s.Nights()[i]),
			RoomNights: int(s.RoomNights()[i]), LastArrival: s.LastArrival()[i], GapSquares: s.GapSquares()[i],
			Revenue: s.Revenue().At(i), RepeatRevenue: s.RepeatRevenue().At(i),
		}
		if diff := cmp.Diff(g, got, cmp.Comparer(decimal.Decimal.Equal)); diff != "" {
			t.Errorf("guest %d (-row +columns):\n%s", i, diff)
		}
	}
	if s.Revenue().Len() != 2 || s.Revenue().Scale() != 2 || s.Window() != (hotelcrm.Window{}) {
		t.Errorf("%d amounts at scale %d, window %v", s.Revenue().Len(), s.Revenue().Scale(), s.Window())
	}
}

func TestStaysCountTheirNights(t *testing.T) {
	three := stay("ann", 1, 3, "1")
	rooms := with(three, func(s *hotelcrm.Stay) { s.Rooms = 2 })
	if three.Nights() != 3 || three.RoomNights() != 3 || rooms.RoomNights() != 6 || (hotelcrm.Stay{Arrival: january}).Nights() != 0 {
		t.Errorf("nights %d, room nights %d and %d", three.Nights(), three.RoomNights(), rooms.RoomNights())
	}
}

func TestNobodyIsAWarning(t *testing.T) {
	s := summaries(t, register(t, hotelcrm.Setup{}), newYear, hotelcrm.Window{})
	if w := s.Warnings(); len(w) != 1 || w[0].Code != hotelcrm.WarnEmpty {
		t.Errorf("warnings %v, want %s", w, hotelcrm.WarnEmpty)
	}
}

func TestAmountsOrderExactlyBeyondTheColumn(t *testing.T) {
	rising := []string{"-1e25", "-1e20", "-92233720368547758.08", "-0.011", "-0.01", "0", "0.001", "0.002", "0.01", "92233720368547758.07", "1e20", "1e25"}
	list := make([]decimal.Decimal, len(rising))
	for i, text := range rising {
		list[i] = decimal.RequireFromString(text)
	}
	a, err := hotelcrm.AmountsOf(2, list...)
	if err != nil {
		t.Fatal(err)
	}
	for i := range list {
		for j := range list {
			if got, want := a.Compare(i, j), list[i].Cmp(list[j]); got != want {
				t.Errorf("%s against %s: %d, want %d", list[i], list[j], got, want)
			}
		}
		if !a.At(i).Equal(list[i]) {
			t.Errorf("At(%d) = %s, want %s", i, a.At(i), list[i])
		}
	}
	if _, err := hotelcrm.AmountsOf(7); err == nil {
		t.Error("7 places were taken")
	}
}
