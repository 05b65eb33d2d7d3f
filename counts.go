package hotelcrm

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Counts says what became of every stay that a register was given: Rows = Stays + the sum over all reasons.
type Counts struct {
	Rows  int64 // deliveries
	Stays int64 // those that count

	left [reasonCount]int64
}

// Left returns how many deliveries were left out for this reason.
func (c Counts) Left(r Reason) int64 {
	if int(r) >= reasonCount {
		return 0
	}
	return c.left[r]
}

// LeftOut returns how many deliveries were left out for each reason that occurred.
func (c Counts) LeftOut() map[Reason]int64 {
	out := map[Reason]int64{}
	for r, n := range c.left {
		if n > 0 {
			out[Reason(r)] = n
		}
	}
	return out
}

// String returns one line, such as "rows 7: stays 4, cancelled 2, repeat 1".
func (c Counts) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "rows %d: stays %d", c.Rows, c.Stays)
	for r, n := range c.left {
		if n > 0 {
			fmt.Fprintf(&b, ", %s %d", Reason(r).String(), n)
		}
	}
	return b.String()
}

func (c *Counts) add(d *Counts) {
	c.Rows += d.Rows
	c.Stays += d.Stays
	for reason, n := range d.left {
		c.left[reason] += n
	}
}

// countsJSON is the JSON form of Counts.
type countsJSON struct {
	Rows    int64            `json:"rows"`
	Stays   int64            `json:"stays"`
	LeftOut map[Reason]int64 `json:"leftOut"`
}

// MarshalJSON returns {"rows":n,"stays":n,"leftOut":{"no-show":n,...}}, reasons in the order of their codes.
func (c Counts) MarshalJSON() ([]byte, error) {
	return json.Marshal(countsJSON{c.Rows, c.Stays, c.LeftOut()})
}

// UnmarshalJSON reads what [Counts.MarshalJSON] wrote.
//
// Errors: JSON that is no Counts, an unknown reason, or numbers that do not add up to rows; c is then unchanged.
func (c *Counts) UnmarshalJSON(data []byte) error {
	var in countsJSON
	if err := json.Unmarshal(data, &in); err != nil {
		return err
	}
	if in.Stays < 0 || in.Stays > in.Rows {
		return refuse("stays", fmt.Sprint(in.Stays), fmt.Sprintf("0 to rows, %d", in.Rows))
	}
	out := Counts{Rows: in.Rows, Stays: in.Stays}
	sum := in.Stays
	for _, reason := range slices.Sorted(maps.Keys(in.LeftOut)) {
		n := in.LeftOut[reason]
		if reason == 0 || int(reason) >= reasonCount || n < 0 || n > in.Rows-sum {
			return refuse("leftOut", fmt.Sprint(reason.String(), " ", n), "known reasons, 0 or more, together with stays no more than rows")
		}
		out.left[reason] = n
		sum += n
	}
	if sum != in.Rows {
		return refuse("rows", fmt.Sprint(in.Rows), fmt.Sprintf("stays and left out together, %d", sum))
	}
	*c = out
	return nil
}
