package valuation

import (
	"math/big"

	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
)

// number returns what the scale of an indicator sees, and false if it is not known. Of the ratio it returns the income.
func (s *Scorer) number(i Indicator, p *Profile) (number decimal.Decimal, known bool) {
	switch i {
	case Motive:
		number, known = s.motives[p.Motive]
		return number, known
	case Industry:
		number, known = s.industries[p.Industry]
		return number, known
	case Income:
		return p.Income.Decimal, p.Income.Valid
	case IncomeToSpend:
		return p.Income.Decimal, p.Income.Valid && p.Spend.Valid && p.Spend.Decimal.IsPositive()
	case Credit:
		return p.Credit.Decimal, p.Credit.Valid
	}
	return p.Satisfaction.Decimal, p.Satisfaction.Valid
}

// step returns the score of the indicator at i of the card, and false if it is not known.
func (s *Scorer) step(i int, p *Profile) (Score, bool) {
	indicator := s.card.Indicators[i].Indicator
	number, known := s.number(indicator, p)
	switch {
	case !known:
		return 0, false
	case indicator == IncomeToSpend:
		return s.steps[i].ofRatio(number, p.Spend.Decimal), true
	}
	return s.steps[i].of(number), true
}

// Score returns the score of a guest, and false if too few indicators are known.
//
//	score = Σ w·s / Σ w  over the known indicators
//
// Result: within the lowest and the highest score of the scales, rounded to 6 decimal places, halves to even.
// Errors: a [*hotelcrm.ParamError] that names a number with a hostile exponent.
// Cost: no allocation for numbers of up to 18 digits and cuts of up to 6 decimal places.
func (s *Scorer) Score(p Profile) (score Score, known bool, err error) {
	if err := p.check(); err != nil {
		return 0, false, err
	}
	score, known = s.score(&p)
	return score, known, nil
}

func (s *Scorer) score(p *Profile) (Score, bool) {
	var sum, answered int64 // 6 indicators · 10^9 points · 10^7 of weight fit
	for i, weight := range s.weights {
		if score, known := s.step(i, p); known {
			sum += int64(score) * weight
			answered += weight
		}
	}
	if answered == 0 || answered < s.least {
		return 0, false
	}
	whole, rest := sum/answered, sum%answered
	if left := answered - rest; rest > left || rest == left && whole&1 == 1 {
		whole++
	}
	return Score(whole), true
}

// Part is what one indicator says of a guest.
type Part struct {
	Indicator    Indicator       `json:"indicator"`
	Known        bool            `json:"known"`
	Raw          string          `json:"raw"`    // the motive, the industry or the number; a ratio to 6 decimal places
	Value        decimal.Decimal `json:"value"`  // what the scale sees: a rank or a number
	Score        Score           `json:"score"`  // by the scale
	Weight       decimal.Decimal `json:"weight"` // as on the card
	Contribution Score           `json:"contribution"`
}

// Explained is a guest's score with its parts.
type Explained struct {
	Score    Score           `json:"score"`
	Known    bool            `json:"known"`
	Answered decimal.Decimal `json:"answered"` // the part of all weight that is known, to 6 decimal places
	Parts    []Part          `json:"parts"`    // in the order of the card
}

// Explain returns the score of a guest with its parts. The contributions add up to the score (largest remainder).
//
// Errors: those of [Scorer.Score].
func (s *Scorer) Explain(p Profile) (Explained, error) {
	score, known, err := s.Score(p)
	if err != nil {
		return Explained{}, err
	}
	out := Explained{Score: score, Known: known, Parts: make([]Part, len(s.card.Indicators))}
	answered := int64(0)
	shares := make([]decimal.Decimal, len(out.Parts))
	for i := range out.Parts {
		out.Parts[i] = s.part(i, &p)
		if out.Parts[i].Known {
			answered += s.weights[i]
			shares[i] = out.Parts[i].Score.Points().Mul(out.Parts[i].Weight)
		}
	}
	sixPlaces := hotelcrm.RoundTo{Places: scorePlaces, Mode: hotelcrm.RoundHalfEven}
	out.Answered = sixPlaces.Rat(big.NewRat(answered, s.total))
	if !known || score == 0 {
		return out, nil
	}
	contributions, err := hotelcrm.Allocate(score.Points(), scorePlaces, shares)
	for i, points := range contributions {
		minor, _ := hotelcrm.ToMinor(points, scorePlaces)
		out.Parts[i].Contribution = Score(minor)
	}
	return out, err
}

func (s *Scorer) part(i int, p *Profile) Part {
	one := &s.card.Indicators[i]
	out := Part{Indicator: one.Indicator, Weight: one.Weight}
	if out.Score, out.Known = s.step(i, p); out.Known {
		out.Value, _ = s.number(one.Indicator, p)
		if one.Indicator == IncomeToSpend {
			ratio := out.Value.Rat()
			out.Value = hotelcrm.RoundTo{Places: scorePlaces, Mode: hotelcrm.RoundHalfEven}.Rat(ratio.Quo(ratio, p.Spend.Decimal.Rat()))
		}
		out.Raw = out.Value.String()
	}
	switch one.Indicator {
	case Motive:
		out.Raw = p.Motive
	case Industry:
		out.Raw = p.Industry
	}
	return out
}
