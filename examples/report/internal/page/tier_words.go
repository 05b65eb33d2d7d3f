package page

import (
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/tiers"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/words"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/shopspring/decimal"
)

// tierSentence says how many members have climbed, and what they bring.
func (w *writer) tierSentence() string {
	m := w.tierWords()
	climbed, brought := 0, decimal.Zero
	for _, t := range m.Tiers {
		if t.Rank > 0 {
			climbed, brought = climbed+t.Members, brought.Add(t.Revenue)
		}
	}
	all := m.Placed()
	if climbed == 0 {
		return w.Say("On %s, none of %s a tier above %s.", prose.Day(w.Printer, m.AsOf), lang.Count(w.Printer, all, "member has", "members has"), m.first())
	}
	share := ""
	if m.Revenue.IsPositive() {
		share = w.Say("; they have brought %s of the revenue", prose.Percent(w.Printer, brought, m.Revenue))
	}
	return w.Say("On %s, %s of %s a tier above %s (%s)%s.", prose.Day(w.Printer, m.AsOf), prose.Whole(climbed), lang.Count(w.Printer, all, "member has", "members have"), m.first(),
		prose.PercentOf(w.Printer, climbed, all), share)
}

// first returns the name of the lowest tier.
func (m tierWords) first() string {
	return m.tierName(m.Ladder[0])
}

// programmeSentence says whose rules these are.
func (m tierWords) programmeSentence() string {
	p := m.Programme()
	from, rules := "", ""
	if m.File != "" {
		from = m.Say(", from %s", m.File)
	}
	if version, ok := m.Engine.Version(m.AsOf); ok {
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

func (m tierWords) nearSentence() string {
	near := len(m.Near)
	who := m.Say("Nobody is")
	if near > 0 {
		who = lang.Count(m.Printer, near, "member is", "members are")
	}
	text := m.Say("%s at least half way to the next tier and within %s of it.", who, lang.Count(m.Printer, tiers.NearNights, "night", "nights"))
	if near > 0 {
		text = m.Sentences(text, m.Say("For %s of them any one stay is enough.", prose.Whole(m.AnyStay)))
	}
	if m.Beside > 0 {
		text = m.Sentences(text, m.Say("Besides, %s one stay and more nights than that: the stay is enough.", lang.Count(m.Printer, m.Beside, "member lacks", "members lack")))
	}
	return m.Sentences(text, m.Say("What is missing is counted as if it were spent on %s; nights that leave the window later are missing again.", prose.Day(m.Printer, m.AsOf)))
}

func (m tierWords) endSentence() string {
	days, last := lang.Count(m.Printer, tiers.NoticeDays, "day", "days"), prose.Day(m.Printer, m.LastNotice())
	if len(m.Ends) == 0 {
		return m.Say("Nobody falls to a lower tier within %s, by %s.", days, last)
	}
	text := m.Say("%s to a lower tier within %s, by %s, unless enough stays come in time; %s can still keep the tier, and for %s that is no longer likely.",
		lang.Count(m.Printer, len(m.Ends), "member falls", "members fall"), days, last, prose.Whole(m.Open()), prose.Whole(len(m.Ends)-m.Open()))
	return m.Sentences(text, m.Say("Whoever has already earned the tier anew is not among them."))
}

// lateSentence says what makes a tier hard to keep.
func (m tierWords) lateSentence() string {
	return m.Say("No longer likely to keep it (%s): less than half of what it takes is there, or more nights or stays are missing than days are left.", prose.Whole(len(m.Ends)-m.Open()))
}

// choiceSentence says how many have a reward to choose; empty where a programme has none.
func (m tierWords) choiceSentence() string {
	if m.Choices == 0 {
		return ""
	}
	return m.Say("A reward is to be chosen within %s by %s.", lang.Count(m.Printer, tiers.NoticeDays, "day", "days"), lang.Count(m.Printer, m.Notices[loyalty.ChoiceEnds], "member", "members"))
}

// shownFindings is how many findings the page lists.
const shownFindings = 12

func (m tierWords) findingSentence() string {
	switch n := len(m.Findings); {
	case n == 0:
		return m.Say("The check of the rules finds nothing doubtful: every tier can be reached and rested on, none is harder to keep than to reach, and rules are in force on every day.")
	case n > shownFindings:
		return m.Say("The check of the rules finds %s things that are probably not meant; the first %s of them:", prose.Whole(n), prose.Whole(shownFindings))
	default:
		return m.Say("The check of the rules finds %s probably not meant:", lang.Count(m.Printer, n, "thing that is", "things that are"))
	}
}

// loyaltyTerms are the definitions of the programme's words.
func (w *writer) loyaltyTerms() []words.Fact {
	if w.Tiers == nil {
		return nil
	}
	return []words.Fact{
		{Name: w.Say("Tier"), Value: w.Say("The status of a guest in the loyalty programme at the close of %s, from the visits through that day and nothing else: no gifts, matches or cards.", prose.Day(w.Printer, w.Tiers.AsOf))},
		{Name: w.Say("Valid through"), Value: w.Say("The last day of a status if nothing more happens (tier_until in guests.csv; empty for one without an end).")},
		{Name: w.Say("Nights to the next tier"), Value: w.Say("The fewest nights that reach it if they were spent on the analysis date (nights_to_next in guests.csv). Empty at the top, and where nights alone do not lead there.")},
		{Name: w.Say("About to drop"), Value: w.Say("A member whose status ends within %s and who has not yet earned it anew.", lang.Count(w.Printer, tiers.NoticeDays, "day", "days"))},
	}
}
