package reckon

import "github.com/hotelcrm/hotelcrm"

// The warnings of this program, beside those of the library and of the survey.
const (
	WarnNoSegments      hotelcrm.WarningCode = "no-segments"
	WarnNoConcentration hotelcrm.WarningCode = "no-concentration"
	warnRefused         hotelcrm.WarningCode = "rows-refused"
	WarnCurrency        hotelcrm.WarningCode = "currency-assumed"
	WarnNoCost          hotelcrm.WarningCode = "cost-not-stated"
	WarnNoProfiles      hotelcrm.WarningCode = "potential-not-known"
	WarnProfiles        hotelcrm.WarningCode = "profile-rows-refused"
	WarnNoVisits        hotelcrm.WarningCode = "visits-not-known"
	WarnNoRetention     hotelcrm.WarningCode = "retention-not-known"
	WarnNoModel         hotelcrm.WarningCode = "model-not-known"
	WarnNoTiers         hotelcrm.WarningCode = "tiers-not-known"
	WarnUnplaced        hotelcrm.WarningCode = "tier-not-known"
	WarnNotInForce      hotelcrm.WarningCode = "programme-not-in-force"
	WarnNotFromStays    hotelcrm.WarningCode = "not-known-from-stays"
)
