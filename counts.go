package hotelcrm

import "encoding/json"

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

// MarshalJSON returns {"rows":n,"stays":n,"leftOut":{"no-show":n,...}}, reasons in the order of their codes.
func (c Counts) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Rows    int64            `json:"rows"`
		Stays   int64            `json:"stays"`
		LeftOut map[Reason]int64 `json:"leftOut"`
	}{c.Rows, c.Stays, c.LeftOut()})
}
