package main

import (
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/numeral"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/shopspring/decimal"
)

// loyaltyView is which tiers the guests have; Note says why that is not known.
type loyaltyView struct {
	Note, Sentence, Programme string
	AsOf                      string
	Rules                     []string
	Tiers                     []tierView
	All                       tierView
	NearSentence              string
	NearHeads                 []string
	Near                      []nearView
	NearCases                 []caseView
	EndSentence               string
	EndCases                  []caseView
	Notices                   []fact
	Findings                  []string
	FindingSentence           string
}

type tierView struct {
	Name, NameZH, Rule                    string
	Members, MemberShare, MemberWidth     string
	Nights, Lately, Revenue, RevenueShare string
	RevenueWidth, Mean                    string
}

type nearView struct {
	Name, All string
	Groups    []string
}

// caseView is a guest whom it is worth to write to.
type caseView struct{ Guest, Tier, To, Missing, Day, Revenue string }

// loyaltyView returns nil without a programme.
func (a *analysis) loyaltyView() (*loyaltyView, error) {
	m := a.members
	switch {
	case a.opt.club == nil:
		return nil, nil
	case m == nil:
		return &loyaltyView{Note: lang.Capital(a.Say(a.noTiers())) + a.Say(".")}, nil
	}
	v := &loyaltyView{
		Sentence: a.tierSentence(), Programme: m.programmeSentence(), AsOf: prose.Day(a.Printer, m.asOf), Rules: m.rules(),
		NearSentence: m.nearSentence(), EndSentence: m.endSentence(), Notices: m.noticeFacts(),
		FindingSentence: m.findingSentence(),
	}
	a.tierViews(v)
	v.NearHeads = nearHeads()
	for _, t := range m.tiers {
		if one, any := m.nearView(t); any {
			v.Near = append(v.Near, one)
		}
	}
	if err := a.caseViews(v); err != nil {
		return nil, err
	}
	for i, f := range m.findings {
		if i < shownFindings {
			text := f.Text
			if a.Chinese() { // the texts hold figures
				text = a.Name(string(f.Code))
			}
			v.Findings = append(v.Findings, a.Say("%s (%s)", lang.Capital(text), f.Path))
		}
	}
	return v, nil
}

// tierViews fills the pyramid and its table. Both sides of the pyramid have one scale.
func (a *analysis) tierViews(v *loyaltyView) {
	m := a.members
	all, widest := tierTotal{revenue: m.revenue}, decimal.Zero
	for _, t := range m.tiers {
		all.members, all.nights, all.lately = all.members+t.members, all.nights+t.nights, all.lately+t.lately
	}
	share := func(t tierTotal) (of, brought decimal.Decimal) {
		of = decimal.NewFromInt(int64(t.members)).DivRound(decimal.NewFromInt(int64(max(1, all.members))), numeral.RateDigits)
		if all.revenue.IsPositive() {
			brought = t.revenue.DivRound(all.revenue, numeral.RateDigits)
		}
		return of, brought
	}
	for _, t := range m.tiers {
		of, brought := share(t)
		widest = decimal.Max(widest, of, brought)
	}
	for _, t := range m.tiers {
		of, brought := share(t)
		one := a.tierView(t, all)
		one.MemberWidth, one.RevenueWidth = prose.Bar(of, widest), prose.Bar(brought, widest)
		v.Tiers = append(v.Tiers, one)
	}
	v.All = a.tierView(all, all)
	v.All.Name, v.All.NameZH = a.Say("All"), ""
}

func (a *analysis) tierView(t, all tierTotal) tierView {
	v := tierView{
		Rule: a.members.ruleOf(t.id), Members: prose.Whole(t.members), MemberShare: prose.PercentOf(a.Printer, t.members, all.members),
		Nights: prose.Whole(t.nights), Lately: prose.Whole(t.lately), Revenue: prose.WholeMoney(t.revenue, a.places), RevenueShare: "–",
		Mean: prose.Mean(t.revenue, t.members, a.places),
	}
	name, nameZH := a.members.label(t.id)
	v.Name, v.NameZH = prose.Both(a.Printer, name, nameZH)
	if all.revenue.IsPositive() {
		v.RevenueShare = prose.Percent(a.Printer, t.revenue, all.revenue)
	}
	return v
}

// nearView returns the guests to whom a tier is the next, and false for none.
func (m *members) nearView(t tierTotal) (nearView, bool) {
	v, all := nearView{Name: m.tierName(t.id)}, 0
	for _, n := range t.near {
		v.Groups = append(v.Groups, prose.Whole(n))
		all += n
	}
	v.All = prose.Whole(all)
	return v, all > 0
}

// nearHeads are the nights of each step: 1, 2–3, 4–5.
func nearHeads() []string {
	heads, from := make([]string, len(nearSteps)), int8(1)
	for k, most := range nearSteps {
		heads[k] = prose.Whole(int(most))
		if most > from {
			heads[k] = prose.Whole(int(from)) + "–" + heads[k]
		}
		from = most + 1
	}
	return heads
}

// caseViews names the guests with the most revenue of those near the next tier and of those about to drop.
func (a *analysis) caseViews(v *loyaltyView) error {
	m, revenue := a.members, a.summaries.Revenue()
	from := m.activities(a.in.Visits, a.places)
	for _, one := range best(m.near, revenue, func(c nearCase) int { return int(c.guest) }) {
		now, err := m.engine.Progress(from.of(int(one.guest)), loyalty.AsOf{On: m.asOf})
		if err != nil {
			return err
		}
		v.NearCases = append(v.NearCases, a.caseView(int(one.guest), one.next, now.Ways))
	}
	for _, one := range best(m.ends, revenue, func(c endCase) int { return int(c.guest) }) {
		now, err := m.engine.Progress(from.of(int(one.guest)), loyalty.AsOf{On: m.asOf})
		if err != nil {
			return err
		}
		v.EndCases = append(v.EndCases, a.caseView(int(one.guest), one.to, now.Keep))
	}
	return nil
}

func (a *analysis) caseView(i int, to int16, ways [][]loyalty.Need) caseView {
	m, s := a.members, a.summaries
	v := caseView{
		Guest: prose.Shortened(s.Guests()[i]), Missing: m.gapWords(ways), Day: "–", Revenue: prose.WholeMoney(s.Revenue().At(i), a.places),
	}
	v.Tier, v.To = m.tierName(m.ladder[m.rank[i]]), m.tierName(m.ladder[to])
	if v.Missing == "" {
		v.Missing = "–"
	}
	if until := m.until[i]; until != 0 {
		v.Day = until.AddDays(-1).String()
	}
	return v
}

// noticeFacts are the notices that members should get, by kind.
func (m *members) noticeFacts() []fact {
	days := lang.Count(m.Printer, noticeDays, "day", "days")
	out := []fact{
		{m.Say("Status ends within %s", days), m.membersText(m.notices[loyalty.StatusEnds])},
		{m.Say("Next tier near: no threshold missed by more than a tenth"), m.membersText(m.notices[loyalty.NearNext])},
	}
	if m.choices > 0 {
		out = append(out, fact{m.Say("Reward to be chosen within %s", days), m.membersText(m.notices[loyalty.ChoiceEnds])})
	}
	return out
}

func (m *members) membersText(n int) string { return lang.Count(m.Printer, n, "member", "members") }

// tierName names a tier in the language of the page.
func (m *members) tierName(id string) string { return m.Pick(m.label(id)) }

// lastNotice is the last day on which a fall is one that comes soon.
func (m *members) lastNotice() hotelcrm.Date { return m.asOf.AddDays(noticeDays) }
