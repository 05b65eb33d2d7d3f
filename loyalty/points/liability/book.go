package liability

import (
	"fmt"
	"time"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
)

// Config says what a [Book] counts.
type Config struct {
	Currency string
	Months   int                     // length of a vintage: 1, 2, 3, 4, 6 or 12; 0: 1
	Keep     func(points.Terms) bool // which lots count, by rule version, origin and so on; nil: all
}

// Book gathers the events of all accounts by vintage and business date. Points keep their vintage, the period in which
// they were earned, wherever they go. A Book is not safe for concurrent use.
type Book struct {
	config Config
	cells  map[cell]Flow
	volume int64 // points of all moves, which bounds every sum
}

// cell is what happened to a vintage on a day.
type cell struct{ vintage, date hotelcrm.Date }

// Flow is what became of points. Issued = Redeemed + Expired + Reversed + Transferred + Outstanding.
type Flow struct {
	Issued      int64 `json:"issued"`
	Redeemed    int64 `json:"redeemed"`
	Expired     int64 `json:"expired"`
	Reversed    int64 `json:"reversed"`    // taken back, less what claw-backs could not recover
	Transferred int64 `json:"transferred"` // to other accounts; 0 once both sides of every transfer are in the book
	Outstanding int64 `json:"outstanding"` // pending, free and held, less what is owed
}

// NewBook returns an empty book.
//
// Errors: a [*hotelcrm.ParamError] for a length that does not divide a year, or no currency.
func NewBook(config Config) (*Book, error) {
	if config.Months == 0 {
		config.Months = 1
	}
	if config.Months < 1 || 12%config.Months != 0 {
		return nil, refuse.Param("Config.Months", fmt.Sprint(config.Months), "1, 2, 3, 4, 6 or 12")
	}
	if config.Currency == "" {
		return nil, refuse.Param("Config.Currency", "", "a currency")
	}
	return &Book{config: config, cells: map[cell]Flow{}}, nil
}

// Add counts an account.
//
// Input: all events of the account in order, each account once. Lapses count once they are written, or once they are
// decided: add the events of a [points.Expire] dated on the closing day, decided but not appended, behind those of the
// journal.
// Errors: a [*hotelcrm.ParamError] for a move of a lot that the events do not hold, or for more points than a 64-bit number
// counts; the book is then unchanged.
func (b *Book) Add(events []points.Event) error {
	var lots []points.Terms
	volume := b.volume
	for i := range events {
		lots = append(lots, events[i].Lots...)
		for _, m := range events[i].Moves {
			if m.Lot < 1 || m.Lot > len(lots) || m.Points < 1 {
				return refuse.Param("events", fmt.Sprintf("lot %d", m.Lot), "all events of an account")
			}
			if volume += m.Points; volume < 0 {
				return tooMany
			}
		}
	}
	b.volume = volume
	for i := range events {
		for _, m := range events[i].Moves {
			if t := lots[m.Lot-1]; t.Currency == b.config.Currency && (b.config.Keep == nil || b.config.Keep(t)) {
				b.count(cell{b.vintage(t.Earned), events[i].Date}, m)
			}
		}
	}
	return nil
}

// vintage returns the first day of the period that a date lies in.
func (b *Book) vintage(earned hotelcrm.Date) hotelcrm.Date {
	year, month, _ := earned.Civil()
	return hotelcrm.DateOf(year, month-(month-1)%time.Month(b.config.Months), 1)
}

func (b *Book) count(at cell, m points.Move) {
	f := b.cells[at]
	*f.field(m.From) -= m.Points
	*f.field(m.To) += m.Points
	b.cells[at] = f
}

// field returns where a bucket counts. Issued is kept negative until it is shown.
func (f *Flow) field(bucket points.Bucket) *int64 {
	switch bucket {
	case points.Issued:
		return &f.Issued
	case points.Redeemed:
		return &f.Redeemed
	case points.Expired:
		return &f.Expired
	case points.Moved:
		return &f.Transferred
	case points.Pending, points.Free, points.Held, points.Owed:
		return &f.Outstanding
	}
	return &f.Reversed // Reversed, Unrecovered, Waived
}

var tooMany = refuse.Param("events", "over 9·10¹⁸ points", "points that a 64-bit number counts")

// Merge adds what another book of the same settings has counted. Keep is not compared.
//
// Errors: [hotelcrm.ErrMismatch], wrapped, for another currency or length of vintage; a [*hotelcrm.ParamError] for more
// points than a 64-bit number counts.
func (b *Book) Merge(other *Book) error {
	if b.config.Currency != other.config.Currency || b.config.Months != other.config.Months {
		return fmt.Errorf("%w: books of points", hotelcrm.ErrMismatch)
	}
	if b.volume+other.volume < 0 {
		return tooMany
	}
	b.volume += other.volume
	for at, f := range other.cells {
		sum := b.cells[at]
		sum.add(f)
		b.cells[at] = sum
	}
	return nil
}

func (f *Flow) add(g Flow) {
	f.Issued += g.Issued
	f.Redeemed += g.Redeemed
	f.Expired += g.Expired
	f.Reversed += g.Reversed
	f.Transferred += g.Transferred
	f.Outstanding += g.Outstanding
}
