package main

import (
	"math"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/basis"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/intake"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/satisfaction"
)

// The warnings of a survey.
const (
	warnSurvey        hotelcrm.WarningCode = "survey-rows-refused"
	warnSurveyEmpty   hotelcrm.WarningCode = "survey-not-usable"
	warnSurveyRepeats hotelcrm.WarningCode = "survey-repeats"
)

// satisfied is how satisfied the guests of a survey are.
type satisfied struct {
	*intake.Survey
	lang.Printer // the language of the page
	scorer       *satisfaction.Scorer
	report       *satisfaction.Report
	counts       *satisfaction.Summary
	shares       []satisfaction.Share  // of the nodes, in the order of the report
	drivers      *satisfaction.Drivers // nil: importance is the declared weight
	grid         *satisfaction.Diagnosis
	fixFirst     []satisfaction.Placed
	byGuest      map[int]*guestScore // by place in the summaries
	repeats      int                 // guests with more than one row
}

// guestScore adds up the rows of a guest.
type guestScore struct {
	score, answered float64
	scored, rows    int
}

// newSatisfied scores a survey; nil without one.
func newSatisfied(s *intake.Survey, say lang.Printer) (*satisfied, error) {
	if s == nil {
		return nil, nil
	}
	t := &satisfied{Survey: s, Printer: say, byGuest: map[int]*guestScore{}}
	var err error
	if t.scorer, err = satisfaction.NewScorer(s.Tree, s.Form, satisfaction.Scoring{}); err != nil {
		return nil, err
	}
	if t.shares, err = s.Tree.Shares(); err != nil {
		return nil, err
	}
	if t.report, err = t.scorer.Report(s.Answers, nil, basis.Level, s.Summaries.Workers()); err != nil {
		return nil, err
	}
	t.counts = satisfaction.NewSummary(s.Form)
	if err = t.counts.AddRows(s.Answers, s.Summaries.Workers()); err != nil {
		return nil, err
	}
	if !t.usable() {
		return t, nil
	}
	t.drive()
	if err = t.diagnose(); err != nil {
		return nil, err
	}
	return t, t.join()
}

// usable reports whether there is a score to speak of.
func (t *satisfied) usable() bool { return t.report.Nodes[0].Guests > 0 }

// drive derives the importance of the questions from the overall rating, if that can be done.
func (t *satisfied) drive() {
	if !t.Overall {
		return
	}
	moments, err := t.counts.Moments()
	if err != nil {
		return
	}
	last := t.Form.Len() - 1
	questions := make([]int, last)
	for i := range questions {
		questions[i] = i
	}
	// Constant answers, or too few of them together, leave the declared weights.
	if d, err := moments.Drivers(last, questions); err == nil && d.R2 > 0 {
		t.drivers = d
	}
}

// diagnose puts the questions that somebody answered into the cells of importance and performance.
func (t *satisfied) diagnose() error {
	var list []satisfaction.Indicator
	leaf, sum := 0, 0.0
	for i, node := range t.report.Nodes {
		if !t.shares[i].Leaf {
			continue
		}
		importance := t.shares[i].Float()
		if t.drivers != nil {
			importance = t.drivers.List[leaf].Relative / t.drivers.R2
		}
		leaf++
		if node.Guests == 0 {
			continue
		}
		one := satisfaction.Indicator{ID: node.ID, Importance: importance, Performance: node.Mean}
		if node.EffectiveN > 1 {
			one.PerformanceSE = node.SD / math.Sqrt(node.EffectiveN)
		}
		sum += node.Mean
		list = append(list, one)
	}
	cuts := satisfaction.Cuts{Policy: satisfaction.MeanCuts}
	if first := list[0].Importance; !slices.ContainsFunc(list, func(one satisfaction.Indicator) bool { return one.Importance != first }) {
		// The mean of equal numbers may be off by a bit, and all would lie below it.
		cuts = satisfaction.Cuts{Policy: satisfaction.StatedCuts, Importance: first, Performance: sum / float64(len(list))}
	}
	var err error
	if t.grid, err = satisfaction.Diagnose(list, cuts, satisfaction.ThesisLabels()); err != nil {
		return err
	}
	t.fixFirst = t.grid.FixFirst()
	return nil
}

// join adds up the rows of each guest.
func (t *satisfied) join() error {
	scores, err := t.scorer.ScoreAll(t.Answers, t.Summaries.Workers())
	if err != nil {
		return err
	}
	for row, guest := range t.Guests {
		if guest < 0 {
			continue
		}
		g := t.byGuest[guest]
		if g == nil {
			g = &guestScore{}
			t.byGuest[guest] = g
		}
		score, ok := scores.At(row)
		if g.rows++; g.rows == 2 {
			t.repeats++
		}
		g.answered += score.Answered
		if ok {
			g.score, g.scored = g.score+score.Value, g.scored+1
		}
	}
	return nil
}

// warnings says what the survey lacks.
func (t *satisfied) warnings() []hotelcrm.Warning {
	if t == nil {
		return nil
	}
	var out []hotelcrm.Warning
	if n := t.Refused(); n > 0 {
		text := prose.Counted(n, "row of the survey was refused", "rows of the survey were refused")
		out = append(out, hotelcrm.Warning{Code: warnSurvey, Text: prose.Plain(text), N: int(n)})
	}
	if !t.usable() {
		return append(out, hotelcrm.Warning{Code: warnSurveyEmpty, Text: t.whyEmpty(), N: int(t.Rows)})
	}
	if t.repeats > 0 {
		text := prose.Plain(prose.Counted(t.repeats, "guest has", "guests have")) + " answered the survey more than once; every row counts in the index, and the mean of the rows is the guest's score"
		out = append(out, hotelcrm.Warning{Code: warnSurveyRepeats, Text: text, N: t.repeats})
	}
	return append(out, t.report.Warnings...)
}

// whyEmpty says why a survey gives no score, and what may help.
func (t *satisfied) whyEmpty() string {
	text := "the survey gives no score: none of its " + prose.Plain(prose.Counted(t.Rows, "row", "rows")) + " can be used"
	if len(t.Wrong) > 0 {
		text += " (" + intake.ByReason(lang.Printer{}, t.Wrong) + ")"
	}
	if t.Wrong[intake.UnknownCode] > 0 {
		text += "; answers are read on the scale " + t.ScaleText() + ": say another with -survey-scale, such as 0-10"
	}
	return text
}
