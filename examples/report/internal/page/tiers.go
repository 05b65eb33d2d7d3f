package page

import (
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/numeral"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/tiers"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/words"
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
	Notices                   []words.Fact
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

// tierWords says the tiers in the language of the page.
type tierWords struct {
	lang.Printer
	*tiers.Members
}

func (w *writer) tierWords() tierWords { return tierWords{w.Printer, w.Tiers} }

// loyaltyView returns nil without a programme.
func (w *writer) loyaltyView() (*loyaltyView, error) {
	switch {
	case w.Club == nil:
		return nil, nil
	case w.Tiers == nil:
		return &loyaltyView{Note: lang.Capital(w.Say(w.NoTiers())) + w.Say(".")}, nil
	}
	m := w.tierWords()
	v := &loyaltyView{
		Sentence: w.tierSentence(), Programme: m.programmeSentence(), AsOf: prose.Day(w.Printer, m.AsOf), Rules: words.ActivityRules(m.Printer, m.Members),
		NearSentence: m.nearSentence(), EndSentence: m.endSentence(), Notices: m.noticeFacts(),
		FindingSentence: m.findingSentence(),
	}
	w.tierViews(v)
	v.NearHeads = nearHeads()
	for _, t := range m.Tiers {
		if one, any := m.nearView(t); any {
			v.Near = append(v.Near, one)
		}
	}
	if err := w.caseViews(v); err != nil {
		return nil, err
	}
	for i, f := range m.Findings {
		if i < shownFindings {
			text := f.Text
			if w.Chinese() { // the texts hold figures
				text = w.Name(string(f.Code))
			}
			v.Findings = append(v.Findings, w.Say("%s (%s)", lang.Capital(text), f.Path))
		}
	}
	return v, nil
}

// tierViews fills the pyramid and its table. Both sides of the pyramid have one scale.
func (w *writer) tierViews(v *loyaltyView) {
	m := w.tierWords()
	all, widest := tiers.Tier{Revenue: m.Revenue}, decimal.Zero
	for _, t := range m.Tiers {
		all.Members, all.Nights, all.Lately = all.Members+t.Members, all.Nights+t.Nights, all.Lately+t.Lately
	}
	share := func(t tiers.Tier) (of, brought decimal.Decimal) {
		of = decimal.NewFromInt(int64(t.Members)).DivRound(decimal.NewFromInt(int64(max(1, all.Members))), numeral.RateDigits)
		if all.Revenue.IsPositive() {
			brought = t.Revenue.DivRound(all.Revenue, numeral.RateDigits)
		}
		return of, brought
	}
	for _, t := range m.Tiers {
		of, brought := share(t)
		widest = decimal.Max(widest, of, brought)
	}
	for _, t := range m.Tiers {
		of, brought := share(t)
		one := w.tierView(t, all)
		one.MemberWidth, one.RevenueWidth = prose.Bar(of, widest), prose.Bar(brought, widest)
		v.Tiers = append(v.Tiers, one)
	}
	v.All = w.tierView(all, all)
	v.All.Name, v.All.NameZH = w.Say("All"), ""
}

func (w *writer) tierView(t, all tiers.Tier) tierView {
	v := tierView{
		Rule: w.tierWords().ruleOf(t.ID), Members: prose.Whole(t.Members), MemberShare: prose.PercentOf(w.Printer, t.Members, all.Members),
		Nights: prose.Whole(t.Nights), Lately: prose.Whole(t.Lately), Revenue: prose.WholeMoney(t.Revenue, w.Places), RevenueShare: "–",
		Mean: prose.Mean(t.Revenue, t.Members, w.Places),
	}
	name, nameZH := w.Tiers.Label(t.ID)
	v.Name, v.NameZH = prose.Both(w.Printer, name, nameZH)
	if all.Revenue.IsPositive() {
		v.RevenueShare = prose.Percent(w.Printer, t.Revenue, all.Revenue)
	}
	return v
}

// nearView returns the guests to whom a tier is the next, and false for none.
func (m tierWords) nearView(t tiers.Tier) (nearView, bool) {
	v, all := nearView{Name: m.tierName(t.ID)}, 0
	for _, n := range t.Near {
		v.Groups = append(v.Groups, prose.Whole(n))
		all += n
	}
	v.All = prose.Whole(all)
	return v, all > 0
}

// nearHeads are the nights of each step: 1, 2–3, 4–5.
func nearHeads() []string {
	heads, from := make([]string, len(tiers.NearSteps)), int8(1)
	for k, most := range tiers.NearSteps {
		heads[k] = prose.Whole(int(most))
		if most > from {
			heads[k] = prose.Whole(int(from)) + "–" + heads[k]
		}
		from = most + 1
	}
	return heads
}

// caseViews names the guests with the most revenue of those near the next tier and of those about to drop.
func (w *writer) caseViews(v *loyaltyView) error {
	m, revenue := w.tierWords(), w.Summaries.Revenue()
	from := m.Activities(w.Data.Visits, w.Places)
	for _, one := range tiers.Best(m.Near, revenue, func(c tiers.Near) int { return int(c.Guest) }) {
		now, err := m.Engine.Progress(from.Of(int(one.Guest)), loyalty.AsOf{On: m.AsOf})
		if err != nil {
			return err
		}
		v.NearCases = append(v.NearCases, w.caseView(int(one.Guest), one.Next, now.Ways))
	}
	for _, one := range tiers.Best(m.Ends, revenue, func(c tiers.End) int { return int(c.Guest) }) {
		now, err := m.Engine.Progress(from.Of(int(one.Guest)), loyalty.AsOf{On: m.AsOf})
		if err != nil {
			return err
		}
		v.EndCases = append(v.EndCases, w.caseView(int(one.Guest), one.To, now.Keep))
	}
	return nil
}

func (w *writer) caseView(i int, to int16, ways [][]loyalty.Need) caseView {
	m, s := w.tierWords(), w.Summaries
	v := caseView{
		Guest: prose.Shortened(s.Guests()[i]), Missing: m.gapWords(ways), Day: "–", Revenue: prose.WholeMoney(s.Revenue().At(i), w.Places),
	}
	v.Tier, v.To = m.tierName(m.Ladder[m.Rank[i]]), m.tierName(m.Ladder[to])
	if v.Missing == "" {
		v.Missing = "–"
	}
	if until := m.Until[i]; until != 0 {
		v.Day = until.AddDays(-1).String()
	}
	return v
}

// noticeFacts are the notices that members should get, by kind.
func (m tierWords) noticeFacts() []words.Fact {
	days := lang.Count(m.Printer, tiers.NoticeDays, "day", "days")
	out := []words.Fact{
		{Name: m.Say("Status ends within %s", days), Value: m.membersText(m.Notices[loyalty.StatusEnds])},
		{Name: m.Say("Next tier near: no threshold missed by more than a tenth"), Value: m.membersText(m.Notices[loyalty.NearNext])},
	}
	if m.Choices > 0 {
		out = append(out, words.Fact{Name: m.Say("Reward to be chosen within %s", days), Value: m.membersText(m.Notices[loyalty.ChoiceEnds])})
	}
	return out
}

func (m tierWords) membersText(n int) string { return lang.Count(m.Printer, n, "member", "members") }

// tierName names a tier in the language of the page.
func (m tierWords) tierName(id string) string { return m.Pick(m.Label(id)) }
