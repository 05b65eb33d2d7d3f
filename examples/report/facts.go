package main

import (
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/intake"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/rfm"
	"github.com/hotelcrm/hotelcrm/valuation"
)

// facts are the parameters of the run.
func (a *analysis) facts() []fact {
	hash := a.Say("SHA-256 of the file")
	if a.in.Order.Simulated() {
		hash = a.Say("SHA-256 of the stays")
	}
	return []fact{
		{a.Say("Input"), a.source()},
		{a.Say("Rows read"), prose.Whole(a.in.Rows)},
		{a.Say("Rows counted"), prose.Whole(a.in.Stays())},
		{a.Say("Analysis date"), prose.Day(a.Printer, a.summaries.AsOf())},
		{a.Say("Visit"), a.visitRule()},
		{a.Say("Currency"), a.currencyFact()},
		{a.Say("Fees"), a.feesFact()},
		{a.Say("Scores"), a.scoresFact()},
		{a.Say("Segments"), a.segmentsFact()},
		{a.Say("Cost"), a.costFact()},
		{a.Say("Values"), a.conventionFact(a.worth.current.Setup().Convention)},
		{a.Say("Profiles"), a.profilesFact()},
		{a.Say("Programme"), a.programmeFact()},
		{a.Say("Made with"), "hotelcrm, github.com/hotelcrm/hotelcrm"},
		{hash, a.in.Hash},
	}
}

func (a *analysis) visitRule() string {
	switch {
	case a.in.Order.Counted():
		return a.Say("as counted by the source")
	case a.in.Order.Visit == hotelcrm.ByStay:
		return a.Say("every stay is a visit")
	}
	return a.Say("rooms of one guest, house and arrival are one visit")
}

func (a *analysis) currencyFact() string {
	switch a.in.Order.CurrencyFrom {
	case intake.NotStated:
		return a.Say("%s, assumed", a.currency)
	case intake.FromFile:
		return a.Say("%s, by the first row that names one", a.currency)
	}
	return a.currency
}

func (a *analysis) feesFact() string {
	switch {
	case a.in.Order.Counted():
		return a.Say("as counted by the source")
	case a.in.Order.Fees:
		return a.Say("count as revenue")
	}
	return a.Say("do not count")
}

func (a *analysis) scoresFact() string {
	p := a.opt.plan
	if p.frozen != nil {
		return a.Say("%s bins, by the thresholds of %s", inWords(p.bins), p.frozen.AsOf)
	}
	return a.Say("%s, %s bins", a.methodName(p.method), inWords(p.bins))
}

// methodName is the flag in English, which its reader can look up, and the method itself in Chinese.
func (a *analysis) methodName(m rfm.Method) string {
	if a.Chinese() {
		return a.Name(m.String())
	}
	return m.String()
}

func (a *analysis) segmentsFact() string {
	set := a.opt.plan.set
	switch {
	case set == nil:
		return a.Say("none")
	case a.Chinese():
		return a.Say("%s, from %s", set.LabelZH, a.Say(set.Source))
	}
	return a.Say("%s, from %s", set.ID, set.Source)
}

func (a *analysis) costFact() string {
	if a.opt.value.noCost {
		return a.Say("not stated")
	}
	return a.currency + prose.NBSP + prose.GroupedMoney(a.opt.value.cost, a.places)
}

// conventionFact is how values are discounted and rounded.
func (a *analysis) conventionFact(c valuation.Convention) string {
	if !a.Chinese() {
		return c.String()
	}
	return a.Say("%s a year over %s, at the end of each, to %s digits, half to even",
		a.Percent(a.opt.value.rate.Mul(prose.Hundred).String()), prose.Whole(a.opt.value.years), prose.Whole(a.places))
}

func (a *analysis) profilesFact() string {
	switch {
	case a.in.Profiles == nil:
		return a.Say("none")
	case a.in.Order.Simulated():
		return a.Say("guest file of the simulated hotel")
	}
	return a.in.Profiles.Source
}
