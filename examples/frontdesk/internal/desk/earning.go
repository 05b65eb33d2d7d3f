package desk

import (
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"
)

// Member is a membership as it is kept.
type Member struct {
	Guest    string          `json:"guest"`
	Name     string          `json:"name,omitempty"`
	Enrolled hotelcrm.Date   `json:"enrolled"`
	Grants   []loyalty.Grant `json:"grants,omitempty"`
}

// earned is what a programme makes of a member's stays: points, and lines that count for the tier.
type earned struct {
	member  loyalty.Member
	credits []loyalty.Credit
}

// earnings asks the programme about the stays of a member, up to the business date.
func (k *knowledge) earnings(m *Member, stays []hotelcrm.Stay) (*earned, error) {
	g := loyalty.Guest{Member: loyalty.Member{ID: m.Guest, Enrolled: m.Enrolled, Grants: m.Grants}, Folios: make([]loyalty.Folio, 0, len(stays))}
	for i := range stays {
		if over(&stays[i]) {
			g.Folios = append(g.Folios, loyalty.Folio{Stay: stays[i]}) // without a Number the credit goes to the profile, whatever card was shown
		}
	}
	claims, err := k.engine.Earner().Claims(&g, loyalty.Earning{})
	if err != nil {
		return nil, err
	}
	return &earned{member: claims.Of(&g), credits: claims.Credits}, nil
}

// over reports whether a stay has come to an end that a programme looks at.
func over(s *hotelcrm.Stay) bool { return s.Status == hotelcrm.Departed || s.Status == hotelcrm.NoShow }
