package valuation

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/internal/strict"
	"github.com/shopspring/decimal"
)

// Weighted is an indicator with its scale and its weight in the score.
//
// The weights of a card need not add up to 1: only their proportions count. A method of weighing returns them with more
// than 4 decimal places; hotelcrm.Allocate(1, 4, weights) brings them to 4 that still add up to 1, by the largest
// remainder. A weight that comes out as 0 is refused: leave that indicator off the card.
type Weighted struct {
	Indicator Indicator       `json:"indicator"`
	Weight    decimal.Decimal `json:"weight"` // above 0, up to 1000, with at most 4 decimal places
	Scale     Scale           `json:"scale"`
}

// Scorecard says how the potential of a guest is scored. It is a value, kept as JSON and used on other guests later.
// The thesis names the six indicators and leaves scales and weights to the hotel, so there is no default.
type Scorecard struct {
	Version    int        `json:"version"`
	Indicators []Weighted `json:"indicators"` // each at most once, in the order of explanations

	// LeastAnswered is the part of all weight that the known indicators must have, 0 to 1. With less, the score is
	// unknown. With at least that, missing indicators are dropped and the weights of the others count in proportion. 0
	// asks for one known indicator, 1 for all of them.
	LeastAnswered decimal.Decimal `json:"leastAnswered"`

	Ranks Ranks `json:"ranks"` // for Motive and Industry; a motive that is not in it is unknown
}

// Scorer scores guests by a [Scorecard]. It is immutable and safe for concurrent use.
type Scorer struct {
	card       Scorecard
	steps      []steps // by indicator of the card
	weights    []int64 // in units of 10^-4
	total      int64
	least      int64                      // of the weight, in units of 10^-4
	motives    map[string]decimal.Decimal // ranks by name
	industries map[string]decimal.Decimal
}

const (
	weightPlaces = 4
	maxWeight    = 1000 * 10_000
)

// NewScorer returns a scorer by the card, which it copies.
//
// Errors: a [*hotelcrm.ParamError] that names the field, such as Scorecard.Indicators[0].Weight;
// [hotelcrm.ErrVersion] for a newer form.
func NewScorer(card Scorecard) (*Scorer, error) {
	if err := strict.Version("Scorecard.Version", card.Version, Version); err != nil {
		return nil, err
	}
	if err := checkUnit("Scorecard.LeastAnswered", card.LeastAnswered); err != nil {
		return nil, err
	}
	if len(card.Indicators) == 0 {
		return nil, refuse.Param("Scorecard.Indicators", "none", "at least one")
	}
	out := &Scorer{card: card.clone()}
	for i := range out.card.Indicators {
		if err := out.add(i); err != nil {
			return nil, err
		}
	}
	out.least = card.LeastAnswered.Mul(decimal.NewFromInt(out.total)).Ceil().IntPart()
	out.motives, out.industries = byName(card.Ranks.Motives), byName(card.Ranks.Industries)
	return out, nil
}

// add checks an indicator and takes in its weight.
func (s *Scorer) add(i int) error {
	one := &s.card.Indicators[i]
	name := fmt.Sprintf("Scorecard.Indicators[%d]", i)
	if one.Indicator < Motive || one.Indicator > Satisfaction {
		return refuse.Param(name+".Indicator", one.Indicator.String(), indicatorNames.Allowed())
	}
	for _, before := range s.card.Indicators[:i] {
		if before.Indicator == one.Indicator {
			return refuse.Param(name+".Indicator", one.Indicator.String(), "each indicator at most once")
		}
	}
	if one.Indicator <= Industry {
		if err := s.card.Ranks.Validate(); err != nil {
			return err
		}
	}
	weight, ok := hotelcrm.ToMinor(one.Weight, weightPlaces)
	if !ok || weight <= 0 || weight > maxWeight {
		return refuse.Param(name+".Weight", brief(one.Weight), fmt.Sprintf("above 0, up to 1000, with at most %d decimal places", weightPlaces))
	}
	s.weights, s.total = append(s.weights, weight), s.total+weight
	if err := one.Scale.check(name + ".Scale"); err != nil {
		return err
	}
	s.steps = append(s.steps, newSteps(&one.Scale))
	return nil
}

func byName(list []Ranked) map[string]decimal.Decimal {
	out := make(map[string]decimal.Decimal, len(list))
	for i, one := range list {
		out[one.Name] = decimal.NewFromInt(int64(i + 1))
	}
	return out
}

// clone returns a card that shares no slice with c.
func (c Scorecard) clone() Scorecard {
	c.Indicators = append([]Weighted(nil), c.Indicators...)
	for i := range c.Indicators {
		scale := &c.Indicators[i].Scale
		scale.Cuts, scale.Scores = append([]decimal.Decimal(nil), scale.Cuts...), append([]Score(nil), scale.Scores...)
	}
	c.Ranks.Motives = append([]Ranked(nil), c.Ranks.Motives...)
	c.Ranks.Industries = append([]Ranked(nil), c.Ranks.Industries...)
	return c
}

// Card returns the card, which shares nothing with the scorer.
func (s *Scorer) Card() Scorecard { return s.card.clone() }
