package survey

import (
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/basis"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/intake"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/satisfaction"
)

// The warnings of a survey.
const (
	WarnSurvey        hotelcrm.WarningCode = "survey-rows-refused"
	WarnSurveyEmpty   hotelcrm.WarningCode = "survey-not-usable"
	WarnSurveyRepeats hotelcrm.WarningCode = "survey-repeats"
)

// Result is how satisfied the guests of a survey are.
type Result struct {
	*intake.Survey
	Scorer       *satisfaction.Scorer
	Report       *satisfaction.Report
	Counts       *satisfaction.Summary
	Shares       []satisfaction.Share     // of the nodes, in the order of the report
	Drivers      *satisfaction.Drivers    // nil: importance is not known
	Grid         *satisfaction.Diagnosis  // nil without importance
	FixFirst     []satisfaction.Placed    // the widest gap, times its chance, first
	Lowest       []satisfaction.NodeScore // the questions with the lowest means
	ImportanceSE []float64                // of the drivers; nil: not known
	ByGuest      map[int]*Guest           // by place in the summaries
	Repeats      int                      // guests with more than one row
}

// Guest adds up the rows of a guest.
type Guest struct {
	Score, Answered float64
	Scored, Rows    int
}

// New scores a survey; nil without one.
func New(s *intake.Survey) (*Result, error) {
	if s == nil {
		return nil, nil
	}
	t := &Result{Survey: s, ByGuest: map[int]*Guest{}}
	var err error
	if t.Scorer, err = satisfaction.NewScorer(s.Tree, s.Form, satisfaction.Scoring{}); err != nil {
		return nil, err
	}
	if t.Shares, err = s.Tree.Shares(); err != nil {
		return nil, err
	}
	if t.Report, err = t.Scorer.Report(s.Answers, nil, basis.Level, s.Summaries.Workers()); err != nil {
		return nil, err
	}
	t.Counts = satisfaction.NewSummary(s.Form)
	if err = t.Counts.AddRows(s.Answers, s.Summaries.Workers()); err != nil {
		return nil, err
	}
	if !t.HasScore() {
		return t, nil
	}
	if err = t.drive(); err != nil {
		return nil, err
	}
	if err = t.diagnose(); err != nil {
		return nil, err
	}
	return t, t.join()
}

// HasScore reports whether there is a score to speak of.
func (t *Result) HasScore() bool { return t.Report.Nodes[0].Guests > 0 }

// join adds up the rows of each guest.
func (t *Result) join() error {
	scores, err := t.Scorer.ScoreAll(t.Answers, t.Summaries.Workers())
	if err != nil {
		return err
	}
	for row, guest := range t.Guests {
		if guest < 0 {
			continue
		}
		g := t.ByGuest[guest]
		if g == nil {
			g = &Guest{}
			t.ByGuest[guest] = g
		}
		score, ok := scores.At(row)
		if g.Rows++; g.Rows == 2 {
			t.Repeats++
		}
		g.Answered += score.Answered
		if ok {
			g.Score, g.Scored = g.Score+score.Value, g.Scored+1
		}
	}
	return nil
}

// Warnings says what the survey lacks.
func (t *Result) Warnings() []hotelcrm.Warning {
	if t == nil {
		return nil
	}
	var out []hotelcrm.Warning
	if n := t.Refused(); n > 0 {
		text := prose.Counted(n, "row of the survey was refused", "rows of the survey were refused")
		out = append(out, hotelcrm.Warning{Code: WarnSurvey, Text: prose.Plain(text), N: int(n)})
	}
	if !t.HasScore() {
		return append(out, hotelcrm.Warning{Code: WarnSurveyEmpty, Text: t.WhyEmpty(), N: int(t.Rows)})
	}
	if t.Repeats > 0 {
		text := prose.Plain(prose.Counted(t.Repeats, "guest has", "guests have")) + " answered the survey more than once; every row counts in the index, and the mean of the rows is the guest's score"
		out = append(out, hotelcrm.Warning{Code: WarnSurveyRepeats, Text: text, N: t.Repeats})
	}
	return append(out, t.Report.Warnings...)
}

// WhyEmpty says why a survey gives no score, and what may help.
func (t *Result) WhyEmpty() string {
	text := "the survey gives no score: none of its " + prose.Plain(prose.Counted(t.Rows, "row", "rows")) + " can be used"
	if len(t.Wrong) > 0 {
		text += " (" + intake.ByReason(lang.Printer{}, t.Wrong) + ")"
	}
	if t.Wrong[intake.UnknownCode] > 0 {
		text += "; answers are read on the scale " + t.ScaleText() + ": say another with -survey-scale, such as 0-10"
	}
	return text
}
