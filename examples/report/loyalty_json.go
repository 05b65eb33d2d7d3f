package main

import (
	"encoding/json"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/numeral"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/loyalty"
)

// loyaltyJSON is what summary.json says of the loyalty programme. It names no guest; guests.csv does.
type loyaltyJSON struct {
	Programme programmeJSON     `json:"programme"`
	AsOf      hotelcrm.Date     `json:"asOf"` // statuses are those at the close of this day
	Activity  []string          `json:"activity"`
	Members   int               `json:"members"`
	Unplaced  int               `json:"unplaced"` // guests whose tier is not known
	Tiers     []tierJSON        `json:"tiers"`    // the highest first
	Near      []nearJSON        `json:"near"`
	OneStay   int               `json:"oneStay"` // members who reach the next tier with one more stay
	Ending    endingJSON        `json:"ending"`
	Notices   map[string]int    `json:"notices"` // members to be told, by kind
	Findings  []loyalty.Finding `json:"findings"`
}

type programmeJSON struct {
	ID       string `json:"id"`
	Name     string `json:"name,omitempty"`
	File     string `json:"file,omitempty"` // empty for the one of the simulated hotel
	Currency string `json:"currency"`
	Year     string `json:"year,omitempty"`
	Source   string `json:"source,omitempty"`
	Version  string `json:"version"` // of the rules in force; empty if none are
}

type tierJSON struct {
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

type nearJSON struct {
	From    int `json:"from"` // nights missing to the next tier, of which at least as many are counted as missing
	To      int `json:"to"`
	Members int `json:"members"`
}

type endingJSON struct {
	Days    int           `json:"days"`
	Through hotelcrm.Date `json:"through"`
	Members int           `json:"members"`
}

func (a *analysis) loyaltyJSON() *loyaltyJSON {
	m := a.members
	if m == nil {
		return nil
	}
	p, english := m.programme(), *m
	english.Printer = lang.Printer{} // programs read English
	out := &loyaltyJSON{
		Programme: programmeJSON{ID: p.ID, Name: p.Name, File: m.file, Currency: p.Currency, Year: p.Year, Source: p.Source},
		AsOf:      m.asOf, Activity: english.rules(), Members: m.placed(), Unplaced: m.unplaced, OneStay: m.oneStay,
		Ending:  endingJSON{Days: noticeDays, Through: m.lastNotice(), Members: len(m.ends)},
		Notices: map[string]int{}, Findings: m.findings,
	}
	if version, ok := m.engine.Version(m.asOf); ok {
		out.Programme.Version = version.ID
	}
	for _, t := range m.tiers {
		out.Tiers = append(out.Tiers, a.tierJSON(t))
	}
	from := 1
	for k, n := range m.nearGroups() {
		to := int(nearSteps[k])
		out.Near = append(out.Near, nearJSON{from, to, n})
		from = to + 1
	}
	for _, kind := range noticeKinds {
		out.Notices[kind.String()] = m.notices[kind]
	}
	if out.Findings == nil {
		out.Findings = []loyalty.Finding{}
	}
	return out
}

func (a *analysis) tierJSON(t tierTotal) tierJSON {
	name, _ := a.members.label(t.id)
	out := tierJSON{
		ID: t.id, Name: name, Rank: t.rank, Members: t.members, Visits: t.visits, Nights: t.nights, Nights12M: t.lately,
		Revenue: prose.Money(t.revenue, a.places), EndingMembers: t.ends,
	}
	for _, n := range t.near {
		out.NearMembers += n
	}
	if all := a.members.placed(); all > 0 {
		out.Rate = numeral.Fixed(float64(t.members)/float64(all), numeral.RateDigits)
	}
	if a.members.revenue.IsPositive() {
		out.RevenueRate = new(json.Number(t.revenue.DivRound(a.members.revenue, numeral.RateDigits).StringFixed(numeral.RateDigits)))
	}
	return out
}
