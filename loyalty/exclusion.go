package loyalty

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Exclusion is why a stay or an event is left out. Each is left out for one reason, the first in this order; what is not
// yet known is asked before all.
type Exclusion uint8

// The reasons.
const (
	WasRepeat     Exclusion = iota + 1 // the same id and version, or the same business key, again
	WasSuperseded                      // a lower version of the same id
	WasTentative
	WasBooked
	WasInHouse // not left yet
	WasCancelled
	NotYet          // its activity date, or the day it was recorded, is later than the dates asked
	NoRules         // no version is in force on its date
	BeforeEnrolment // the guest was no member yet
	OtherMember     // names another membership than [Member.Number]
	WrongRole       // a role that does not earn
	WrongPayer      // paid by somebody whose payment does not earn
	WasFree         // complimentary or house use
	WrongRate       // a rate code, market or channel that does not count
	WasDayUse
	OverRoomLimit // its room earns no points: others of that night have; its nights count under the limit of nights
)

var exclusionNames = enum.Names{
	"", "repeat", "superseded", "tentative", "booked", "in-house", "cancelled", "not-yet", "no-rules", "before-enrolment",
	"other-member", "role", "payer", "free", "rate", "day-use", "room-limit",
}

const exclusions = int(OverRoomLimit) + 1

// String returns the stable code, such as "room-limit".
func (x Exclusion) String() string { return exclusionNames.String(uint8(x)) }

// MarshalText returns the stable code.
func (x Exclusion) MarshalText() ([]byte, error) {
	return choice.Marshal(exclusionNames, "exclusion", x)
}

// UnmarshalText reads a stable code.
func (x *Exclusion) UnmarshalText(text []byte) error {
	return choice.Unmarshal(exclusionNames, "exclusion", text, x)
}

// Taken says what became of folios and events: Rows = Counted + the sum over all reasons.
type Taken struct {
	Rows    int
	Counted int
	left    [exclusions]int
}

// Left returns how many were left out for this reason.
func (t Taken) Left(x Exclusion) int {
	if int(x) >= exclusions {
		return 0
	}
	return t.left[x]
}

// LeftOut returns how many were left out for each reason that occurred.
func (t Taken) LeftOut() map[Exclusion]int {
	out := map[Exclusion]int{}
	for x, n := range t.left {
		if n > 0 {
			out[Exclusion(x)] = n
		}
	}
	return out
}

// Plus returns what became of the folios and events of both.
func (t Taken) Plus(other Taken) Taken {
	t.Rows += other.Rows
	t.Counted += other.Counted
	for x, n := range other.left {
		t.left[x] += n
	}
	return t
}

// String returns one line, such as "rows 7: counted 4, cancelled 2, room-limit 1".
func (t Taken) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "rows %d: counted %d", t.Rows, t.Counted)
	for x, n := range t.left {
		if n > 0 {
			fmt.Fprintf(&b, ", %s %d", Exclusion(x), n)
		}
	}
	return b.String()
}

// takenJSON is the JSON form of Taken.
type takenJSON struct {
	Rows    int               `json:"rows"`
	Counted int               `json:"counted"`
	LeftOut map[Exclusion]int `json:"leftOut"`
}

// MarshalJSON returns {"rows":n,"counted":n,"leftOut":{"rate":n,...}}, reasons by name.
func (t Taken) MarshalJSON() ([]byte, error) {
	return json.Marshal(takenJSON{t.Rows, t.Counted, t.LeftOut()})
}

// UnmarshalJSON reads what [Taken.MarshalJSON] wrote.
//
// Errors: those of encoding/json for what is no Taken; a [*hotelcrm.ParamError] for an unknown reason or numbers that do
// not add up to rows. t is then unchanged.
func (t *Taken) UnmarshalJSON(data []byte) error {
	var in takenJSON
	if err := json.Unmarshal(data, &in); err != nil {
		return err
	}
	if in.Counted < 0 || in.Counted > in.Rows {
		return refuse.Param("counted", fmt.Sprint(in.Counted), fmt.Sprint("0 to rows, ", in.Rows))
	}
	out, sum := Taken{Rows: in.Rows, Counted: in.Counted}, in.Counted
	for _, x := range slices.Sorted(maps.Keys(in.LeftOut)) {
		n := in.LeftOut[x]
		if x == 0 || int(x) >= exclusions || n < 0 || n > in.Rows-sum {
			return refuse.Param("leftOut", fmt.Sprint(x.String(), " ", n), "known reasons, 0 or more, together with counted no more than rows")
		}
		out.left[x] = n
		sum += n
	}
	if sum != in.Rows {
		return refuse.Param("rows", fmt.Sprint(in.Rows), fmt.Sprint("counted and left out together, ", sum))
	}
	*t = out
	return nil
}
