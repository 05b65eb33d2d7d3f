package liability

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Breakage is how the part of the points that nobody will redeem becomes revenue.
type Breakage uint8

// The treatments.
const (
	Proportional Breakage = iota + 1 // expected: with each redemption, in proportion
	Remote                           // not expected: once further redemption is remote
	Unclaimed                        // owed to the state under a law of unclaimed property: never revenue
)

var breakageNames = enum.Names{"", "proportional", "remote", "unclaimed"}

// String returns the name, "unset" for the zero value.
func (b Breakage) String() string { return breakageNames.String(uint8(b)) }

// MarshalText returns the name, empty for the zero value.
func (b Breakage) MarshalText() ([]byte, error) {
	return choice.Marshal(breakageNames, "breakage", b)
}

// UnmarshalText reads a name; the empty text is the zero value.
func (b *Breakage) UnmarshalText(text []byte) error {
	return choice.Unmarshal(breakageNames, "breakage", text, b)
}

// Deferral is an amount deferred for points.
type Deferral struct {
	Amount   Exact    `json:"amount"`   // the allocated part of the price
	Points   int64    `json:"points"`   // points given for it, 1 or more
	Expected Exact    `json:"expected"` // points expected to be redeemed in all, in (0, Points]; Proportional only
	Breakage Breakage `json:"breakage"` // required
}

// Revenue returns what is earned to date.
//
//	proportional   amount · redeemed / expected
//	remote         amount · redeemed / points;  all of it once the rest is remote
//	unclaimed      amount · redeemed / points
//
// Input: redeemed in [0, Points], cumulative; remote says that further redemption is remote, and matters for Remote only.
// Errors: a [*hotelcrm.ParamError] that names the field; for Proportional also where more is redeemed than expected in
// all: the estimate must be raised first.
// Source: IFRS 15 B44 to B47; ASC 606-10-55-46 to 55-49.
func (d Deferral) Revenue(redeemed int64, remote bool) (Exact, error) {
	if err := d.check(redeemed); err != nil {
		return Exact{}, err
	}
	switch {
	case d.Breakage == Proportional:
		return d.Amount.Times(Points(redeemed)).over(d.Expected), nil
	case d.Breakage == Remote && remote:
		return d.Amount, nil
	}
	return d.Amount.Times(Points(redeemed)).over(Points(d.Points)), nil
}

func (d Deferral) check(redeemed int64) error {
	switch {
	case d.Breakage == 0 || int(d.Breakage) >= len(breakageNames):
		return refuse.Param("Deferral.Breakage", d.Breakage.String(), breakageNames.Allowed())
	case d.Amount.Sign() < 0:
		return refuse.Param("Deferral.Amount", d.Amount.String(), "0 or more")
	case d.Points < 1:
		return refuse.Param("Deferral.Points", fmt.Sprint(d.Points), "1 or more")
	case redeemed < 0 || redeemed > d.Points:
		return refuse.Param("redeemed", fmt.Sprint(redeemed), fmt.Sprintf("0 to %d", d.Points))
	case d.Breakage != Proportional:
		return nil
	case d.Expected.Sign() <= 0 || d.Expected.Cmp(Points(d.Points)) > 0:
		return refuse.Param("Deferral.Expected", d.Expected.String(), fmt.Sprintf("above 0, at most %d", d.Points))
	case d.Expected.Cmp(Points(redeemed)) < 0:
		return refuse.Param("redeemed", fmt.Sprint(redeemed), "at most the expected total, "+d.Expected.String())
	}
	return nil
}
