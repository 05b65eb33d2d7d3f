package posting

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
)

// PostAll returns the commands that bring an account to what its member's stays earn, to be given to [points.Ledger.Do]
// in their order: cancelled stays first, then by activity date and key. There are none where nothing has changed.
//
// Input: lines are the credits of all stays and events of the member, such as those of [loyalty.Engine.EarnAll]: a stay
// that the account has credited and that is not among them is voided. Who knows some stays only, asks [Poster.Post] for
// each. head has the business date, the moment and a reason for all commands; its id is not used. The zero date loads
// history: each stay is credited under its activity date, and corrected under the account's latest date if that is
// later.
// Errors: a [*hotelcrm.RowError] for a line without the id of its stay, which cannot be known again, with the line counted
// from 1, for the first [hotelcrm.MaxRowErrors].
// Cost: O(n log n) in lines and credited stays.
func (p *Poster) PostAll(a *points.Account, lines []loyalty.Credit, head points.Header) ([]points.Command, error) {
	stays, err := byStay(lines)
	if err != nil {
		return nil, err
	}
	var out []points.Command
	for stay := range a.Stays() {
		if _, earns := stays[stay]; !earns {
			stays[stay] = nil
		}
	}
	for _, stay := range inOrder(stays) {
		if c, due := p.Post(a, stay, stays[stay], head); due {
			out = append(out, c)
		}
	}
	return out, nil
}

// Post returns the command that brings an account to what one stay earns, and false if there is nothing to do.
//
// Input: the key of the stay, see [StayKey], and its credits, none for a stay that was cancelled; head as for
// [Poster.PostAll].
func (p *Poster) Post(a *points.Account, stay string, lines []loyalty.Credit, head points.Header) (points.Command, bool) {
	credits, inForce := p.Credits(lines), a.EarnOf(stay)
	switch {
	case len(credits) == 0 && inForce == "":
		return nil, false
	case len(credits) == 0:
		head.ID, head.Date = inForce+" void", cmp.Or(head.Date, a.Clock())
		return points.Void{Header: head, Ref: inForce}, true
	case inForce != "" && slices.EqualFunc(a.LotsOf(inForce), credits, sameCredit):
		return nil, false
	case head.Date == 0 && inForce == "":
		head.Date = credits[0].Earned
	case head.Date == 0:
		head.Date = max(a.Clock(), credits[0].Earned)
	}
	head.ID = number(a, stay)
	return points.Earn{Header: head, Stay: stay, Replaces: inForce, Credits: credits}, true
}

// sameCredit reports whether a lot came of such a credit. Its end may have been moved since.
func sameCredit(l points.Lot, c points.Credit) bool {
	return l.Currency == c.Currency && -l.In(points.Issued) == c.Points && l.Earned == c.Earned && l.Active == c.Active &&
		l.Rule == c.Rule && l.Version == c.Version
}

// number returns the first id of an earn of the stay that the account does not know.
func number(a *points.Account, stay string) string {
	for n := 1; ; n++ {
		if id := fmt.Sprintf("%s #%d", stay, n); !a.Knows(id) {
			return id
		}
	}
}

// byStay gathers the lines that give points.
func byStay(lines []loyalty.Credit) (map[string][]loyalty.Credit, error) {
	stays := map[string][]loyalty.Credit{}
	var errs []error
	for i := range lines {
		switch c := &lines[i]; {
		case c.Points <= 0:
		case c.Source == "":
			if len(errs) < hotelcrm.MaxRowErrors {
				errs = append(errs, &hotelcrm.RowError{Row: i + 1, Field: "source", Err: errors.New("want the id of a stay or event")})
			}
		default:
			key := StayKey(c.Property, c.Source)
			stays[key] = append(stays[key], *c)
		}
	}
	return stays, errors.Join(errs...)
}

// inOrder returns the keys by the date of their first credit, those without any first, then by key.
func inOrder(stays map[string][]loyalty.Credit) []string {
	first := func(stay string) hotelcrm.Date {
		if lines := stays[stay]; len(lines) > 0 {
			return lines[0].Date
		}
		return 0
	}
	keys := make([]string, 0, len(stays))
	for stay := range stays {
		keys = append(keys, stay)
	}
	slices.SortFunc(keys, func(x, y string) int { return cmp.Or(cmp.Compare(first(x), first(y)), cmp.Compare(x, y)) })
	return keys
}
