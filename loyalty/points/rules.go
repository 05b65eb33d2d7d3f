package points

import (
	"fmt"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Rules says how the ledger treats the currencies of a programme. It is data: it goes through JSON and back.
//
// The version is written into every event that was decided under these rules. A change of rules changes no event and no
// lot that exists; where a change is meant to reach them, that is a command of its own, see [Extend].
type Rules struct {
	Version    string     `json:"version"`
	Currencies []Currency `json:"currencies"`
}

// Currency is one kind of points and its rules. The zero value of each rule is its default.
type Currency struct {
	Name       string     `json:"name"`
	Kind       Kind       `json:"kind"`       // required
	Burn       BurnOrder  `json:"burn"`       // which lots are used first; unset: OldestFirst
	Life       Life       `json:"life"`       // how long a lot lives; zero: for ever
	Inactivity Inactivity `json:"inactivity"` // when the whole balance lapses; zero: never
	Clawback   Clawback   `json:"clawback"`   // what a voided earn takes back; unset: WithinBalance
	Grace      int        `json:"grace"`      // days that points returned to a dead lot live on; 0: they lapse at once
}

// maxMonths and maxGrace bound the rules to what the calendar can hold: a hundred years.
const (
	maxMonths = 1200
	maxGrace  = 36600
)

// Validate returns a [*hotelcrm.ParamError] that names the first field outside its range, or nil.
func (r *Rules) Validate() error {
	if len(r.Currencies) == 0 {
		return refuse.Param("Rules.Currencies", "none", "at least one")
	}
	for i := range r.Currencies {
		c := &r.Currencies[i]
		field := fmt.Sprintf("Rules.Currencies[%d].", i)
		if c.Name == "" || slices.ContainsFunc(r.Currencies[:i], func(o Currency) bool { return o.Name == c.Name }) {
			return refuse.Param(field+"Name", c.Name, "a name that no other currency has")
		}
		if err := c.validate(field); err != nil {
			return err
		}
	}
	return nil
}

func (c *Currency) validate(field string) error {
	counter := c.Kind == Qualifying && (c.Life != Life{} || c.Inactivity.Months != 0)
	switch {
	case !known(kindNames, c.Kind):
		return refuse.Param(field+"Kind", c.Kind.String(), kindNames.Allowed())
	case !knownOrUnset(burnNames, c.Burn):
		return refuse.Param(field+"Burn", c.Burn.String(), burnNames.Allowed())
	case !knownOrUnset(clawbackNames, c.Clawback):
		return refuse.Param(field+"Clawback", c.Clawback.String(), clawbackNames.Allowed())
	case !knownOrUnset(cutNames, c.Life.Cut):
		return refuse.Param(field+"Life.Cut", c.Life.Cut.String(), cutNames.Allowed())
	case c.Life.Months < 0 || c.Life.Months > maxMonths:
		return refuse.Param(field+"Life.Months", fmt.Sprint(c.Life.Months), fmt.Sprintf("0 to %d", maxMonths))
	case c.Life.YearEnds < 0 || c.Life.YearEnds > maxMonths:
		return refuse.Param(field+"Life.YearEnds", fmt.Sprint(c.Life.YearEnds), fmt.Sprintf("0 to %d", maxMonths))
	case c.Inactivity.Months < 0 || c.Inactivity.Months > maxMonths:
		return refuse.Param(field+"Inactivity.Months", fmt.Sprint(c.Inactivity.Months), fmt.Sprintf("0 to %d", maxMonths))
	case c.Grace < 0 || c.Grace > maxGrace:
		return refuse.Param(field+"Grace", fmt.Sprint(c.Grace), fmt.Sprintf("0 to %d days", maxGrace))
	case counter:
		return refuse.Param(field+"Life", "set", "none: a qualifying counter neither expires nor is spent")
	}
	for _, act := range c.Inactivity.Acts {
		if !known(eventNames, act) {
			return refuse.Param(field+"Inactivity.Acts", act.String(), eventNames.Allowed())
		}
	}
	return nil
}

// currency returns the rules of a currency, nil if there is none of that name.
func (r *Rules) currency(name string) *Currency {
	for i := range r.Currencies {
		if r.Currencies[i].Name == name {
			return &r.Currencies[i]
		}
	}
	return nil
}

// Life is how long a lot lives, counted from the date it was earned. The zero Life is for ever.
//
//	exact, 24 months:       earned 10 May 2013, dead from 10 May 2015
//	year-end, 24 months:    earned 10 May 2013, good through 31 Dec 2015, dead from 1 Jan 2016
//	30 months, 2 year ends: earned 10 May 2013, dead from 10 Nov 2015; earned 10 Sep 2013, dead from 1 Jan 2016
type Life struct {
	Months   int `json:"months"`
	Cut      Cut `json:"cut"`                // unset: Exact
	YearEnds int `json:"yearEnds,omitempty"` // and not beyond 31 December, so many years after the year it was earned; 0: no such end
}

// Expires returns the first day on which a lot earned on a date can no longer be used, and the zero Date for never.
// Months end as calendar months do: 31 August and 18 months give 28 February.
func (l Life) Expires(earned hotelcrm.Date) hotelcrm.Date {
	end := l.months(earned)
	if year, _, _ := earned.Civil(); l.YearEnds > 0 && year+l.YearEnds < maxYear {
		if last := hotelcrm.DateOf(year+l.YearEnds+1, 1, 1); end == 0 || last < end {
			return last
		}
	}
	return end
}

// maxYear is the last that has dates: what would live beyond it lives for ever.
const maxYear = 9999

// months returns the end by months and cut, and the zero Date for never.
func (l Life) months(earned hotelcrm.Date) hotelcrm.Date {
	day := earned.AddMonths(l.Months)
	switch {
	case day == 0 || l.Months == 0 && l.Cut == 0:
		return 0
	case l.Cut == MonthEnd:
		return day.MonthEnd().AddDays(1)
	case l.Cut == YearEnd:
		year, _, _ := day.Civil()
		if year == maxYear {
			return 0
		}
		return hotelcrm.DateOf(year+1, 1, 1)
	}
	return day
}

// Inactivity lets the whole balance of a currency lapse when none of the acts happened for so many months. The zero
// Inactivity never does. The period starts with the first credit in any case. Points that are held when it ends belong to
// the balance: they lapse as the hold gives them back, also where that is the same day.
type Inactivity struct {
	Months int         `json:"months"`
	Acts   []EventKind `json:"acts"` // the kinds of event that start the period again
}
