package valuation

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/shopspring/decimal"
)

// Indicator is one of the six signs by which the potential of a guest is judged. The zero value is unset.
type Indicator uint8

// The indicators. The numbers that a [Scale] sees are in brackets.
const (
	Motive        Indicator = iota + 1 // why the guest stays (the motive's rank)
	Industry                           // where the guest works (the industry's rank)
	Income                             // whether the guest can take up a service (the amount)
	IncomeToSpend                      // how much more the guest could spend (income over spend; unknown for a spend of 0 or less)
	Credit                             // credit standing (as the hotel measures it)
	Satisfaction                       // satisfaction (as the hotel measures it)
)

var indicatorNames = enum.Names{"", "motive", "industry", "income", "income-to-spend", "credit", "satisfaction"}

// String returns the name, "unset" for the zero value.
func (i Indicator) String() string { return indicatorNames.String(uint8(i)) }

// ParseIndicator returns the indicator named by text, as [Indicator.String] writes it.
//
// Errors: a [*hotelcrm.ParamError] that lists the names.
func ParseIndicator(text string) (Indicator, error) {
	return choice.Parse[Indicator](indicatorNames, "indicator", text)
}

// MarshalText returns the name, empty for the zero value.
func (i Indicator) MarshalText() ([]byte, error) {
	return choice.Marshal(indicatorNames, "indicator", i)
}

// UnmarshalText reads a name; the empty text is the zero value.
func (i *Indicator) UnmarshalText(text []byte) error {
	return choice.Unmarshal(indicatorNames, "indicator", text, i)
}

// Profile is what is known of a guest beyond the stays. What is not known is left out: the empty text, or a number that
// is not valid.
type Profile struct {
	Motive   string `json:"motive,omitempty"`
	Industry string `json:"industry,omitempty"`

	Income       decimal.NullDecimal `json:"income"`
	Spend        decimal.NullDecimal `json:"spend"` // at the hotel, in the same time as Income
	Credit       decimal.NullDecimal `json:"credit"`
	Satisfaction decimal.NullDecimal `json:"satisfaction"`
}

func (p *Profile) check() error {
	for _, n := range []struct {
		name   string
		number decimal.NullDecimal
	}{{"income", p.Income}, {"spend", p.Spend}, {"credit", p.Credit}, {"satisfaction", p.Satisfaction}} {
		if err := checkDecimal(n.name, n.number.Decimal); n.number.Valid && err != nil {
			return err
		}
	}
	return nil
}

// Scale turns the number of an indicator into a score by steps: Scores[k] where k cuts are at most the number. A number
// equal to a cut is on the step above it. Ranks count from 1, so that their scores usually fall.
type Scale struct {
	Cuts   []decimal.Decimal `json:"cuts"`   // rising
	Scores []Score           `json:"scores"` // one more than there are cuts
}

func (s *Scale) check(param string) error {
	if len(s.Scores) != len(s.Cuts)+1 {
		return refuse.Param(param+".Scores", fmt.Sprint(len(s.Scores)), "one more than there are cuts")
	}
	for i, cut := range s.Cuts {
		name := fmt.Sprintf("%s.Cuts[%d]", param, i)
		if err := checkDecimal(name, cut); err != nil {
			return err
		}
		if i > 0 && !cut.GreaterThan(s.Cuts[i-1]) {
			return refuse.Param(name, cut.String(), "above the cut before it, "+s.Cuts[i-1].String())
		}
	}
	for i, score := range s.Scores {
		if score < 0 || score > maxScore {
			return refuse.Param(fmt.Sprintf("%s.Scores[%d]", param, i), score.String(), "0 to 1000")
		}
	}
	return nil
}
