package page

import (
	"strings"
	"unicode/utf8"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/intake"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/satisfaction"
)

// indexSentence says the index and its interval in words.
func (t surveyWords) indexSentence() string {
	root := t.Report.Nodes[0]
	index, scale, by := prose.OnScale(root.Mean), t.scaleWords(), lang.Count(t.Printer, root.Guests, "questionnaire", "questionnaires")
	if root.Guests < 2 {
		return t.Say("The satisfaction index is %s on the scale %s, by %s with a score; from one alone there is no interval.", index, scale, by)
	}
	return t.Say("The satisfaction index is %s on the scale %s, by %s with a score.", index, scale, by) + t.Say(" ") +
		t.Say("With so many, the mean of all such guests lies between %s and %s: intervals made this way hold the true mean in 95 of 100 surveys.",
			prose.OnScale(root.Interval.Low), prose.OnScale(root.Interval.High))
}

// sourceSentence says what was read, and what became of it.
func (t surveyWords) sourceSentence() string {
	wrong := ""
	if len(t.Wrong) > 0 {
		wrong = t.Say("; refused: %s", intake.ByReason(t.Printer, t.Wrong))
	}
	text := t.Say("From %s: %s, of which %s%s.", t.Say(t.Source), lang.Count(t.Printer, t.Rows, "row", "rows"), lang.Count(t.Printer, t.Report.Rows, "counts", "count"), wrong)
	return text + t.Say(" ") + t.givenSentence() + t.Say(" ") + t.guestsSentence()
}

// givenSentence says how many of the answers there are.
func (t surveyWords) givenSentence() string {
	counts, total, missing := t.AnswerCounts(), int64(0), ""
	for _, n := range counts {
		total += n
	}
	for _, reason := range []satisfaction.Answer{satisfaction.Blank, satisfaction.NotApplicable, satisfaction.Refused, satisfaction.NotAsked} {
		if n := counts[reason.String()]; n > 0 {
			missing += t.Say(", %s %s", prose.Whole(n), t.Say(reason.String()))
		}
	}
	return t.Say("Of %s asked for, %s were given (%s)%s.", lang.Count(t.Printer, total, "answer", "answers"), prose.Whole(counts["given"]),
		prose.PercentOf(t.Printer, counts["given"], total), missing)
}

// guestsSentence says of whom the answers are.
func (t surveyWords) guestsSentence() string {
	text := t.Say("No guest of this report is named in it")
	if n := len(t.ByGuest); n > 0 {
		text = t.Say("%s of this report answered (%s of all)", lang.Count(t.Printer, n, "guest", "guests"), prose.PercentOf(t.Printer, n, t.Summaries.Len()))
	}
	if t.Unknown > 0 {
		text += t.Say("; %s of guests without a stay that counts", lang.Count(t.Printer, t.Unknown, "row is", "rows are"))
	}
	if t.Anonymous > 0 {
		text += t.Say("; %s no guest", lang.Count(t.Printer, t.Anonymous, "row names", "rows name"))
	}
	if t.Unknown+t.Anonymous > 0 {
		text += t.Say(": these count in the index, and stand for nobody in guests.csv")
	}
	return text + t.Say(".")
}

// methodSentence says how a score is made.
func (t surveyWords) methodSentence() string {
	tree := t.Say("The questions are those of the tree of overall guest satisfaction (%s), of equal weight within each factor and equal factors.", t.Say(t.Tree.Source))
	if t.Flat {
		tree = t.Say("The questions are of no known tree, so they stand on one level, all of equal weight.")
	}
	return tree + t.Say(" ") + t.Say("A guest's score is the weighted mean of the answers; the weight of a missing answer goes to the other questions beside it, and below half of the weight answered there is no score. The index is the mean of the guests' scores, who count alike. Who answers a survey may differ from who does not; no interval covers that.")
}

// importanceSentence says where the importance comes from.
func (t surveyWords) importanceSentence() string {
	text := t.Say("Importance is derived: how much of the overall rating goes along with the question (Johnson's relative weights, as shares of R² = %s). It is association, not proof that a change of the one changes the other.",
		prose.OnScale(t.Drivers.R2))
	if t.ImportanceSE == nil {
		return t.Sentences(text, t.Say("It is taken as known in the chances."))
	}
	return text
}

// cutsSentence says where the lines of the chart lie.
func (t surveyWords) cutsSentence() string {
	cuts := t.Grid.Cuts
	chance := t.Say("The chance is that of the true performance lying in the cell.")
	if t.ImportanceSE != nil {
		chance = t.Say("The chance is that of the true importance and the true performance both lying in the cell; how sure the importance is shows when a twentieth of the guests is left out, each in turn. A question is on the line of importance where the 95\u00a0% interval of its importance holds the line.")
	}
	return t.Sentences(t.Say("The lines lie at the means of the questions, importance %s and performance %s; on a line is high.", t.percentFloat(cuts.Importance), prose.OnScale(cuts.Performance)),
		chance, t.Say("Labels: %s.", t.Say(t.Grid.Labels.Source)))
}

// lowestSentence says why nothing is named to fix first.
func (t surveyWords) lowestSentence() string {
	if t.Overall {
		return t.Say("How much each question matters is not known, since too little goes along with the overall rating. So these are the lowest rated, not what to fix first.")
	}
	return t.Say("How much each question matters is not known, since the survey asks for no overall rating. So these are the lowest rated, not what to fix first.")
}

func (t surveyWords) lowestViews(labels map[string]satisfaction.Node) []lowestView {
	var out []lowestView
	for _, node := range t.Lowest {
		name, _ := t.names(labels[node.ID])
		out = append(out, lowestView{name, prose.OnScale(node.Mean)})
	}
	return out
}

// shortNames are the labels of the questions as they fit beside a dot, by id.
func (t surveyWords) shortNames(labels map[string]satisfaction.Node) map[string]string {
	out := map[string]string{}
	for _, p := range t.Grid.Placed {
		name, _ := t.names(labels[p.ID])
		out[p.ID] = t.shortName(name)
	}
	return out
}

// shortName cuts a label to a few words.
func (t surveyWords) shortName(name string) string {
	name, _, _ = strings.Cut(name, " (")
	if t.Chinese() { // its names are short
		return name
	}
	const most = 24
	if utf8.RuneCountInString(name) <= most {
		return name
	}
	words := strings.Fields(name)
	for n := len(words) - 1; n > 1; n-- {
		short := strings.Join(words[:n], " ")
		if utf8.RuneCountInString(short) <= most && len(words[n-1]) > 3 { // not to end on “and” or “the”
			return short + "…"
		}
	}
	return string([]rune(name)[:most-2]) + "…"
}

// emptySentence says why there is no score.
func (t surveyWords) emptySentence() string {
	if !t.Chinese() {
		return lang.Capital(t.WhyEmpty()) + "."
	}
	return t.Say("The survey gives no score: none of its %s can be used. Answers are read on the scale %s: say another with -survey-scale, such as 0-10.",
		lang.Count(t.Printer, t.Rows, "row", "rows"), t.scaleWords())
}

// scaleWords says what may be answered, in the language of the page.
func (t surveyWords) scaleWords() string {
	scale := t.Tree.Scales[0]
	return t.Say("%s to %s", scale.Low.String(), scale.High.String())
}
