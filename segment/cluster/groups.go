package cluster

import "github.com/hotelcrm/hotelcrm"

// Groups is what a search found. It is a plain value, and JSON.
type Groups struct {
	Method     Method             `json:"method"`
	Scaling    Scaling            `json:"scaling"`
	K          int                `json:"k"`
	Seed       uint64             `json:"seed"`
	Gamma      float64            `json:"gamma,omitempty"` // of a differing level; 0 without levels
	Guests     int                `json:"guests"`
	Different  int                `json:"different"` // rows of values
	Cost       float64            `json:"cost"`      // sum over guests of squared scaled distance plus gamma a differing level; for PAM of distances
	Iterations int                `json:"iterations"`
	Converged  bool               `json:"converged"`
	Groups     []Group            `json:"groups"` // number 1 first
	Labels     []uint16           `json:"labels"` // of the guests: 1 to K, 0 where nothing is known
	Warnings   []hotelcrm.Warning `json:"warnings,omitempty"`
}

// Group is one group of guests that are alike.
type Group struct {
	Size   int     `json:"size"`             // guests
	Cost   float64 `json:"cost"`             // their part of the cost
	Centre []Value `json:"centre"`           // one value an attribute: the mean or the mode, of PAM the medoid's
	Medoid *int    `json:"medoid,omitempty"` // of PAM: a guest with the values of the centre
}

// Value is where a centre lies on one attribute.
type Value struct {
	Attribute string  `json:"attribute"`
	Number    float64 `json:"number"`          // in the attribute's own unit
	Code      uint16  `json:"code,omitempty"`  // of the level; 0 for numbers, and where nobody has a value
	Level     string  `json:"level,omitempty"` // its name, if it has one
}

// The codes of warnings.
const (
	// WarnUnknown: guests of whom nothing is known are in no group.
	WarnUnknown hotelcrm.WarningCode = "nothing-known"
	// WarnNotConverged: the search ended at the most rounds before the groups were settled.
	WarnNotConverged hotelcrm.WarningCode = "not-converged"
	// WarnSampled: the starts were tried on a sample of the rows.
	WarnSampled hotelcrm.WarningCode = "starts-sampled"
)
