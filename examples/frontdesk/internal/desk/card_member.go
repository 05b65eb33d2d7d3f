package desk

import (
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/store"
	"github.com/hotelcrm/hotelcrm/examples/internal/mood"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
	"github.com/hotelcrm/hotelcrm/satisfaction"
	"github.com/shopspring/decimal"
)

// SatisfactionCard is how a guest has answered last.
type SatisfactionCard struct {
	satisfaction.Score
	Low     float64       `json:"low"` // ends of the scale
	High    float64       `json:"high"`
	Unhappy bool          `json:"unhappy"` // below the middle of the scale
	On      hotelcrm.Date `json:"on"`
}

func (c *Card) satisfaction(tx *store.Tx, k *knowledge) error {
	var a Answers
	found, err := tx.LastAnswers(c.Guest, &a)
	if err != nil {
		return err
	}
	if !found {
		c.lacks("satisfaction", NoAnswers)
		return nil
	}
	row, err := k.row(&a)
	if err != nil {
		return err
	}
	score, ok := k.survey.Score(row)
	if !ok {
		c.lacks("satisfaction", NoAnswers)
		return nil
	}
	low, high := k.survey.Ends()
	c.Satisfaction = &SatisfactionCard{Score: score, Low: low, High: high, Unhappy: mood.Unhappy(score.Value, mood.Middle(low, high)), On: a.Answered}
	return nil
}

// StatusCard is a member's tier and how far it is to the next one.
type StatusCard struct {
	loyalty.Progress
	Name       string           `json:"name"`
	NameZH     string           `json:"nameZh"`
	NextName   string           `json:"nextName,omitempty"`
	NextNameZH string           `json:"nextNameZh,omitempty"`
	PayRate    *decimal.Decimal `json:"payRate,omitempty"` // the part of the rate that the member pays
}

func (c *Card) status(k *knowledge, m *loyalty.Member, property string) error {
	progress, err := k.engine.Progress(m, loyalty.AsOf{On: c.AsOf})
	if err != nil {
		return err
	}
	s := &StatusCard{Progress: progress}
	if version, ok := k.engine.Version(c.AsOf); ok {
		for _, tier := range version.Tiers {
			switch tier.ID {
			case progress.Status.Tier:
				s.Name, s.NameZH, s.PayRate = tier.Name, tier.NameZH, tier.PayRate
			case progress.Next:
				s.NextName, s.NextNameZH = tier.Name, tier.NameZH
			}
		}
	}
	c.Status = s
	if progress.Status.Tier == "" {
		return nil
	}
	c.Entitlements, err = k.engine.Benefits(progress.Status.Tier, property, c.AsOf)
	return err
}

// PointsCard is what a member can spend, and until when.
type PointsCard struct {
	points.Balance
	Lapses []points.Lapse `json:"lapses,omitempty"`
}

func (d *Desk) pointsCard(tx *store.Tx, k *knowledge, guest string) (*PointsCard, error) {
	b, err := d.open(tx, k, guest, nil)
	if err != nil {
		return nil, err
	}
	out, on := &PointsCard{}, max(b.account.Clock(), k.House.BusinessDate)
	if out.Balance, err = b.account.Balance(PointsCurrency, on); err != nil {
		return nil, err
	}
	out.Lapses, err = b.account.Forecast(PointsCurrency, on, hotelcrm.MaxDate)
	return out, err
}
