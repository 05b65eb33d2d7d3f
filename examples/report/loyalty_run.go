package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
)

// The warnings of the programme.
const (
	warnNoTiers      hotelcrm.WarningCode = "tiers-not-known"
	warnUnplaced     hotelcrm.WarningCode = "tier-not-known"
	warnNotInForce   hotelcrm.WarningCode = "programme-not-in-force"
	warnNotFromStays hotelcrm.WarningCode = "not-known-from-stays"
)

// placeMembers finds the tiers, if there is a programme and visits are known.
func (a *analysis) placeMembers() error {
	if a.opt.club == nil || a.in.Visits == nil {
		return nil
	}
	m, err := newMembers(a.opt.club, a.in.Visits, a.summaries.AsOf(), a.places, a.summaries.Workers())
	if err != nil {
		return err
	}
	m.Printer = a.Printer
	m.count(a.summaries, a.in.Visits)
	a.members = m
	return nil
}

// loyaltyWarnings says what the tiers lack.
func (a *analysis) loyaltyWarnings() []hotelcrm.Warning {
	var out []hotelcrm.Warning
	add := func(code hotelcrm.WarningCode, text string, n int) {
		out = append(out, hotelcrm.Warning{Code: code, Text: text, N: n})
	}
	if a.opt.club != nil && a.members == nil {
		add(warnNoTiers, a.noTiers(), a.totals.guests)
	}
	m := a.members
	if m == nil {
		return out
	}
	if _, ok := m.engine.Version(m.asOf); !ok {
		add(warnNotInForce, "the programme has no rules in force on "+m.asOf.String()+", so nothing leads to a next tier", a.totals.guests)
	}
	if list := m.unknown(); len(list) > 0 {
		add(warnNotFromStays, "the programme asks for "+prose.And(list)+", which these stays do not tell: they count as 0", a.totals.guests)
	}
	if m.unplaced > 0 {
		add(warnUnplaced, prose.Plain(prose.Counted(m.unplaced, "guest has", "guests have"))+" an amount that no programme counts, so their tier is not known", m.unplaced)
	}
	return out
}

// noTiers says why the tiers are not known, though there is a programme.
func (a *analysis) noTiers() string {
	if a.in.Order.Counted() {
		return "a table of guests does not hold their visits, so tiers are not known"
	}
	return "visits are not kept one by one where every row is a visit and has neither id nor status, so tiers are not known; -asof DATE keeps them, and takes more memory"
}

// cells appends tier, its last day and the nights to the next tier of guest i; what is not known stays empty.
func (m *members) cells(b []byte, days *dayTexts, i int) []byte {
	if m == nil || m.rank[i] < 0 {
		return append(b, ',', ',')
	}
	b = append(appendCell(b, safeCell(m.ladder[m.rank[i]])), ',')
	if m.until[i] != 0 {
		b = days.append(b, m.until[i].AddDays(-1))
	}
	b = append(b, ',')
	if m.nights[i] >= 0 {
		b = strconv.AppendInt(b, int64(m.nights[i]), 10)
	}
	return b
}

// printTiers prints a line for a terminal.
func printTiers(w io.Writer, a *analysis) {
	m := a.members
	if m == nil {
		return
	}
	parts := make([]string, 0, len(m.tiers))
	for _, t := range m.tiers {
		name, _ := m.label(t.id)
		parts = append(parts, name+" "+prose.Whole(t.members))
	}
	fmt.Fprintf(w, "tiers: %s; %s near the next, %s about to drop\n", strings.Join(parts, ", "), prose.Whole(len(m.near)), prose.Whole(len(m.ends)))
}

func (a *analysis) programmeFact() string {
	switch {
	case a.opt.club == nil:
		return a.Say("none")
	case a.opt.club.file == "":
		return a.Say("%s, of the simulated hotel", a.opt.club.programme().ID)
	}
	return a.Say("%s, from %s", a.opt.club.programme().ID, a.opt.club.file)
}
