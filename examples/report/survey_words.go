package main

import (
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/satisfaction"
)

// indexSentence says the index and its interval in words.
func (t *satisfied) indexSentence() string {
	root := t.report.Nodes[0]
	text := "The satisfaction index is " + onScale(root.Mean) + " on the scale " + t.scaleText() + ", by " +
		counted(root.Guests, "questionnaire", "questionnaires") + " with a score"
	if root.Guests < 2 {
		return text + "; from one alone there is no interval."
	}
	return text + ". With so many, the mean of all such guests lies between " + onScale(root.Interval.Low) + " and " + onScale(root.Interval.High) +
		": intervals made this way hold the true mean in 95 of 100 surveys."
}

// sourceSentence says what was read, and what became of it.
func (t *satisfied) sourceSentence() string {
	counts := t.answerCounts()
	text := "From " + t.name + ": " + counted(t.rows, "row", "rows") + ", of which " + counted(t.report.Rows, "counts", "count")
	if len(t.wrong) > 0 {
		text += "; refused: " + byReason(t.wrong)
	}
	total := int64(0)
	for _, n := range counts {
		total += n
	}
	text += ". Of " + counted(total, "answer", "answers") + " asked for, " + grouped(counts["given"]) + " were given (" + percentOf(lang.Printer{}, counts["given"], total) + ")"
	for _, reason := range []satisfaction.Answer{satisfaction.Blank, satisfaction.NotApplicable, satisfaction.Refused, satisfaction.NotAsked} {
		if n := counts[reason.String()]; n > 0 {
			text += ", " + grouped(n) + " " + reason.String()
		}
	}
	text += ". "
	switch n := len(t.byGuest); n {
	case 0:
		text += "No guest of this report is named in it"
	default:
		text += counted(n, "guest", "guests") + " of this report answered (" + percentOf(lang.Printer{}, n, t.summaries.Len()) + " of all)"
	}
	if t.unknown > 0 {
		text += "; " + counted(t.unknown, "row is", "rows are") + " of guests without a stay that counts"
	}
	if t.anonymous > 0 {
		text += "; " + counted(t.anonymous, "row names", "rows name") + " no guest"
	}
	if t.unknown+t.anonymous > 0 {
		text += ": these count in the index, and stand for nobody in guests.csv"
	}
	return text + "."
}

// methodSentence says how a score is made.
func (t *satisfied) methodSentence() string {
	tree := "The questions are those of the tree of overall guest satisfaction (" + t.tree.Source + "), of equal weight within each factor and equal factors"
	if t.flat {
		tree = "The questions are of no known tree, so they stand on one level, all of equal weight"
	}
	return tree + ". A guest's score is the weighted mean of the answers; the weight of a missing answer goes to the other questions beside it, and below half of the weight answered there is no score. The index is the mean of the guests' scores, who count alike. Who answers a survey may differ from who does not; no interval covers that."
}

// importanceSentence says where the importance comes from.
func (t *satisfied) importanceSentence() string {
	if t.drivers == nil {
		text := "Importance is the declared weight of the question, since "
		if t.overall {
			return text + "too little goes along with the overall rating to derive it."
		}
		return text + "the survey does not ask for an overall rating from which it could be derived."
	}
	return "Importance is derived: how much of the overall rating goes along with the question (Johnson's relative weights, as shares of R² = " +
		onScale(t.drivers.R2) + "). It is association, not proof that a change of the one changes the other, and is taken as known in the chances."
}

// cutsSentence says where the lines of the chart lie.
func (t *satisfied) cutsSentence() string {
	cuts := t.grid.Cuts
	return "The lines lie at the means of the questions, importance " + percentFloat(cuts.Importance) + " and performance " + onScale(cuts.Performance) +
		"; on a line is high. The chance is that of the true performance lying in the cell. Labels: " + t.grid.Labels.Source + "."
}
