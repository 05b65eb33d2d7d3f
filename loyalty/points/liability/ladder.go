package liability

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/plural"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Row is one vintage of a triangle: what was issued, and the redemptions to date at each full age, cumulative. Younger
// vintages have fewer ages.
type Row struct {
	Vintage    hotelcrm.Date `json:"vintage"` // first day of the vintage
	Issued     int64         `json:"issued"`
	Cumulative []int64       `json:"cumulative"`
}

// Ladder is the outcome of [ChainLadder], vintage by vintage in the order of the rows.
type Ladder struct {
	Factors   []Exact            `json:"factors"`   // from each age to the next
	Ultimates []Exact            `json:"ultimates"` // points that will have been redeemed in the end
	Rates     []Exact            `json:"rates"`     // ultimate redemption rate, per one
	Remaining []Exact            `json:"remaining"` // still to be redeemed
	Total     Exact              `json:"total"`     // sum of Remaining
	Warnings  []hotelcrm.Warning `json:"warnings,omitempty"`
}

// WarnAboveIssued says that more points of a vintage are expected to be redeemed than were issued.
const WarnAboveIssued hotelcrm.WarningCode = "redemption-above-issued"

// ChainLadder estimates how many points of each vintage will be redeemed in the end.
//
//	factor(j)   = Σ cumulative(i, j+1) / Σ cumulative(i, j)     over the vintages i that have reached age j+1
//	ultimate(i) = latest cumulative(i) · factors from its age on · tail
//
// Input: rows with the oldest vintage first, each with one age or more and no more than the row before; cumulative numbers
// 0 or more, issued 1 or more. Tail above 0, 1 where the oldest age is the last.
// Errors: a [*hotelcrm.ParamError] for other input, and where the vintages that reach an age had redeemed nothing before.
// Source: Gault, Llaguno, Ménard, Casualty Actuarial Society; the method is that of claims triangles.
func ChainLadder(rows []Row, tail Exact) (Ladder, error) {
	if err := checkRows(rows, tail); err != nil {
		return Ladder{}, err
	}
	l := Ladder{Factors: make([]Exact, 0, len(rows[0].Cumulative)-1)}
	for age := range len(rows[0].Cumulative) - 1 {
		var from, to Exact
		for _, r := range rows {
			if len(r.Cumulative) > age+1 {
				from, to = from.Plus(Points(r.Cumulative[age])), to.Plus(Points(r.Cumulative[age+1]))
			}
		}
		if from.Sign() == 0 {
			return Ladder{}, refuse.Param("rows", fmt.Sprintf("nothing redeemed at age %d", age+1), "redemptions at every age but the last")
		}
		l.Factors = append(l.Factors, to.over(from))
	}
	above := 0
	for _, r := range rows {
		ultimate := Points(r.Cumulative[len(r.Cumulative)-1]).Times(tail)
		for _, f := range l.Factors[len(r.Cumulative)-1:] {
			ultimate = ultimate.Times(f)
		}
		remaining := ultimate.Minus(Points(r.Cumulative[len(r.Cumulative)-1]))
		l.Ultimates, l.Remaining = append(l.Ultimates, ultimate), append(l.Remaining, remaining)
		l.Rates = append(l.Rates, ultimate.over(Points(r.Issued)))
		l.Total = l.Total.Plus(remaining)
		if ultimate.Cmp(Points(r.Issued)) > 0 {
			above++
		}
	}
	if above > 0 {
		l.Warnings = []hotelcrm.Warning{{Code: WarnAboveIssued, Text: "vintages with more redemptions expected than points issued", N: above}}
	}
	return l, nil
}

func checkRows(rows []Row, tail Exact) error {
	if len(rows) == 0 {
		return refuse.Param("rows", "none", "at least one")
	}
	if tail.Sign() <= 0 {
		return refuse.Param("tail", tail.String(), "above 0")
	}
	for i, r := range rows {
		field := fmt.Sprintf("rows[%d]", i)
		if n := len(r.Cumulative); n == 0 || i > 0 && n > len(rows[i-1].Cumulative) {
			return refuse.Param(field+".Cumulative", plural.Of(n, "age", "ages"), "one or more, and no more than the vintage before")
		}
		if r.Issued < 1 {
			return refuse.Param(field+".Issued", fmt.Sprint(r.Issued), "1 or more")
		}
		for _, n := range r.Cumulative {
			if n < 0 {
				return refuse.Param(field+".Cumulative", fmt.Sprint(n), "0 or more")
			}
		}
	}
	return nil
}
