package rfm

import (
	"fmt"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
)

// Fit returns the thresholds that cut the guests of s as the config says, and what to mind about them.
//
// Result: exact cuts where they have a finite decimal form, else rounded to 20 decimal places more than the longest
// amount can have, which separates the same values. No guests, one guest or equal values give fewer bins and a warning.
// Errors: a [*hotelcrm.ParamError] for a config out of range.
// Cost: O(n log n).
func Fit(s *hotelcrm.Summaries, config Config) (Thresholds, []hotelcrm.Warning, error) {
	config, err := config.resolved()
	if err != nil {
		return Thresholds{}, nil, err
	}
	t := Thresholds{
		Version: Version, Currency: s.Currency(), AsOf: s.AsOf(), Window: s.Window(), Guests: s.Len(),
		Recency:   fitAxis(recencyColumn(s), config.Recency, true),
		Frequency: fitAxis(frequencyColumn(s), config.Frequency, false),
		Monetary:  fitAxis(monetaryColumn(s), config.Monetary, false),
	}
	return t, t.warnings(), nil
}

// WarnFewBins: ties leave fewer bins in effect than were asked for, so some scores cannot occur.
const WarnFewBins hotelcrm.WarningCode = "fewer-bins"

func (t *Thresholds) warnings() []hotelcrm.Warning {
	var out []hotelcrm.Warning
	for i, axis := range t.axes() {
		if axis.InEffect() < axis.Bins {
			text := fmt.Sprintf("%s has %d of %d bins in effect: too few different values", axisNames[i], axis.InEffect(), axis.Bins)
			out = append(out, hotelcrm.Warning{Code: WarnFewBins, Text: text, N: axis.Bins - axis.InEffect()})
		}
	}
	return out
}

func fitAxis(c column, cut Cut, lowIsBest bool) Axis {
	a := Axis{Method: cut.Method, Bins: cut.Bins, LowIsBest: lowIsBest, Cuts: []decimal.Decimal{}}
	if c.len() > 0 {
		switch cut.Method {
		case ByValue:
			a.merge(c.nearestRanks(cut.Bins))
			a.dropTop(c.largest())
		case NTile:
			a.fitNTile(c)
		case Type7Plus1:
			a.CutsGoUp = true
			a.merge(c.type7(cut.Bins, decimal.NewFromInt(1)))
		case MeanSplit:
			a.CutsGoUp = !lowIsBest // equal to the mean is high
			a.merge([]decimal.Decimal{c.mean()})
		}
	}
	if lowIsBest && a.Method != NTile {
		for i, score := range a.Scores {
			a.Scores[i] = a.Bins + 1 - score
		}
	}
	if len(a.Cuts) == 0 && a.Method != NTile || c.len() == 0 {
		a.Scores = []int{(a.Bins + 1) / 2} // nothing tells the guests apart: neither good nor bad
	}
	return a
}

// dropTop drops a last cut that no value lies above, so that the highest values have the last score.
func (a *Axis) dropTop(largest decimal.Decimal) {
	last := len(a.Cuts) - 1
	if a.Cuts[last].Equal(largest) {
		a.Cuts, a.Scores = a.Cuts[:last], append(a.Scores[:last], a.Bins)
	}
}

// merge takes cuts that do not fall and drops repetitions. The scores between merged cuts stay unused.
func (a *Axis) merge(cuts []decimal.Decimal) {
	a.Scores = []int{1}
	for i, cut := range cuts {
		last := len(a.Cuts) - 1
		if last >= 0 && a.Cuts[last].Equal(cut) {
			a.Scores[last+1] = i + 2
			continue
		}
		a.Cuts, a.Scores = append(a.Cuts, cut), append(a.Scores, i+2)
	}
}

// fitNTile divides the guests, ordered from worst to best and then by id, into bins of n/k, the first n mod k of them one
// larger.
func (a *Axis) fitNTile(c column) {
	order := c.order(a.LowIsBest)
	bins := min(a.Bins, c.len())
	size, larger := c.len()/bins, c.len()%bins
	end := 0
	for score := 1; score <= bins; score++ {
		end += size
		if score <= larger {
			end++
		}
		a.Scores = append(a.Scores, score)
		if score < bins {
			last := order[end-1]
			if a.LowIsBest {
				last = order[end] // seen from below, the bin ends with the worst guest of the next score
			}
			a.Cuts, a.Ties = append(a.Cuts, c.at(last)), append(a.Ties, c.guest(last))
		}
	}
	if a.LowIsBest {
		slices.Reverse(a.Cuts)
		slices.Reverse(a.Ties)
		slices.Reverse(a.Scores)
	}
}
