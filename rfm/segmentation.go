package rfm

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/shopspring/decimal"
)

// Segmentation is every guest's segment. It is immutable and safe for concurrent use.
type Segmentation struct {
	scores    *Scores
	segmenter *Segmenter
	numbers   []uint8
}

// Segments returns the segment of every guest.
//
// Errors: a [*hotelcrm.ParamError] for a set that cannot be, or whose bins are not those of the scores.
// Cost: O(n), one byte a guest.
func (s *Scores) Segments(set Set) (*Segmentation, error) {
	segmenter, err := NewSegmenter(set)
	if err != nil {
		return nil, err
	}
	t := s.thresholds
	if bins := [3]int{t.Recency.Bins, t.Frequency.Bins, t.Monetary.Bins}; bins != set.Bins {
		return nil, refuse.Param("Set.Bins", fmt.Sprint(set.Bins), "those of the scores, "+fmt.Sprint(bins))
	}
	out := &Segmentation{scores: s, segmenter: segmenter, numbers: make([]uint8, s.Len())}
	for i := range out.numbers {
		out.numbers[i] = segmenter.table[cellIndex(Score{R: s.r[i], F: s.f[i], M: s.m[i]})]
	}
	return out, nil
}

// Set returns the set of segments.
func (s *Segmentation) Set() Set { return s.segmenter.Set() }

// At returns the segment of guest number i of the summaries.
func (s *Segmentation) At(i int) Segment { return s.segmenter.all[s.numbers[i]] }

// Total is what the guests of one segment bring together.
type Total struct {
	Segment Segment         `json:"segment"`
	Guests  int             `json:"guests"`
	Visits  int64           `json:"visits"`
	Revenue decimal.Decimal `json:"revenue"`

	// Shares are rates per one, rounded half to even at 6 decimal places; so they add up to 1 but for the rounding.
	GuestShare   *decimal.Decimal `json:"guestShare,omitempty"`   // nil without guests
	RevenueShare *decimal.Decimal `json:"revenueShare,omitempty"` // nil unless all guests' revenue is above 0; may be negative or above 1
}

// Totals returns the total of each segment in the order of the set, Rest last. They add up to all guests.
func (s *Segmentation) Totals() []Total {
	out := make([]Total, len(s.segmenter.all))
	sums := make([]hotelcrm.Sum, len(out))
	summaries := s.scores.summaries
	revenue, visits := summaries.Revenue(), summaries.Visits()
	for i, number := range s.numbers {
		out[number].Guests++
		out[number].Visits += int64(visits[i])
		addAt(&sums[number], revenue, i)
	}
	for number := range out {
		out[number].Segment = s.segmenter.all[number]
		out[number].Revenue = sums[number].Decimal()
	}
	addShares(out)
	return out
}

// addShares fills in the shares of parts that are all there is.
func addShares(totals []Total) {
	var guests, revenue decimal.Decimal
	for _, t := range totals {
		guests, revenue = guests.Add(decimal.NewFromInt(int64(t.Guests))), revenue.Add(t.Revenue)
	}
	for i, t := range totals {
		totals[i].GuestShare = share(decimal.NewFromInt(int64(t.Guests)), guests)
		totals[i].RevenueShare = share(t.Revenue, revenue)
	}
}

// sharePlaces is the number of decimal places of a share.
const sharePlaces = 6

// share returns part/whole, nil unless the whole is above 0.
func share(part, whole decimal.Decimal) *decimal.Decimal {
	if whole.Sign() <= 0 {
		return nil
	}
	rate := quotient(part, whole, sharePlaces)
	return &rate
}

// addAt adds one amount of a column, without allocating where it fits the column.
func addAt(sum *hotelcrm.Sum, amounts hotelcrm.Amounts, i int) {
	if d, ok := amounts.Exact(i); ok {
		sum.Add(d)
		return
	}
	_ = sum.AddMinor(amounts.Minor()[i:i+1], amounts.Scale()) // cannot fail: the scale is at most 6
}

// Cell is the guests with one recency and one frequency score.
type Cell struct {
	R       int             `json:"r"`
	F       int             `json:"f"`
	Guests  int             `json:"guests"`
	Revenue decimal.Decimal `json:"revenue"`
}

// Mean returns the mean revenue of the cell's guests at the given number of decimal places, and false for an empty cell.
//
// Errors: a [*hotelcrm.ParamError], see [hotelcrm.Round].
func (c Cell) Mean(places int, mode hotelcrm.Rounding) (decimal.Decimal, bool, error) {
	if c.Guests == 0 {
		return decimal.Decimal{}, false, nil
	}
	mean, err := hotelcrm.Round(ratio(c.Revenue, int64(c.Guests), mostPlaces), places, mode)
	return mean, err == nil, err
}

// Grid returns the cells of the recency x frequency plane, by recency score from 1 up and within it by frequency score
// from 1 up; empty cells included.
func (s *Scores) Grid() []Cell {
	rs, fs := s.thresholds.Recency.Bins, s.thresholds.Frequency.Bins
	out := make([]Cell, rs*fs)
	sums := make([]hotelcrm.Sum, len(out))
	revenue := s.summaries.Revenue()
	for i := range s.r {
		cell := (int(s.r[i])-1)*fs + int(s.f[i]) - 1
		out[cell].Guests++
		addAt(&sums[cell], revenue, i)
	}
	for i := range out {
		out[i].R, out[i].F, out[i].Revenue = i/fs+1, i%fs+1, sums[i].Decimal()
	}
	return out
}
