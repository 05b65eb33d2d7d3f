package rfm

import (
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
)

// Fit returns the thresholds that cut the guests of s as the config says, and what to mind about them.
//
// Result: exact cuts where they have a finite decimal form, else rounded to 20 decimal places more than the longest
// amount can have, which separates the same values. No guests, one guest or equal values give fewer bins and a warning.
// Guests whose length or periodicity is not known are left out on that axis, and a warning counts them.
// Errors: a [*hotelcrm.ParamError] for a config out of range, and for periodicity where no summary has a last arrival, as
// from a register of the form tallies.
// Cost: O(n) time, and 8 bytes for each guest near a cut; O(n log n) on an axis where amounts do not fit the integers.
func Fit(s *hotelcrm.Summaries, config Config) (Thresholds, []hotelcrm.Warning, error) {
	config, err := config.resolved()
	if err != nil {
		return Thresholds{}, nil, err
	}
	scale, err := hotelcrm.MinorUnits(s.Currency())
	if err != nil {
		return Thresholds{}, nil, err
	}
	recency, frequency := recencyColumn(s), frequencyColumn(s, config.FrequencyOf)
	monetary := monetaryColumn(s, config.MonetaryOf, scale)
	t := Thresholds{
		Version: Version, Currency: s.Currency(), AsOf: s.AsOf(), Window: s.Window(), Guests: s.Len(),
		FrequencyOf: config.FrequencyOf, MonetaryOf: config.MonetaryOf,
	}
	together(s.Workers(),
		func() { t.Monetary = fitAxis(&monetary, config.Monetary, false) },
		func() { t.Frequency = fitAxis(&frequency, config.Frequency, false) },
		func() { t.Recency = fitAxis(&recency, config.Recency, true) },
	)
	if config.Length.used() {
		t.Length = fitKnown(lengthColumn(s), config.Length, false)
	}
	if config.Periodicity.used() {
		periodicity, err := periodicityColumn(s)
		if err != nil {
			return Thresholds{}, nil, err
		}
		t.Periodicity = fitKnown(periodicity, config.Periodicity, true)
	}
	return t, t.warningsOfFit(), nil
}

func fitAxis(c values, cut Cut, lowIsBest bool) Axis {
	a := Axis{Method: cut.Method, Bins: cut.Bins, LowIsBest: lowIsBest, Cuts: []decimal.Decimal{}}
	if c.len() > 0 {
		switch cut.Method {
		case ByValue:
			a.mergeBelow(nearestRanks(c, cut.Bins), c)
		case NTile:
			a.fitNTile(c.(*column))
		case Type7Plus1:
			a.CutsGoUp = true
			a.merge(type7(c, cut.Bins, decimal.NewFromInt(1)))
		case MeanSplit:
			a.CutsGoUp = !lowIsBest // equal to the mean is high
			a.merge([]decimal.Decimal{c.mean()})
		case EqualWidth:
			a.mergeBelow(equalWidths(c, cut.Bins), c)
		case LogWidth:
			a.mergeBelow(logWidths(c, cut.Bins), c)
		case Jenks:
			a.spread(c.(*column).naturalBreaks(cut.Bins))
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

// mergeBelow merges cuts that are at most the largest value. It drops a cut that no value lies above, so that the
// highest values have the last score.
func (a *Axis) mergeBelow(cuts []decimal.Decimal, c values) {
	a.merge(cuts)
	_, largest := c.extremes()
	if last := len(a.Cuts) - 1; last >= 0 && a.Cuts[last].Equal(largest) {
		a.Cuts, a.Scores = a.Cuts[:last], append(a.Scores[:last], a.Bins)
	}
}

// spread takes cuts that rise and spreads the scores evenly, rounded down, where they are fewer than asked for: the
// worst class has 1, the best the number of bins.
func (a *Axis) spread(cuts []decimal.Decimal) {
	a.Cuts = append(a.Cuts, cuts...)
	for i := range len(cuts) + 1 {
		score := 1 + i*(a.Bins-1)/max(1, len(cuts))
		if a.LowIsBest { // turned round later
			score = a.Bins - (len(cuts)-i)*(a.Bins-1)/max(1, len(cuts))
		}
		a.Scores = append(a.Scores, score)
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
func (a *Axis) fitNTile(c *column) {
	bins := min(a.Bins, c.len())
	size, larger := c.len()/bins, c.len()%bins
	var lasts []int // positions
	end := 0
	for score := 1; score <= bins; score++ {
		end += size
		if score <= larger {
			end++
		}
		a.Scores = append(a.Scores, score)
		switch {
		case score == bins:
		case a.LowIsBest:
			lasts = append(lasts, end) // seen from below, the bin ends with the worst guest of the next score
		default:
			lasts = append(lasts, end-1)
		}
	}
	for _, last := range c.guestsAt(lasts, a.LowIsBest) {
		a.Cuts, a.Ties = append(a.Cuts, c.at(last)), append(a.Ties, c.guest(last))
	}
	if a.LowIsBest {
		slices.Reverse(a.Cuts)
		slices.Reverse(a.Ties)
		slices.Reverse(a.Scores)
	}
}
