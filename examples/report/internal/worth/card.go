package worth

import (
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/shopspring/decimal"
)

// What this program assumes of the potential, to be replaced by a hotel's own judgement: indicators of equal weight, each
// with a score from 1 to 5, and a full score that could add a fifth of the current value.
var (
	LowestPoints, TopPoints = int64(1), int64(5)
	leastAnswered           = decimal.New(5, -1)
	UpliftAtTop             = decimal.New(2, -1)
)

const cardSteps = 5

// newCard returns a scorecard of the indicators that are known of anybody, false if none is. Ranks and cuts come from
// these guests: the motives by what their guests bring, the numbers by fifths of the guests.
func newCard(c *valuation.Current, list []valuation.Profile) (valuation.Scorecard, bool, error) {
	motives, industries := make([]string, len(list)), make([]string, len(list))
	for i := range list {
		motives[i], industries[i] = list[i].Motive, list[i].Industry
	}
	card := valuation.Scorecard{Version: valuation.Version, LeastAnswered: leastAnswered}
	var err error
	if card.Ranks, err = valuation.RanksOf(c, motives, industries); err != nil {
		return card, false, err
	}
	add := func(indicator valuation.Indicator, scale valuation.Scale) {
		if len(scale.Scores) > 0 {
			card.Indicators = append(card.Indicators, valuation.Weighted{Indicator: indicator, Weight: decimal.NewFromInt(1), Scale: scale})
		}
	}
	add(valuation.Motive, rankScale(len(card.Ranks.Motives)))
	add(valuation.Industry, rankScale(len(card.Ranks.Industries)))
	for i := valuation.Income; i <= valuation.Satisfaction; i++ {
		add(i, fifths(numbersOf(list, i)))
	}
	return card, len(card.Indicators) > 0, nil
}

// rankScale gives the first of n ranks the top score and the last the lowest, in up to five steps of equal width.
func rankScale(n int) valuation.Scale {
	var out valuation.Scale
	steps := min(n, cardSteps)
	for i := range steps {
		if i > 0 {
			out.Cuts = append(out.Cuts, decimal.NewFromInt(int64((i*n+steps-1)/steps+1)))
		}
		out.Scores = append(out.Scores, points(steps-1-i, steps))
	}
	return out
}

// fifths cuts numbers into five parts of as many guests each, fewer where too many have the same number.
func fifths(numbers []int64) valuation.Scale {
	if len(numbers) == 0 {
		return valuation.Scale{}
	}
	slices.Sort(numbers)
	var cuts []int64
	before := numbers[0]
	for i := 1; i < cardSteps; i++ {
		if cut := numbers[len(numbers)*i/cardSteps]; cut > before {
			cuts, before = append(cuts, cut), cut
		}
	}
	var out valuation.Scale
	for i := range len(cuts) + 1 {
		if i > 0 {
			out.Cuts = append(out.Cuts, hotelcrm.FromMinor(cuts[i-1], numberPlaces))
		}
		out.Scores = append(out.Scores, points(i, len(cuts)+1))
	}
	return out
}

// points returns the score of a step, counted from 0: evenly from the lowest to the top, and the middle of both for one
// step alone.
func points(step, steps int) valuation.Score {
	share := decimal.New(5, -1)
	if steps > 1 {
		share = decimal.NewFromInt(int64(step)).Div(decimal.NewFromInt(int64(steps - 1)))
	}
	score, _ := valuation.NewScore(share.Mul(decimal.NewFromInt(TopPoints - LowestPoints)).Add(decimal.NewFromInt(LowestPoints)).RoundBank(numberPlaces))
	return score // cannot fail: from 1 to 5
}

const numberPlaces = 6

// numbersOf returns the known numbers of an indicator in millionths; the few beyond all measure are left out.
func numbersOf(list []valuation.Profile, indicator valuation.Indicator) []int64 {
	var out []int64
	for i := range list {
		n := numberOf(&list[i], indicator)
		if !n.Valid {
			continue
		}
		if minor, ok := hotelcrm.ToMinor(n.Decimal.Round(numberPlaces), numberPlaces); ok {
			out = append(out, minor)
		}
	}
	return out
}

func numberOf(p *valuation.Profile, indicator valuation.Indicator) decimal.NullDecimal {
	switch indicator {
	case valuation.Income:
		return p.Income
	case valuation.IncomeToSpend:
		if !p.Income.Valid || !p.Spend.Valid || !p.Spend.Decimal.IsPositive() {
			return decimal.NullDecimal{}
		}
		return decimal.NewNullDecimal(p.Income.Decimal.DivRound(p.Spend.Decimal, 2)) // for cuts that are fit to be read
	case valuation.Credit:
		return p.Credit
	}
	return p.Satisfaction
}
