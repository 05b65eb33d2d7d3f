package loyalty

import (
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
)

// Reason is why an entry stands in a timeline.
type Reason uint8

// The reasons.
const (
	Enrolled    Reason = iota + 1 // became a member, in the first tier
	Promoted                      // the promote condition held, or a grant without an end
	Renewed                       // the retain condition held: the same tier lasts longer
	Kept                          // a finished cycle was judged and the tier kept
	Lapsed                        // the status ended; the tier is what activity still supports
	SteppedDown                   // the status ended; the tier is the next lower one
	ForLife                       // the path for life held
	Moved                         // a new version put another tier in its place
	Granted                       // a status with an end began
	GrantEnded                    // and ended
)

var reasonNames = enum.Names{"", "enrolled", "promoted", "renewed", "kept", "lapsed", "stepped-down", "for-life", "moved", "granted", "grant-ended"}

// String returns the name, "unset" for the zero value.
func (r Reason) String() string { return reasonNames.String(uint8(r)) }

// MarshalText returns the name, empty for the zero value.
func (r Reason) MarshalText() ([]byte, error) { return choice.Marshal(reasonNames, "reason", r) }

// UnmarshalText reads a name; the empty text is the zero value.
func (r *Reason) UnmarshalText(text []byte) error {
	return choice.Unmarshal(reasonNames, "reason", text, r)
}

// change is one change of the earned level.
type change struct {
	day, reached hotelcrm.Date
	reason       Reason
	from, to     int   // ranks
	place        int32 // of the condition that held
	until        hotelcrm.Date
	source       Source
	version      int
	needs        []Need
}

// note writes a change down if somebody asked for it, with the thresholds that were reached if there are rules.
func (w *walk) note(c change, r *rules) {
	if w.changes == nil {
		return
	}
	if c.reason != ForLife {
		c.to = w.level
	}
	if r != nil {
		c.needs = w.met(r, c.place)
	}
	c.until, c.source, c.version = w.supported[c.to], w.source, w.version
	*w.changes = append(*w.changes, c)
}

// prove adds to a promotion, before it is made, the thresholds that were reached.
func (w *walk) prove(c *change, rank int) {
	if w.changes == nil {
		return
	}
	if number := w.engine.versionOn(c.reached); number >= 0 {
		v := &w.engine.versions[number]
		if k := v.at[rank]; k >= 0 && v.tiers[k].promote >= 0 {
			w.count(&v.rules, c.reached, w.since)
			c.needs = w.met(&v.rules, v.tiers[k].promote)
		}
	}
}
