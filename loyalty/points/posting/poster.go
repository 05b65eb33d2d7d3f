package posting

import (
	"cmp"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
)

// Poster posts what stays earn under a programme as points of one currency.
type Poster struct {
	Engine *loyalty.Engine
	// Currency has the name of the currency and what a programme does not say: which lots are used first, what is clawed
	// back, days of grace, the acts that count as activity (none: earning and redeeming). Its Life and the months of its
	// Inactivity do not matter: they are the programme's.
	Currency points.Currency
}

// Rules returns the rules of the ledger under the version of the programme that is in force on a date. Their version is the
// id of that version; where none is in force it is empty, and points never lapse.
//
// The acts of tiers whose points do not lapse for want of activity are commands of their own, see [points.Exempt].
func (p *Poster) Rules(on hotelcrm.Date) points.Rules {
	c := p.Currency
	c.Life, c.Inactivity.Months = points.Life{}, 0
	version, _ := p.Engine.Version(on)
	if x := version.Expiry; x != nil {
		c.Life = points.Life{Months: x.LifeMonths, YearEnds: x.YearEnds}
		c.Inactivity.Months = x.IdleMonths
	}
	switch {
	case c.Inactivity.Months == 0:
		c.Inactivity = points.Inactivity{}
	case len(c.Inactivity.Acts) == 0:
		c.Inactivity.Acts = []points.EventKind{points.EventEarn, points.EventRedeem}
	}
	return points.Rules{Version: version.ID, Currencies: []points.Currency{c}}
}

// Expires returns the first day on which points earned on a date are dead however active the member is, and the zero Date
// for never. A later version that takes over the points which are alive counts, too; see [loyalty.Engine.Expires].
func (p *Poster) Expires(earned hotelcrm.Date) hotelcrm.Date {
	lapse, err := p.Engine.Expires(earned, hotelcrm.MaxDate, "") // active to the last day
	if err != nil {
		return 0
	}
	return lapse.To
}

// Credits returns lines of points as the ledger credits them, in their order, without those of no points: earned on the
// activity date, active from when they are posted. The rule is the kind and the rule of the line, such as "base room".
//
// Each states the end of [Poster.Expires], or that there is none, so that the date of posting does not matter. A programme
// that says in no version when points lapse leaves that to the rules of the ledger.
func (p *Poster) Credits(lines []loyalty.Credit) []points.Credit {
	says := slices.ContainsFunc(p.Engine.Programme().Versions, func(v loyalty.Version) bool { return v.Expiry != nil })
	var out []points.Credit
	for i := range lines {
		c := &lines[i]
		if c.Points <= 0 {
			continue
		}
		end := p.Expires(c.Date)
		out = append(out, points.Credit{
			Currency: p.Currency.Name, Points: c.Points, Origin: points.FromSale, Earned: c.Date, Active: cmp.Or(c.Posted, c.Date), Expires: end,
			Forever: says && end == 0, Rule: c.Kind.String() + " " + c.Rule, Version: c.Version,
		})
	}
	return out
}
