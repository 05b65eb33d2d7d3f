package rfm

import (
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Scores are the scores of many guests, in the order of their summaries, with the thresholds they come from. They are
// immutable and safe for concurrent use.
type Scores struct {
	summaries  *hotelcrm.Summaries
	thresholds Thresholds
	warnings   []hotelcrm.Warning
	r, f, m    []uint8
	l, p       []uint8 // nil where the thresholds have no such axis
}

// Of returns the scores of all guests by thresholds fitted to them: [Fit], [NewScorer] and [Scorer.ScoreAll] in one.
//
// Errors: a [*hotelcrm.ParamError], see [Fit].
func Of(s *hotelcrm.Summaries, config Config) (*Scores, error) {
	t, _, err := Fit(s, config)
	if err != nil {
		return nil, err
	}
	scorer, err := NewScorer(t)
	if err != nil {
		return nil, err
	}
	return scorer.ScoreAll(s)
}

// WarnEmptyBin: no guest has a score that the thresholds provide for.
const WarnEmptyBin hotelcrm.WarningCode = "empty-bin"

// ScoreAll returns the scores of all guests, as of the analysis date of their summaries.
//
// Errors: a [*hotelcrm.ParamError] if the summaries are in another currency than the thresholds, and for thresholds of
// periodicity if no summary has a last arrival, as from a register of the form tallies.
// Cost: O(n), one byte a guest and axis.
func (s *Scorer) ScoreAll(summaries *hotelcrm.Summaries) (*Scores, error) {
	if summaries.Currency() != s.thresholds.Currency {
		return nil, refuse.Param("currency", summaries.Currency(), "that of the thresholds, "+s.thresholds.Currency)
	}
	revenue, monetary := monetaryColumn(summaries, s.thresholds.MonetaryOf, s.scale), s.monetary
	if revenue.scale != s.places {
		monetary = compile(s.thresholds.Monetary, revenue.scale)
	}
	out := &Scores{summaries: summaries, thresholds: s.thresholds}
	together(summaries.Workers(),
		func() { out.m = monetary.scoreColumn(revenue) },
		func() { out.f = s.frequency.scoreColumn(frequencyColumn(summaries, s.thresholds.FrequencyOf)) },
		func() { out.r = s.recency.scoreColumn(recencyColumn(summaries)) },
	)
	if err := s.scoreMore(out); err != nil {
		return nil, err
	}
	if days, fitted := span(summaries.AsOf(), summaries.Window()), span(s.thresholds.AsOf, s.thresholds.Window); days != fitted {
		text := "the summaries look back over another length of time than the thresholds were found from"
		out.warnings = append(out.warnings, hotelcrm.Warning{Code: WarnOtherWindow, Text: text, N: out.Len()})
	}
	return out, nil
}

// scoreMore scores the axes that thresholds may do without, and says what to mind.
func (s *Scorer) scoreMore(out *Scores) error {
	var lengths, periodicities int // not known
	if s.hasLength {
		out.l, lengths = s.length.scoreKnownColumn(lengthColumn(out.summaries))
	}
	if s.hasPeriodicity {
		periodicity, err := periodicityColumn(out.summaries)
		if err != nil {
			return err
		}
		out.p, periodicities = s.periodicity.scoreKnownColumn(periodicity)
	}
	out.warnings = append(s.thresholds.warnings(), unknownWarnings(lengths, periodicities)...)
	out.warnEmptyBins()
	return nil
}

// WarnOtherWindow: guests had more or less time to visit and to spend than those whom the thresholds come from.
const WarnOtherWindow hotelcrm.WarningCode = "other-window"

// span returns how many days of arrivals a window holds up to asOf, 0 if it has no beginning.
func span(asOf hotelcrm.Date, w hotelcrm.Window) int {
	if w.From == 0 {
		return 0
	}
	if w.To != 0 {
		asOf = min(asOf, w.To)
	}
	return asOf.DaysSince(w.From) + 1
}

func (s *Scores) warnEmptyBins() {
	counts := s.Counts()
	for i, axis := range s.thresholds.axes() {
		empty := 0
		for _, score := range axis.Scores {
			if counts.axis(i)[score-1] == 0 {
				empty++
			}
		}
		if empty > 0 && s.Len() > 0 {
			text := axisNames[i] + " has bins that no guest is in"
			s.warnings = append(s.warnings, hotelcrm.Warning{Code: WarnEmptyBin, Text: text, N: empty})
		}
	}
}

// Len returns the number of guests.
func (s *Scores) Len() int { return len(s.r) }

// At returns the score of guest number i of the summaries.
func (s *Scores) At(i int) (out Score) {
	out.R, out.F, out.M = s.r[i], s.f[i], s.m[i]
	if s.l != nil {
		out.L = s.l[i]
	}
	if s.p != nil {
		out.P = s.p[i]
	}
	return out
}

// Summaries returns the summaries that were scored.
func (s *Scores) Summaries() *hotelcrm.Summaries { return s.summaries }

// Thresholds returns a copy of the thresholds.
func (s *Scores) Thresholds() Thresholds { return s.thresholds.clone() }

// Warnings returns what to mind about the scores, in a fixed order.
func (s *Scores) Warnings() []hotelcrm.Warning { return s.warnings }

// Counts is the number of guests with each score: Recency[0] have recency score 1, and so on.
type Counts struct {
	Recency   []int `json:"recency"`
	Frequency []int `json:"frequency"`
	Monetary  []int `json:"monetary"`

	Length      []int `json:"length,omitempty"` // nil where the thresholds have no such axis
	Periodicity []int `json:"periodicity,omitempty"`
}

func (c *Counts) axis(i int) []int {
	return [5][]int{c.Recency, c.Frequency, c.Monetary, c.Length, c.Periodicity}[i]
}

// Counts returns how many guests have each score.
func (s *Scores) Counts() Counts {
	return Counts{
		Recency:   count(s.r, s.thresholds.Recency.Bins),
		Frequency: count(s.f, s.thresholds.Frequency.Bins),
		Monetary:  count(s.m, s.thresholds.Monetary.Bins),

		Length:      count(s.l, s.thresholds.Length.Bins),
		Periodicity: count(s.p, s.thresholds.Periodicity.Bins),
	}
}

func count(scores []uint8, bins int) []int {
	if scores == nil {
		return nil
	}
	out := make([]int, bins)
	for _, score := range scores {
		out[score-1]++
	}
	return out
}
