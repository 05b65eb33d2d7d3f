package main

import (
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
	text := "On " + longDate(m.asOf) + ", "
	if climbed == 0 {
		return text + "none of " + counted(all, "member has", "members has") + " a tier above " + m.first() + "."
	}
	text += grouped(climbed) + " of " + counted(all, "member has", "members have") + " a tier above " + m.first() + " (" + percentOf(a.Printer, climbed, all) + ")"
	if m.revenue.IsPositive() {
		text += "; they have brought " + percent(a.Printer, brought, m.revenue) + " of the revenue"
	}
	return text + "."
}

// first returns the name of the lowest tier.
func (m *members) first() string {
	name, _ := m.label(m.ladder[0])
	return name
}

// programmeSentence says whose rules these are.
func (m *members) programmeSentence() string {
	p := m.programme()
	name := p.Name
	if name == "" {
		name = p.ID
	}
	text := "The programme is " + name
	if m.file != "" {
		text += ", from " + m.file
	}
	if version, ok := m.engine.Version(m.asOf); ok {
		text += "; in force are the rules “" + version.ID + "”"
	}
	text += "."
	if p.Source != "" {
		text += " Source: " + p.Source + "."
	}
	if p.Note != "" {
		text += " " + capital(p.Note) + "."
	}
	return text
}

// rules says how visits became nights, stays and spend.
func (m *members) rules() []string {
	out := append([]string{}, activityRules[:]...)
	if m.noNight {
		out = append(out, noNightRule)
	} else {
		out = append(out, dayUseRule)
	}
	if list := m.unknown(); len(list) > 0 {
		out = append(out, "Of "+listed(list)+" these stays tell nothing; they count as 0.")
	}
	return out
}

func (m *members) nearSentence() string {
	within := " at least half way to the next tier and within " + counted(nearNights, "night", "nights") + " of it"
	text := "Nobody is" + within
	if n := len(m.near); n > 0 {
		text = counted(n, "member is", "members are") + within
	}
	if m.oneStay > 0 {
		text += "; " + counted(m.oneStay, "member reaches", "members reach") + " it with one more stay"
	}
	return text + ". What is missing is counted as if it were spent on " + longDate(m.asOf) + "; nights that leave the window later are missing again."
}

func (m *members) endSentence() string {
	within := "within " + counted(noticeDays, "day", "days") + ", by " + longDate(m.lastNotice())
	if len(m.ends) == 0 {
		return "Nobody falls to a lower tier " + within + "."
	}
	return counted(len(m.ends), "member falls", "members fall") + " to a lower tier " + within + ", unless enough stays come in time. Whoever has already earned the tier anew is not among them."
}

// shownFindings is how many findings the page lists.
const shownFindings = 12

func (m *members) findingSentence() string {
	switch n := len(m.findings); {
	case n == 0:
		return "The check of the rules finds nothing doubtful: every tier can be reached and rested on, none is harder to keep than to reach, and rules are in force on every day."
	case n > shownFindings:
		return "The check of the rules finds " + grouped(n) + " things that are probably not meant; the first " + grouped(shownFindings) + " of them:"
	default:
		return "The check of the rules finds " + counted(n, "thing that is", "things that are") + " probably not meant:"
	}
}

// loyaltyTerms are the definitions of the programme's words.
func (a *analysis) loyaltyTerms() []fact {
	if a.members == nil {
		return nil
	}
	return []fact{
		{"Tier", "The status of a guest in the loyalty programme at the close of " + longDate(a.members.asOf) + ", from the visits through that day and nothing else: no gifts, matches or cards."},
		{"Valid through", "The last day of a status if nothing more happens (tier_until in guests.csv; empty for one without an end)."},
		{"Nights to the next tier", "The fewest nights that reach it if they were spent on the analysis date (nights_to_next in guests.csv). Empty at the top, and where nights alone do not lead there."},
		{"About to drop", "A member whose status ends within " + counted(noticeDays, "day", "days") + " and who has not yet earned it anew."},
	}
}

// noticeNames are the kinds of notices in the order of summary.json.
var noticeKinds = []loyalty.NoticeKind{loyalty.StatusEnds, loyalty.NearNext, loyalty.ChoiceEnds}
