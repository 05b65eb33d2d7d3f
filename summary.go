package hotelcrm

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/hotelcrm/hotelcrm/internal/plural"
	"github.com/shopspring/decimal"
)

// Summary is one guest's history in a window.
type Summary struct {
	Guest string `json:"guest"`

	First Date `json:"first,omitzero"` // first arrival; zero if the source does not know it
	Last  Date `json:"last"`           // the last day in the house: the departure, or asOf for a guest still there

	LastArrival Date `json:"lastArrival,omitzero"` // of the latest visit; zero if the source does not know it

	Visits     int `json:"visits"`
	Nights     int `json:"nights"`     // calendar nights of each visit, whatever the number of rooms
	RoomNights int `json:"roomNights"` // nights times rooms

	// GapSquares is the sum of the squared days between the arrivals of successive visits. With LastArrival it tells how
	// regular a guest is; without, it is 0.
	GapSquares int64 `json:"gapSquares,omitzero"`

	Revenue       decimal.Decimal `json:"revenue"`
	RepeatRevenue decimal.Decimal `json:"repeatRevenue"` // of the visits after the first arrival date, without fees
}

// Validate returns a [*RowError] that wraps a [Reason] if the summary cannot be, else nil.
//
// It needs a guest, a last date from 1950 to asOf, a first date (or none) not after the last, at least one visit, and
// no negative number of nights.
func (s Summary) Validate(asOf Date) error {
	if err := s.check(asOf); err != nil {
		return err
	}
	return nil
}

func (s Summary) check(asOf Date) *RowError {
	switch {
	case s.Guest == "":
		return wrong("guest", "", MissingGuest, "an opaque id")
	case s.Last == 0:
		return wrong("last", "", MissingDate, "a date")
	case s.Last < earliest:
		return wrong("last", s.Last.String(), AbsurdDate, plausible(earliest, asOf))
	case s.Last > asOf:
		return wrong("last", s.Last.String(), FutureStay, plausible(earliest, asOf))
	case s.First > s.Last:
		return wrong("first", s.First.String(), ReversedDates, "not after the last date, "+s.Last.String())
	case s.First != 0 && s.First < earliest:
		return wrong("first", s.First.String(), AbsurdDate, plausible(earliest, asOf))
	case s.LastArrival != 0 && (s.LastArrival < s.First || s.LastArrival > s.Last):
		return wrong("lastArrival", s.LastArrival.String(), ReversedDates, "from the first date to the last")
	case s.LastArrival != 0 && s.First == 0:
		return wrong("lastArrival", s.LastArrival.String(), ReversedDates, "empty where the first date is not known")
	}
	if err := s.checkNumbers(); err != nil {
		return err
	}
	return s.checkGaps()
}

const maxCount = 1<<31 - 1

func (s Summary) checkNumbers() *RowError {
	for _, f := range []struct {
		name   string
		n, low int
	}{{"visits", s.Visits, 1}, {"nights", s.Nights, 0}, {"roomNights", s.RoomNights, 0}} {
		if f.n < f.low || f.n > maxCount {
			return wrong(f.name, fmt.Sprint(f.n), WrongCount, fmt.Sprintf("%d to %d", f.low, maxCount))
		}
	}
	if outOfRange(s.Revenue) {
		return wrong("revenue", shortened(s.Revenue), WrongAmount, amountAllowed)
	}
	if outOfRange(s.RepeatRevenue) {
		return wrong("repeatRevenue", shortened(s.RepeatRevenue), WrongAmount, amountAllowed)
	}
	return nil
}

// checkGaps holds the squares against what gaps of that number and sum can have: between sum²/number and sum².
func (s Summary) checkGaps() *RowError {
	sum, gaps := int64(0), int64(s.Visits-1)
	if s.LastArrival != 0 {
		sum = int64(s.LastArrival.DaysSince(s.First))
	}
	low := int64(0)
	if gaps > 0 {
		low = (sum*sum + gaps - 1) / gaps
	}
	high := sum * sum
	if gaps == 0 {
		high = 0
	}
	if s.GapSquares < low || s.GapSquares > high {
		return wrong("gapSquares", fmt.Sprint(s.GapSquares), WrongCount, fmt.Sprintf("%d to %d", low, high))
	}
	return nil
}

// Summaries is one [Summary] per guest, in columns, ordered by guest id (byte order). It is immutable and safe for
// concurrent use. Slices that its methods return are shared and must not be changed.
type Summaries struct {
	currency string
	asOf     Date
	window   Window
	counts   Counts
	warnings []Warning
	feesOnly int // guests with fees but no visit
	workers  int

	guest       []string
	first, last []Date
	lastArrival []Date  // nil where no guest's is known
	gapSquares  []int64 // nil with lastArrival
	visits      []int32
	nights      []int32
	roomNights  []int32
	revenue     Amounts
	repeat      Amounts
}

// NewSummaries returns summaries that a caller's system already keeps, ready to be scored.
//
// Input: any order, at most one summary per guest, none changed or kept. asOf is the analysis date.
// Errors: a [*ParamError] for currency or asOf; for wrong rows up to [MaxRowErrors] [*RowError] joined in row order (rows
// count from 1), and no summaries. A guest that occurs twice is wrong at its second row, with [WasRepeat].
// Cost: O(n log n).
func NewSummaries(currency string, asOf Date, list []Summary) (*Summaries, error) {
	scale, err := MinorUnits(currency)
	if err != nil {
		return nil, err
	}
	if err := checkAsOf(asOf); err != nil {
		return nil, err
	}
	order, err := orderSummaries(asOf, list)
	if err != nil {
		return nil, err
	}
	out := newSummaries(currency, scale, asOf, Window{}, len(list))
	for _, i := range order {
		out.pushSummary(&list[i])
	}
	out.counts = Counts{Rows: int64(len(list)), Stays: int64(len(list))}
	out.warn()
	return out, nil
}

func checkAsOf(asOf Date) error {
	if asOf < earliest || asOf > latest {
		return refuse("asOf", asOf.String(), plausible(earliest, latest))
	}
	return nil
}

// orderSummaries checks all rows and returns their indices in guest order.
func orderSummaries(asOf Date, list []Summary) ([]int, error) {
	errs := rowErrors{limit: MaxRowErrors}
	order := make([]int, len(list))
	seen := make(map[string]bool, len(list))
	for i := range list {
		err := list[i].check(asOf)
		if err == nil && seen[list[i].Guest] {
			err = wrong("guest", "", WasRepeat, "one row per guest")
		}
		if err != nil && !errs.add(i+1, err) {
			break
		}
		seen[list[i].Guest] = true
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return strings.Compare(list[a].Guest, list[b].Guest) })
	return order, errs.join()
}

func newSummaries(currency string, scale int, asOf Date, window Window, guests int) *Summaries {
	return &Summaries{
		currency: currency, asOf: asOf, window: window,
		guest: make([]string, 0, guests), first: make([]Date, 0, guests), last: make([]Date, 0, guests),
		visits: make([]int32, 0, guests), nights: make([]int32, 0, guests), roomNights: make([]int32, 0, guests),
		revenue: Amounts{scale: scale, minor: make([]int64, 0, guests)},
		repeat:  Amounts{scale: scale, minor: make([]int64, 0, guests)},
	}
}

func (s *Summaries) pushSummary(one *Summary) {
	s.guest = append(s.guest, one.Guest)
	s.revenue.pushDecimal(one.Revenue)
	s.repeat.pushDecimal(one.RepeatRevenue)
	s.pushRest(one.First, one.Last, int64(one.Visits), int64(one.Nights), int64(one.RoomNights))
	s.pushGaps(one.LastArrival, one.GapSquares)
}

// pushGaps follows pushRest. The columns begin with the first guest who has gaps to tell of.
func (s *Summaries) pushGaps(lastArrival Date, squares int64) {
	if s.lastArrival == nil {
		if lastArrival == 0 {
			return
		}
		s.lastArrival = make([]Date, len(s.first)-1, cap(s.first))
		s.gapSquares = make([]int64, len(s.first)-1, cap(s.first))
	}
	s.lastArrival, s.gapSquares = append(s.lastArrival, lastArrival), append(s.gapSquares, squares)
}

func (s *Summaries) pushRest(first, last Date, visits, nights, roomNights int64) {
	s.first, s.last = append(s.first, first), append(s.last, last)
	s.visits = append(s.visits, clampCount(visits))
	s.nights = append(s.nights, clampCount(nights))
	s.roomNights = append(s.roomNights, clampCount(roomNights))
}

// clampCount keeps a count of stays or nights in an int32: 2³¹ nights are over five million years.
func clampCount(n int64) int32 { return int32(min(n, maxCount)) }

// warn looks for what a reader should mind.
func (s *Summaries) warn() {
	crowds := 0
	for i, first := range s.first {
		if first != 0 && int(s.visits[i]) > s.last[i].DaysSince(first)+1 {
			crowds++
		}
	}
	s.warnings = appendWarnings(s.warnings, s.Len(), s.revenue, s.feesOnly, crowds)
}

// appendWarnings appends what to mind about guests and their revenue, in a fixed order.
func appendWarnings(list []Warning, guests int, revenue Amounts, feesOnly, crowds int) []Warning {
	if guests == 0 {
		list = append(list, Warning{WarnEmpty, "no guest is left to summarise", 0})
	}
	if n := revenue.Beyond(); n > 0 {
		text := "totals with more than " + plural.Of(revenue.scale, "decimal place", "decimal places") + " or over 18 digits are kept exactly beside the integer column"
		list = append(list, Warning{WarnSpilled, text, n})
	}
	if feesOnly > 0 {
		const text = "guests paid fees but have no visit in the window, so their fees are in no summary"
		list = append(list, Warning{WarnFees, text, feesOnly})
	}
	if crowds > 0 {
		const text = "guests with more visits than days between first and last: a shared profile or an account?"
		list = append(list, Warning{WarnCrowd, text, crowds})
	}
	return list
}

// Len returns the number of guests.
func (s *Summaries) Len() int { return len(s.guest) }

// At returns the summary of guest number i, counted from 0 in the order of guest ids.
func (s *Summaries) At(i int) Summary {
	out := Summary{
		Guest: s.guest[i], First: s.first[i], Last: s.last[i],
		Visits: int(s.visits[i]), Nights: int(s.nights[i]), RoomNights: int(s.roomNights[i]),
		Revenue: s.revenue.At(i), RepeatRevenue: s.repeat.At(i),
	}
	if s.lastArrival != nil {
		out.LastArrival, out.GapSquares = s.lastArrival[i], s.gapSquares[i]
	}
	return out
}

// All returns every summary with its number, in the order of guest ids.
func (s *Summaries) All() iter.Seq2[int, Summary] {
	return func(yield func(int, Summary) bool) {
		for i := range s.guest {
			if !yield(i, s.At(i)) {
				return
			}
		}
	}
}

// Find returns the number of a guest, and false if the guest has no visit.
//
// Cost: O(log n), no allocation.
func (s *Summaries) Find(guest string) (int, bool) { return slices.BinarySearch(s.guest, guest) }

// Currency returns the ISO 4217 code of all amounts.
func (s *Summaries) Currency() string { return s.currency }

// AsOf returns the analysis date.
func (s *Summaries) AsOf() Date { return s.asOf }

// Window returns the window of arrivals.
func (s *Summaries) Window() Window { return s.window }

// Counts returns what became of every stay. Summaries that a caller brought count rows instead of stays.
func (s *Summaries) Counts() Counts { return s.counts }

// Warnings returns what to mind about the summaries, in a fixed order.
func (s *Summaries) Warnings() []Warning { return s.warnings }

// Workers returns how many goroutines may work on the summaries at once: as many as on the register they come from, 1
// for those that a caller brought. It never changes a result.
func (s *Summaries) Workers() int { return max(1, s.workers) }

// Guests returns the guest ids.
func (s *Summaries) Guests() []string { return s.guest }

// First returns each guest's first arrival, zero where it is not known.
func (s *Summaries) First() []Date { return s.first }

// Last returns each guest's last day in the house.
func (s *Summaries) Last() []Date { return s.last }

// Visits returns each guest's number of visits.
func (s *Summaries) Visits() []int32 { return s.visits }

// Nights returns each guest's number of nights.
func (s *Summaries) Nights() []int32 { return s.nights }

// RoomNights returns each guest's number of room nights.
func (s *Summaries) RoomNights() []int32 { return s.roomNights }

// LastArrival returns the arrival of each guest's latest visit, zero where it is not known; nil if it is known of no
// guest, as from a register of the form [Tallies].
func (s *Summaries) LastArrival() []Date { return s.lastArrival }

// GapSquares returns each guest's sum of squared days between the arrivals of successive visits; nil with LastArrival.
func (s *Summaries) GapSquares() []int64 { return s.gapSquares }

// Revenue returns each guest's revenue.
func (s *Summaries) Revenue() Amounts { return s.revenue }

// RepeatRevenue returns each guest's revenue of the visits after the first arrival date.
func (s *Summaries) RepeatRevenue() Amounts { return s.repeat }
