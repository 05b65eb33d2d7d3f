package valuation

import (
	"fmt"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/badrows"
	"github.com/hotelcrm/hotelcrm/internal/plural"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// checkVisits refuses what is no column of visits: guest g has the arrivals from offsets[g] up to, but not including,
// offsets[g+1], earliest first.
func checkVisits(offsets []int, arrivals []hotelcrm.Date) error {
	if len(offsets) == 0 || offsets[0] != 0 || offsets[len(offsets)-1] != len(arrivals) {
		allowed := fmt.Sprintf("one entry more than guests, from 0 to the number of arrivals, %d", len(arrivals))
		return refuse.Param("offsets", plural.Of(len(offsets), "entry", "entries"), allowed)
	}
	for g := range len(offsets) - 1 {
		if offsets[g] > offsets[g+1] || offsets[g+1] > len(arrivals) {
			return refuse.Param(fmt.Sprintf("offsets[%d]", g+1), fmt.Sprint(offsets[g+1]), fmt.Sprintf("%d to %d", offsets[g], len(arrivals)))
		}
	}
	return checkArrivals(offsets, arrivals)
}

func checkArrivals(offsets []int, arrivals []hotelcrm.Date) error {
	var bad badrows.List
	for g := range len(offsets) - 1 {
		for row := offsets[g]; row < offsets[g+1]; row++ {
			allowed := ""
			switch {
			case arrivals[row] < hotelcrm.MinDate || arrivals[row] > hotelcrm.MaxDate:
				allowed = "a day of the calendar"
			case row > offsets[g] && arrivals[row] < arrivals[row-1]:
				allowed = "a guest's arrivals earliest first"
			}
			if allowed != "" && !bad.Add(row+1, "arrival", arrivals[row], allowed) {
				return bad.Join()
			}
		}
	}
	return bad.Join()
}

func checkThrough(through hotelcrm.Date) error {
	if through < hotelcrm.MinDate || through >= hotelcrm.MaxDate {
		return refuse.Param("through", through.String(), "a day of the calendar before 9999-12-31")
	}
	return nil
}

// ReturnSpells returns one spell for each guest: the days from the first arrival to the next one on a later date, or to
// the last day of the data for a guest who has not come back by then. Their [KaplanMeier] curve is the share of new
// guests who have not returned.
//
// Visits that begin on one date, such as two rooms that the policy does not join, are one occasion; so no spell that
// ended is of 0 days.
//
// Input: guest g has the arrivals from offsets[g] up to, but not including, offsets[g+1], earliest first. Arrivals
// after through are not looked at, and guests whose first one is after it are left out.
// Errors: a [*hotelcrm.ParamError] for wrong offsets or a through that is no day, a [*hotelcrm.RowError] for each of
// the first [hotelcrm.MaxRowErrors] arrivals that are no day or before the one above.
// Cost: O(arrivals).
func ReturnSpells(offsets []int, arrivals []hotelcrm.Date, through hotelcrm.Date) ([]Spell, error) {
	if err := checkThrough(through); err != nil {
		return nil, err
	}
	if err := checkVisits(offsets, arrivals); err != nil {
		return nil, err
	}
	spells := make([]Spell, 0, len(offsets)-1)
	for g := range len(offsets) - 1 {
		visits := arrivals[offsets[g]:offsets[g+1]]
		if len(visits) == 0 || visits[0] > through {
			continue
		}
		next := through + 1
		if i := slices.IndexFunc(visits, func(day hotelcrm.Date) bool { return day > visits[0] }); i >= 0 {
			next = visits[i]
		}
		spells = append(spells, Spell{Length: min(next, through).DaysSince(visits[0]), Ended: next <= through})
	}
	return spells, nil
}
