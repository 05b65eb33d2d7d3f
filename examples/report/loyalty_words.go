package main

import (
	"strings"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/shopspring/decimal"
)

// tierSentence says how many members have climbed, and what they bring.
func (a *analysis) tierSentence() string {
	m := a.members
	climbed, brought := 0, decimal.Zero
	for _, t := range m.tiers {
		if t.rank > 0 {
			climbed, brought = climbed+t.members, brought.Add(t.revenue)
		}
	}
	all := m.placed()
	if climbed == 0 {
		return a.Say("On %s, none of %s a tier above %s.", prose.Day(a.Printer, m.asOf), lang.Count(a.Printer, all, "member has", "members has"), m.first())
	}
	share := ""
	if m.revenue.IsPositive() {
		share = a.Say("; they have brought %s of the revenue", prose.Percent(a.Printer, brought, m.revenue))
	}
	return a.Say("On %s, %s of %s a tier above %s (%s)%s.", prose.Day(a.Printer, m.asOf), prose.Whole(climbed), lang.Count(a.Printer, all, "member has", "members have"), m.first(),
		prose.PercentOf(a.Printer, climbed, all), share)
}

// first returns the name of the lowest tier.
func (m *members) first() string {
	return m.tierName(m.ladder[0])
}

// programmeSentence says whose rules these are.
func (m *members) programmeSentence() string {
	p := m.programme()
	from, rules := "", ""
	if m.file != "" {
		from = m.Say(", from %s", m.file)
	}
	if version, ok := m.engine.Version(m.asOf); ok {
		rules = m.Say("; in force are the rules “%s”", version.ID)
	}
	text := m.Say("The programme is %s%s%s.", prose.Label(m.Pick(p.Name, p.NameZH), p.ID), from, rules)
	if p.Source != "" {
		text += m.Say(" ") + m.Say("Source: %s.", m.Say(p.Source))
	}
	if p.Note != "" {
		text += m.Say(" ") + lang.Capital(m.Say(p.Note)) + m.Say(".")
	}
	return text
}

// rules says how visits became nights, stays and spend.
func (m *members) rules() []string {
	var out []string
	for _, rule := range activityRules {
		out = append(out, m.Say(rule))
	}
	if m.noNight {
		out = append(out, m.Say(noNightRule))
	} else {
		out = append(out, m.Say(dayUseRule))
	}
	if list := m.unknown(); len(list) > 0 {
		out = append(out, m.Say("Of %s these stays tell nothing; they count as 0.", m.listed(list)))
	}
	return out
}

func (m *members) nearSentence() string {
	who, one := m.Say("Nobody is"), ""
	if n := len(m.near); n > 0 {
		who = lang.Count(m.Printer, n, "member is", "members are")
	}
	if m.oneStay > 0 {
		one = m.Say("; %s it with one more stay", lang.Count(m.Printer, m.oneStay, "member reaches", "members reach"))
	}
	text := m.Say("%s at least half way to the next tier and within %s of it%s.", who, lang.Count(m.Printer, nearNights, "night", "nights"), one)
	return text + m.Say(" ") + m.Say("What is missing is counted as if it were spent on %s; nights that leave the window later are missing again.", prose.Day(m.Printer, m.asOf))
}

func (m *members) endSentence() string {
	days, last := lang.Count(m.Printer, noticeDays, "day", "days"), prose.Day(m.Printer, m.lastNotice())
	if len(m.ends) == 0 {
		return m.Say("Nobody falls to a lower tier within %s, by %s.", days, last)
	}
	return m.Say("%s to a lower tier within %s, by %s, unless enough stays come in time. Whoever has already earned the tier anew is not among them.",
		lang.Count(m.Printer, len(m.ends), "member falls", "members fall"), days, last)
}

// shownFindings is how many findings the page lists.
const shownFindings = 12

func (m *members) findingSentence() string {
	switch n := len(m.findings); {
	case n == 0:
		return m.Say("The check of the rules finds nothing doubtful: every tier can be reached and rested on, none is harder to keep than to reach, and rules are in force on every day.")
	case n > shownFindings:
		return m.Say("The check of the rules finds %s things that are probably not meant; the first %s of them:", prose.Whole(n), prose.Whole(shownFindings))
	default:
		return m.Say("The check of the rules finds %s probably not meant:", lang.Count(m.Printer, n, "thing that is", "things that are"))
	}
}

// loyaltyTerms are the definitions of the programme's words.
func (a *analysis) loyaltyTerms() []fact {
	if a.members == nil {
		return nil
	}
	return []fact{
		{a.Say("Tier"), a.Say("The status of a guest in the loyalty programme at the close of %s, from the visits through that day and nothing else: no gifts, matches or cards.", prose.Day(a.Printer, a.members.asOf))},
		{a.Say("Valid through"), a.Say("The last day of a status if nothing more happens (tier_until in guests.csv; empty for one without an end).")},
		{a.Say("Nights to the next tier"), a.Say("The fewest nights that reach it if they were spent on the analysis date (nights_to_next in guests.csv). Empty at the top, and where nights alone do not lead there.")},
		{a.Say("About to drop"), a.Say("A member whose status ends within %s and who has not yet earned it anew.", lang.Count(a.Printer, noticeDays, "day", "days"))},
	}
}

// noticeNames are the kinds of notices in the order of summary.json.
var noticeKinds = []loyalty.NoticeKind{loyalty.StatusEnds, loyalty.NearNext, loyalty.ChoiceEnds}

// listed writes what stays do not tell.
func (m *members) listed(list []string) string {
	if !m.Chinese() {
		return prose.And(list)
	}
	var out []string
	for _, one := range list {
		out = append(out, m.Say(one))
	}
	return strings.Join(out, m.Say(", "))
}
