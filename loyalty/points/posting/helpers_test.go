package posting_test

import (
	"context"
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
	"github.com/hotelcrm/hotelcrm/loyalty/points/posting"
	"github.com/shopspring/decimal"
)

// inn earns one point a euro, half as much again for friends; points are good for two year ends and 30 months.
const inn = `{"format":1,"id":"inn","currency":"EUR","versions":[
	{"id":"2025","to":"2026-07-01","tiers":[{"id":"guest"},{"id":"friend","promote":{"metric":"nights","atLeast":5}}],
	 "earn":{"rates":[{"id":"euro","points":1}],"bonus":[{"tier":"friend","rate":0.5}],"after":{"days":3}},
	 "expiry":{"lifeMonths":30,"yearEnds":2,"idleMonths":12}},
	{"id":"2026","from":"2026-07-01","tiers":[{"id":"guest"},{"id":"friend","promote":{"metric":"nights","atLeast":5}}],
	 "earn":{"rates":[{"id":"euro","points":2}]}}]}`

// compile returns the poster of a programme, and the error of its text.
func compile(text string) (*posting.Poster, error) {
	p, err := loyalty.ParseProgramme([]byte(text))
	if err != nil {
		return nil, err
	}
	e, err := loyalty.Compile(p)
	currency := points.Currency{Name: "points", Kind: points.Redeemable, Burn: points.SoonestExpiry}
	return &posting.Poster{Engine: e, Currency: currency}, err
}

// folio returns a stay of some nights in 2026.
func folio(id string, version int64, month, day, nights int, euros int64) loyalty.Folio {
	arrival := hotelcrm.DateOf(2026, 1, 1).AddMonths(month - 1).AddDays(day - 1)
	return loyalty.Folio{Stay: hotelcrm.Stay{
		ID: id, Version: version, Property: "LIS", Status: hotelcrm.Departed, Arrival: arrival, Departure: arrival.AddDays(nights),
		Revenue: hotelcrm.Revenue{Rooms: decimal.New(euros, 0)},
	}}
}

func cancelled(f loyalty.Folio) loyalty.Folio {
	f.Status = hotelcrm.Cancelled
	return f
}

// house is a ledger and its member.
type house struct {
	poster *posting.Poster
	ledger points.Ledger
	folios []loyalty.Folio
}

func newHouse(p *posting.Poster) *house {
	return &house{poster: p, ledger: points.Ledger{Journal: new(points.Memory), Rules: p.Rules(hotelcrm.DateOf(2026, 1, 1)), Snapshots: new(points.Cache)}}
}

// due returns the commands for the stays that are known.
func (h *house) due(head points.Header) ([]points.Command, error) {
	earned, err := h.poster.Engine.Earn(&loyalty.Guest{Member: loyalty.Member{ID: "anne"}, Folios: h.folios}, loyalty.Earning{})
	if err != nil {
		return nil, err
	}
	a, err := h.ledger.Account(context.Background(), "anne")
	if err != nil {
		return nil, err
	}
	return h.poster.PostAll(a, earned.Credits, head)
}

// take delivers stays on a business date, and posts what they earn.
func (h *house) take(date hotelcrm.Date, folios ...loyalty.Folio) error {
	h.folios = append(h.folios, folios...)
	commands, err := h.due(points.Header{Date: date, Recorded: points.Instant(date)})
	if err != nil {
		return err
	}
	for _, c := range commands {
		if _, err := h.ledger.Do(context.Background(), "anne", c); err != nil {
			return fmt.Errorf("%T %+v: %w", c, c, err)
		}
	}
	return nil
}
