package page

import (
	"slices"

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
	EndOpen, EndLate          casesView // who can still keep it, and for whom that is no longer likely
	LateText                  string
	Choices                   string // rewards that wait to be chosen
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

// casesView is a table of guests about to drop.
type casesView struct {
	ID, Caption, Currency string
	Rows                  []caseView
}

// caseView is a guest whom it is worth to write to.
type caseView struct{ Guest, Tier, To, Missing, Later, Day, Revenue string }

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
		NearSentence: m.nearSentence(), EndSentence: m.endSentence(), LateText: m.lateSentence(), Choices: m.choiceSentence(),
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
	from, most := int64(1), m.mostNear(t.ID)
	for k, n := range t.Near {
		group := prose.Whole(n)
		if n == 0 && most > 0 && from > most {
			group = "–" // nobody half way to the tier lacks so many
		}
		v.Groups = append(v.Groups, group)
		all, from = all+n, int64(tiers.NearSteps[k])+1
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

// caseViews names the guests with the most revenue of those near the next tier, then those about to drop.
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
	return w.endViews(v)
}

// endViews names those with the most revenue of the members who can still keep their tier, and of the others.
func (w *writer) endViews(v *loyaltyView) error {
	m, revenue := w.tierWords(), w.Summaries.Revenue()
	from := m.Activities(w.Data.Visits, w.Places)
	v.EndOpen = casesView{ID: "end-cases", Currency: w.Currency, Caption: w.Say("Who can still keep it, those with the most revenue so far first, by id as in guests.csv; on its last day older nights no longer count")}
	v.EndLate = casesView{ID: "late-cases", Currency: w.Currency, Caption: w.Say("Those of them with the most revenue so far, by id as in guests.csv")}
	for _, open := range []bool{true, false} {
		list := slices.DeleteFunc(slices.Clone(m.Ends), func(one tiers.End) bool { return one.Open != open })
		for _, one := range tiers.Best(list, revenue, func(c tiers.End) int { return int(c.Guest) }) {
			row, err := w.endCase(one, from.Of(int(one.Guest)))
			if err != nil {
				return err
			}
			if open {
				v.EndOpen.Rows = append(v.EndOpen.Rows, row)
			} else {
				v.EndLate.Rows = append(v.EndLate.Rows, row)
			}
		}
	}
	return nil
}

// endCase says what keeps a tier, today and on its last day.
func (w *writer) endCase(one tiers.End, member *loyalty.Member) (caseView, error) {
	now, err := w.Tiers.Engine.Progress(member, loyalty.AsOf{On: w.Tiers.AsOf})
	if err != nil {
		return caseView{}, err
	}
	last, err := w.Tiers.Keep(member, one.On)
	v := w.caseView(int(one.Guest), one.To, now.Keep)
	v.Day, v.Later = prose.Day(w.Printer, one.On.AddDays(-1)), w.tierWords().gapWords(last)
	switch v.Later {
	case "":
		v.Later = "–"
	case v.Missing:
		v.Later = w.Say("as today")
	}
	return v, err
}

func (w *writer) caseView(i int, to int16, ways [][]loyalty.Need) caseView {
	m, s := w.tierWords(), w.Summaries
	v := caseView{
		Guest: prose.Shortened(s.Guests()[i]), Missing: m.gapWords(ways), Revenue: prose.WholeMoney(s.Revenue().At(i), w.Places),
	}
	v.Tier, v.To = m.tierName(m.Ladder[m.Rank[i]]), m.tierName(m.Ladder[to])
	if v.Missing == "" {
		v.Missing = "–"
	}
	return v
}

// tierName names a tier in the language of the page.
func (m tierWords) tierName(id string) string { return m.Pick(m.Label(id)) }
