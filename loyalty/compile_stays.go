package loyalty

import (
	"fmt"
	"strings"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/enum"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// stayRules is a compiled StayRules with its defaults filled in.
type stayRules struct {
	apart, noShowEarns                            bool
	roomsForPoints, roomsForBonus, roomsForTier   int32
	departments                                   hotelcrm.DepartmentSet
	roles, payers                                 enumSet
	dayUse                                        DayUse
	enrolledBy                                    Moment
	withoutRates, withoutMarkets, withoutChannels patterns
	withoutCodes                                  patterns
}

// patterns is a list of codes, of which those with * at the end stand for any ending.
type patterns []string

func (p patterns) match(code string) bool {
	if code == "" {
		return false
	}
	for _, pattern := range p {
		if start, open := strings.CutSuffix(pattern, "*"); code == pattern || (open && strings.HasPrefix(code, start)) {
			return true
		}
	}
	return false
}

// maxRooms bounds the rooms of one night, of a limit and of a folio.
const maxRooms = 10_000

func (e *Engine) addStays(at string, text Version, v *version) error {
	at += ".stays"
	r, out := text.Stays, &v.stays
	*out = stayRules{
		apart: r.Apart, noShowEarns: r.NoShowEarns, roomsForPoints: int32(r.RoomsForPoints), roomsForBonus: int32(r.RoomsForBonus), roomsForTier: int32(max(r.RoomsForTier, 1)),
		departments: hotelcrm.Departments(r.Departments...), dayUse: max(r.DayUse, DayUseSpend), enrolledBy: r.EnrolledBy,
		withoutRates: r.WithoutRates, withoutMarkets: r.WithoutMarkets, withoutChannels: r.WithoutChannels, withoutCodes: r.WithoutCodes,
	}
	if out.departments == 0 {
		out.departments = hotelcrm.AllButFees
	}
	if out.enrolledBy == 0 {
		out.enrolledBy = CheckOut
	}
	var err error
	if out.roles, err = listed(at+".roles", roleNames, r.Roles, enumSet(1<<hotelcrm.Primary)); err != nil {
		return err
	}
	if out.payers, err = listed(at+".payers", payerNames, r.Payers, enumSet(1<<ByGuest)); err != nil {
		return err
	}
	switch {
	case min(r.RoomsForPoints, r.RoomsForBonus, r.RoomsForTier) < 0 || max(r.RoomsForPoints, r.RoomsForBonus, r.RoomsForTier) > maxRooms:
		return refuse.Param(at, fmt.Sprint(r.RoomsForPoints, " ", r.RoomsForBonus, " ", r.RoomsForTier), fmt.Sprint("0 to ", maxRooms, " rooms"))
	case int(r.DayUse) >= len(dayUseNames):
		return refuse.Param(at+".dayUse", r.DayUse.String(), "one of "+dayUseNames.Allowed())
	case int(r.EnrolledBy) >= len(momentNames):
		return refuse.Param(at+".enrolledBy", r.EnrolledBy.String(), "one of "+momentNames.Allowed())
	}
	_, err = listed(at+".departments", departmentNames, r.Departments, 0)
	return err
}

// listed returns the set of the values of a list, or the default for none.
func listed[T ~uint8](at string, names enum.Names, list []T, otherwise enumSet) (enumSet, error) {
	if len(list) == 0 {
		return otherwise, nil
	}
	var out enumSet
	for i, v := range list {
		if v == 0 || int(v) >= len(names) {
			return 0, refuse.Param(fmt.Sprintf("%s[%d]", at, i), names.String(uint8(v)), "one of "+names.Allowed())
		}
		out |= 1 << v
	}
	return out, nil
}
