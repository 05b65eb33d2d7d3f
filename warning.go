package hotelcrm

// Warning says that a result is usable, but what to mind about it. It is a value in the result: the library does not
// log.
type Warning struct {
	Code WarningCode `json:"code"` // stable, for programs
	Text string      `json:"text"` // for people; may be reworded between versions
	N    int         `json:"n"`    // how many guests, stays or bins it concerns
}

// WarningCode names a kind of warning, in lower case with hyphens. Codes never change their meaning; one word means the
// same in every package.
type WarningCode string

// The codes of the root package. Each other package has its own as constants that begin with Warn.
const (
	// WarnConflict: stays came twice with the same id and version but different content.
	WarnConflict WarningCode = "conflicting-versions"
	// WarnSpilled: amounts did not fit the register's scale and were kept exactly beside it.
	WarnSpilled WarningCode = "amounts-beyond-scale"
	// WarnCrowd: guests have more visits than days between their first and last: rarely one person.
	WarnCrowd WarningCode = "more-visits-than-days"
	// WarnFees: guests paid fees that count as revenue, but have no visit in the window and so no summary.
	WarnFees WarningCode = "fees-without-visit"
	// WarnEmpty: no guest is left to summarise.
	WarnEmpty WarningCode = "no-guests"
)
