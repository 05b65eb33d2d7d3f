package desk

import (
	"context"
	"errors"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/store"
	"github.com/hotelcrm/hotelcrm/loyalty"
)

// Card is everything that the house knows of a guest on the business date. What is not known is left out, and Missing
// says why.
type Card struct {
	Guest        string                `json:"guest"`
	Name         string                `json:"name,omitempty"`
	AsOf         hotelcrm.Date         `json:"asOf"`
	Currency     string                `json:"currency"`
	Today        []hotelcrm.Stay       `json:"today,omitempty"`      // in the house, or expected on the business date
	LastVisits   []hotelcrm.Visit      `json:"lastVisits,omitempty"` // that are over, the latest first, at most three
	History      *hotelcrm.Summary     `json:"history,omitempty"`
	Score        *ScoreCard            `json:"score,omitempty"`
	Class        *ClassCard            `json:"class,omitempty"`
	Worth        *WorthCard            `json:"worth,omitempty"`
	Satisfaction *SatisfactionCard     `json:"satisfaction,omitempty"`
	Status       *StatusCard           `json:"status,omitempty"`
	Points       *PointsCard           `json:"points,omitempty"`
	Entitlements []loyalty.Entitlement `json:"entitlements,omitempty"`
	Consent      []store.Consent       `json:"consent"` // what is not in the list was never granted
	Missing      []Missing             `json:"missing,omitempty"`
}

// Missing says why a part of a card is not there.
type Missing struct {
	Part string `json:"part"`
	Why  string `json:"why"` // a stable code
}

// Why a part of a card is missing.
const (
	NoVisit     = "no-visit"     // the guest has not been here
	NoNightly   = "no-nightly"   // no nightly run has found thresholds or fitted a model yet
	NoModel     = "no-model"     // the visits of all guests do not tell a model
	NoAnswers   = "no-answers"   // the guest has answered no survey, or too little of it
	NotAMember  = "not-a-member" // status, points and entitlements are for members
	NotEstimate = "no-estimate"  // the model has no finite answer for this guest
)

// ErrNoGuest is returned for a guest of whom nothing is known.
var ErrNoGuest = errors.New("desk: nothing is known of this guest")

// Card returns the card of a guest.
//
// Errors: [ErrNoGuest].
func (d *Desk) Card(ctx context.Context, guest string) (card *Card, err error) {
	err = d.db.Read(ctx, func(tx *store.Tx) error {
		k, err := d.knowledge(tx)
		if err == nil {
			card, err = d.card(tx, k, guest, "")
		}
		return err
	})
	return card, err
}

// card puts a card together, for entitlements at a property; without one those that hold where the guest is today, or
// everywhere.
func (d *Desk) card(tx *store.Tx, k *knowledge, guest, property string) (*Card, error) {
	stays, err := tx.StaysOf(guest)
	if err != nil {
		return nil, err
	}
	c := &Card{Guest: guest, AsOf: k.House.BusinessDate, Currency: k.House.Currency}
	var m Member
	member, err := tx.Member(guest, &m)
	if err != nil {
		return nil, err
	}
	if c.Consent, err = consentFlags(tx, guest); err != nil {
		return nil, err
	}
	if !member && len(stays) == 0 && len(c.Consent) == 0 {
		return nil, ErrNoGuest
	}
	c.Today = current(stays, c.AsOf)
	if property == "" && len(c.Today) == 1 {
		property = c.Today[0].Property
	}
	if err := c.behaviour(tx, k, stays); err != nil {
		return nil, err
	}
	if err := c.satisfaction(tx, k); err != nil {
		return nil, err
	}
	if !member {
		c.lacks("status", NotAMember)
		return c, nil
	}
	c.Name = m.Name
	earned, err := k.earnings(&m, stays)
	if err != nil {
		return nil, err
	}
	if err := c.status(k, &earned.member, property); err != nil {
		return nil, err
	}
	c.Points, err = d.pointsCard(tx, k, guest)
	return c, err
}

// behaviour reads the stays: history, last visits, score, class and worth.
func (c *Card) behaviour(tx *store.Tx, k *knowledge, stays []hotelcrm.Stay) error {
	h, err := k.history(c.Guest, stays)
	if err != nil {
		return err
	}
	if h == nil {
		for _, part := range []string{"history", "score", "class", "worth"} {
			c.lacks(part, NoVisit)
		}
		return nil
	}
	c.History = &h.summary
	c.past(h.visits)
	if err := c.score(tx, k, h); err != nil {
		return err
	}
	return c.worth(k, h)
}

func (c *Card) lacks(part, why string) { c.Missing = append(c.Missing, Missing{Part: part, Why: why}) }
