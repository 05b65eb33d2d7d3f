package record

import (
	"encoding/json"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/numeral"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/tiers"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/words"
	"github.com/hotelcrm/hotelcrm/loyalty"
)

// Loyalty is what summary.json says of the loyalty programme. It names no guest; guests.csv does.
type Loyalty struct {
	Programme Programme         `json:"programme"`
	AsOf      hotelcrm.Date     `json:"asOf"` // statuses are those at the close of this day
	Activity  []string          `json:"activity"`
	Members   int               `json:"members"`
	Unplaced  int               `json:"unplaced"` // guests whose tier is not known
	Tiers     []Tier            `json:"tiers"`    // the highest first
	Near      []Near            `json:"near"`
	OneStay   int               `json:"oneStay"` // members who reach the next tier with one more stay
	Ending    Ending            `json:"ending"`
	Notices   map[string]int    `json:"notices"` // members to be told, by kind
	Findings  []loyalty.Finding `json:"findings"`
	AnyStay   int               `json:"anyStay"` // of those near: any one stay reaches the next tier
}

// Programme is whose rules they are.
type Programme struct {
	ID       string `json:"id"`
	Name     string `json:"name,omitempty"`
	File     string `json:"file,omitempty"` // empty for the one of the simulated hotel
	Currency string `json:"currency"`
	Year     string `json:"year,omitempty"`
	Source   string `json:"source,omitempty"`
	Version  string `json:"version"` // of the rules in force; empty if none are
}

// Tier is the members of one tier.
type Tier struct {
	ID            string       `json:"id"`
	Name          string       `json:"name"`
	Rank          int          `json:"rank"`
	Members       int          `json:"members"`
	Rate          *json.Number `json:"rate"` // of all members; null if there are none
	Visits        int64        `json:"visits"`
	Nights        int64        `json:"nights"`
	Nights12M     int64        `json:"nights12m"` // of the visits that ended in the 12 months to asOf
	Revenue       string       `json:"revenue"`
	RevenueRate   *json.Number `json:"revenueRate"`   // of that of all members; null if it is not above 0
	NearMembers   int          `json:"nearMembers"`   // members to whom this tier is the next, and near
	EndingMembers int          `json:"endingMembers"` // members of this tier who are about to drop
}

// Near is the members who lack so many nights.
type Near struct {
	From    int `json:"from"` // nights missing to the next tier, of which at least as many are counted as missing
	To      int `json:"to"`
	Members int `json:"members"`
}

// Ending is the members about to drop.
type Ending struct {
	Days    int           `json:"days"`
	Through hotelcrm.Date `json:"through"`
	Members int           `json:"members"`
	Open    int           `json:"open"` // of them: it can still be kept
}

func (r *recorder) loyaltyJSON() *Loyalty {
	m := r.Tiers
	if m == nil {
		return nil
	}
	p := m.Programme()
	out := &Loyalty{
		Programme: Programme{ID: p.ID, Name: p.Name, File: m.File, Currency: p.Currency, Year: p.Year, Source: p.Source},
		AsOf:      m.AsOf, Activity: words.ActivityRules(lang.Printer{}, m), Members: m.Placed(), Unplaced: m.Unplaced, OneStay: m.OneStay, AnyStay: m.AnyStay,
		Ending:  Ending{Days: tiers.NoticeDays, Through: m.LastNotice(), Members: len(m.Ends), Open: m.Open()},
		Notices: map[string]int{}, Findings: m.Findings,
	}
	if version, ok := m.Engine.Version(m.AsOf); ok {
		out.Programme.Version = version.ID
	}
	for _, t := range m.Tiers {
		out.Tiers = append(out.Tiers, r.tierJSON(t))
	}
	from := 1
	for k, n := range m.NearGroups() {
		to := int(tiers.NearSteps[k])
		out.Near = append(out.Near, Near{from, to, n})
		from = to + 1
	}
	for _, kind := range tiers.NoticeKinds {
		out.Notices[kind.String()] = m.Notices[kind]
	}
	if out.Findings == nil {
		out.Findings = []loyalty.Finding{}
	}
	return out
}

func (r *recorder) tierJSON(t tiers.Tier) Tier {
	name, _ := r.Tiers.Label(t.ID)
	out := Tier{
		ID: t.ID, Name: name, Rank: t.Rank, Members: t.Members, Visits: t.Visits, Nights: t.Nights, Nights12M: t.Lately,
		Revenue: prose.Money(t.Revenue, r.Places), EndingMembers: t.Ends,
	}
	for _, n := range t.Near {
		out.NearMembers += n
	}
	if all := r.Tiers.Placed(); all > 0 {
		out.Rate = numeral.Fixed(float64(t.Members)/float64(all), numeral.RateDigits)
	}
	if r.Tiers.Revenue.IsPositive() {
		out.RevenueRate = new(json.Number(t.Revenue.DivRound(r.Tiers.Revenue, numeral.RateDigits).StringFixed(numeral.RateDigits)))
	}
	return out
}
