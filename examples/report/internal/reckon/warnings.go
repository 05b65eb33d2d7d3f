package reckon

import (
	"strings"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/intake"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
)

// warn says what the figures lack.
func (r *Report) warn() {
	if n := r.Data.Refused(); n > 0 {
		text := prose.Counted(n, "row of wrong data was refused", "rows of wrong data were refused")
		r.Warnings = append(r.Warnings, hotelcrm.Warning{Code: warnRefused, Text: prose.Plain(text), N: int(n)})
	}
	if r.Data.Order.CurrencyFrom == intake.NotStated {
		text := "currency not stated, " + r.Currency + " assumed"
		r.Warnings = append(r.Warnings, hotelcrm.Warning{Code: WarnCurrency, Text: text, N: r.Totals.Guests})
	}
	r.Warnings = append(r.Warnings, r.Summaries.Warnings()...)
	r.Warnings = append(r.Warnings, r.Scores.Each.Warnings()...)
	if r.Scores.Segments == nil {
		r.Warnings = append(r.Warnings, hotelcrm.Warning{Code: WarnNoSegments, Text: r.Scores.Plan.Note, N: r.Totals.Guests})
	}
	if r.Spread == nil {
		text := "the revenue of all guests is not above 0, so shares of it are not defined"
		r.Warnings = append(r.Warnings, hotelcrm.Warning{Code: WarnNoConcentration, Text: text, N: r.Totals.Guests})
	}
	r.warnValue()
	r.warnModels()
	r.Warnings = append(r.Warnings, r.Survey.Warnings()...)
	r.Warnings = append(r.Warnings, r.loyaltyWarnings()...)
}

// warnValue says what the values lack.
func (r *Report) warnValue() {
	add := func(code hotelcrm.WarningCode, text string, n int) {
		r.Warnings = append(r.Warnings, hotelcrm.Warning{Code: code, Text: text, N: n})
	}
	if r.Worth.Terms.NoCost {
		add(WarnNoCost, "the input cost of the house is not stated (-cost), so revenue stands for profit in every value", r.Totals.Guests)
	}
	switch p := r.Data.Profiles; {
	case p == nil:
		add(WarnNoProfiles, "no profiles are given (-profiles), so potential, incremental value, lifetime value and the value matrix are not known", r.Totals.Guests)
	case r.Worth.Matrix == nil:
		add(WarnNoProfiles, "the profiles say nothing of any guest, so potential, incremental value, lifetime value and the value matrix are not known", r.Totals.Guests)
	}
	if p := r.Data.Profiles; p != nil && p.Refused() > 0 {
		text := prose.Counted(p.Refused(), "row of the profiles was refused", "rows of the profiles were refused")
		add(WarnProfiles, prose.Plain(text), int(p.Refused()))
	}
	if r.Worth.Matrix != nil {
		r.Warnings = append(r.Warnings, r.Worth.Matrix.Warnings()...)
	} else {
		r.Warnings = append(r.Warnings, r.Worth.Current.Warnings()...)
	}
	switch {
	case r.Returns == nil:
		add(WarnNoVisits, r.NoVisits(), r.Totals.Guests)
	case r.Equity == nil:
		add(WarnNoRetention, "nobody came in the year before the last, so retention and customer equity are not known", r.Totals.Guests)
	}
}

// NoVisits says why visits are not known one by one.
func (r *Report) NoVisits() string {
	if r.Data.Order.Counted() {
		return "a table of guests does not hold their visits, so who comes back, who is still a guest, and customer equity, are not known"
	}
	return "visits are not kept one by one where every row is a visit and has neither id nor status, so who comes back, who is still a guest, and customer equity, are not known; -asof DATE keeps them, and takes more memory"
}

// warnModels says what the models lack. Why visits are not known is said elsewhere.
func (r *Report) warnModels() {
	text := ""
	switch {
	case r.NoModel != "":
		text = "who is still a guest is not known: " + r.NoModel
	case r.Alive != nil && r.Alive.Outlook.None != "":
		text = "what the guests are worth from now on is not known: " + r.Alive.Outlook.None
	default:
		return
	}
	r.Warnings = append(r.Warnings, hotelcrm.Warning{Code: WarnNoModel, Text: text, N: r.Totals.Guests})
}

// loyaltyWarnings says what the tiers lack.
func (r *Report) loyaltyWarnings() []hotelcrm.Warning {
	var out []hotelcrm.Warning
	add := func(code hotelcrm.WarningCode, text string, n int) {
		out = append(out, hotelcrm.Warning{Code: code, Text: text, N: n})
	}
	if r.Club != nil && r.Tiers == nil {
		add(WarnNoTiers, r.NoTiers(), r.Totals.Guests)
	}
	m := r.Tiers
	if m == nil {
		return out
	}
	if _, ok := m.Engine.Version(m.AsOf); !ok {
		add(WarnNotInForce, "the programme has no rules in force on "+m.AsOf.String()+", so nothing leads to a next tier", r.Totals.Guests)
	}
	if list := m.Unknown(); len(list) > 0 {
		add(WarnNotFromStays, "the programme asks for "+prose.And(list)+", which these stays do not tell: they count as 0", r.Totals.Guests)
	}
	if m.Unplaced > 0 {
		add(WarnUnplaced, prose.Plain(prose.Counted(m.Unplaced, "guest has", "guests have"))+" an amount that no programme counts, so their tier is not known", m.Unplaced)
	}
	return out
}

// NoTiers says why the tiers are not known, though there is a programme.
func (r *Report) NoTiers() string {
	if r.Data.Order.Counted() {
		return "a table of guests does not hold their visits, so tiers are not known"
	}
	return "visits are not kept one by one where every row is a visit and has neither id nor status, so tiers are not known; -asof DATE keeps them, and takes more memory"
}

// CountedWarning says how many guests are meant, where the text begins with guests.
func CountedWarning(w hotelcrm.Warning) string {
	if w.N > 1 && strings.HasPrefix(w.Text, "guests ") {
		return prose.Whole(w.N) + " " + w.Text
	}
	return w.Text
}
