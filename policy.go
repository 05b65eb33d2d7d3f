package hotelcrm

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm/internal/enum"
)

// Policy says what counts. The zero value is the default for hotels:
//
//	question                        default                                     other choice
//	what is one visit               guest, property and arrival date            Visit: ByStay
//	adjoining stays, room moves     visits of their own                         Join
//	status                          in house and departed count                 SkipInHouse
//	tentative, booked               left out                                    -
//	cancelled, no-show              left out, never move recency                fee counts: Fees in Departments
//	day use                         0 nights, 1 visit, revenue counts           SkipDayUse
//	complimentary                   a visit, with whatever revenue it has       SkipComplimentary
//	points nights                   a visit                                     SkipPoints
//	house use                       left out                                    -
//	sharers                         a visit, no nights, no revenue              SkipSharers, SharersPay
//	accompanying guests             left out                                    CountAccompanying: as sharers
//	group masters, accounts         left out                                    -
//	revenue                         all departments but Fees                    Departments
//	stay without guest id           counted as left out                         RefuseMissingGuest
//	other wrong data                a RowError, nothing is added                Tolerate
//
// Two hourly rooms taken by one guest on one day are one visit under ByArrival; ByStay counts both.
//
// The status is asked first, then role, use and day use, and the first "no" is the reason that is counted.
//
// With Fees among the Departments, the fee of a cancelled stay or a no-show in the window is added to the Revenue (not
// to the RepeatRevenue) of a guest who has a visit in the window. The stay itself stays left out. Sharers,
// accompanying guests, accounts and house use pay no fee. Who paid fees but has no visit has no summary; [WarnFees]
// says how many guests those are.
//
// Several rooms delivered as one stay with Rooms above 1 are one visit under both rules; rooms that shall count one by
// one are delivered as one stay each.
// Policies compare with ==.
type Policy struct {
	Visit              VisitRule     `json:"visit,omitempty"`
	Join               bool          `json:"join,omitempty"`
	Departments        DepartmentSet `json:"departments,omitempty"`
	SkipInHouse        bool          `json:"skipInHouse,omitempty"`
	SkipDayUse         bool          `json:"skipDayUse,omitempty"`
	SkipComplimentary  bool          `json:"skipComplimentary,omitempty"`
	SkipPoints         bool          `json:"skipPoints,omitempty"`
	SkipSharers        bool          `json:"skipSharers,omitempty"`
	SharersPay         bool          `json:"sharersPay,omitempty"`
	CountAccompanying  bool          `json:"countAccompanying,omitempty"`
	RefuseMissingGuest bool          `json:"refuseMissingGuest,omitempty"`
	Tolerate           ReasonSet     `json:"tolerate,omitempty"`
}

// VisitRule says how stays make visits. Unset means ByArrival.
type VisitRule uint8

// The visit rules.
const (
	ByArrival VisitRule = iota + 1 // stays of one guest, property and arrival date are one visit
	ByStay                         // every stay is a visit
)

var visitRuleNames = enum.Names{"", "by-arrival", "by-stay"}

// ParseVisitRule returns the rule named by text, as [VisitRule.String] writes it.
//
// Errors: a [*ParamError] that lists the names.
func ParseVisitRule(text string) (VisitRule, error) {
	return parseEnum[VisitRule](visitRuleNames, "visit", text)
}

// String returns the name, "unset" for the zero value.
func (v VisitRule) String() string { return visitRuleNames.String(uint8(v)) }

// MarshalText returns the name, empty for the zero value.
func (v VisitRule) MarshalText() ([]byte, error) { return marshalEnum(visitRuleNames, "visit", v) }

// UnmarshalText reads a name; the empty text is the zero value.
func (v *VisitRule) UnmarshalText(text []byte) error {
	return unmarshalEnum(visitRuleNames, "visit", text, v)
}

// Validate returns a [*ParamError] for a value outside its range, else nil.
//
// Join needs ByArrival, and Tolerate may hold reasons of wrong data only.
func (p Policy) Validate() error {
	switch {
	case p.Visit > ByStay:
		return refuse("Policy.Visit", fmt.Sprint(uint8(p.Visit)), visitRuleNames.Allowed())
	case p.Join && p.Visit == ByStay:
		return refuse("Policy.Join", "true", "false where every stay is a visit")
	case p.Departments&^(AllButFees|Departments(Fees)) != 0:
		return refuse("Policy.Departments", fmt.Sprint(uint8(p.Departments)), departmentNames.Allowed())
	case p.Tolerate&^AnyWrongData != 0:
		return refuse("Policy.Tolerate", p.Tolerate.String(), AnyWrongData.String())
	}
	return nil
}

// resolved returns the policy with its defaults written out.
func (p Policy) resolved() Policy {
	if p.Visit == 0 {
		p.Visit = ByArrival
	}
	if p.Departments == 0 {
		p.Departments = AllButFees
	}
	return p
}

// tolerates reports whether a row that is wrong for this reason is counted instead of refused.
func (p Policy) tolerates(r Reason) bool {
	return p.Tolerate.Has(r) || r == MissingGuest && !p.RefuseMissingGuest
}

// excludes returns the reason why a stay is no visit, or 0 if it is one.
func (p Policy) excludes(r *record) Reason {
	switch r.status {
	case Tentative:
		return WasTentative
	case Booked:
		return WasBooked
	case Cancelled:
		return WasCancelled
	case NoShow:
		return WasNoShow
	}
	if r.status == InHouse && p.SkipInHouse {
		return WasInHouse
	}
	if reason := p.excludesGuest(r.role, r.use); reason != 0 {
		return reason
	}
	if p.SkipDayUse && r.arrival == r.departure {
		return WasDayUse
	}
	return 0
}

// excludesGuest returns the reason why a guest in this role, with this use, is not counted whatever the status.
func (p Policy) excludesGuest(role Role, use Use) Reason {
	switch {
	case role == Account:
		return WasAccount
	case role == Accompanying && !p.CountAccompanying:
		return WasAccompanying
	case role == Sharer && p.SkipSharers:
		return WasSharer
	case use == HouseUse:
		return WasHouseUse
	case use == Complimentary && p.SkipComplimentary:
		return WasComplimentary
	case use == Points && p.SkipPoints:
		return WasPoints
	}
	return 0
}

// charges reports whether the fee of a stay that never took place counts as revenue.
func (p Policy) charges(r *record) bool {
	return (r.status == Cancelled || r.status == NoShow) && p.Departments.Has(Fees) &&
		p.pays(r.role) && p.excludesGuest(r.role, r.use) == 0
}

// pays reports whether a guest in this role brings nights and revenue.
func (p Policy) pays(role Role) bool {
	return role == Primary || p.SharersPay
}
