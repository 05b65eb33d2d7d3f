package valuation

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/plural"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/internal/strict"
	"github.com/shopspring/decimal"
)

// Version is the version of the JSON form of [Ranks] and [Scorecard].
const Version = 1

// Ranked is a stay motive or an industry with what its guests bring together.
type Ranked struct {
	Name    string          `json:"name"`
	Current decimal.Decimal `json:"current"` // the sum of their current values
	Guests  int             `json:"guests"`
}

// Ranks are stay motives and industries, each from the one that brings most to the one that brings least. They are a
// value: kept as JSON, they rank next month's guests as they did last month's.
type Ranks struct {
	Version    int           `json:"version"`
	Currency   string        `json:"currency"`
	AsOf       hotelcrm.Date `json:"asOf"`
	Pace       Pace          `json:"pace"`
	Convention Convention    `json:"convention"`
	Motives    []Ranked      `json:"motives"`
	Industries []Ranked      `json:"industries"`
}

// RanksOf returns the stay motives and the industries ranked by the sum of the current values of their guests.
//
// Input: one text per guest in the order of the summaries, "" where it is not known. Guests without a current value
// count for nothing. Equal sums are ranked by name (byte order).
// Errors: a [*hotelcrm.ParamError] for a column of another length.
// Cost: O(n).
// Source: Gong (2009), section 3.3.2.
func RanksOf(c *Current, motives, industries []string) (Ranks, error) {
	if c == nil {
		return Ranks{}, refuse.Param("current", "nil", "current values")
	}
	summaries := c.historic.summaries
	out := Ranks{
		Version: Version, Currency: summaries.Currency(), AsOf: summaries.AsOf(), Pace: c.setup.Pace, Convention: c.setup.Convention,
	}
	var err error
	if out.Motives, err = rank(c, "motives", motives); err != nil {
		return Ranks{}, err
	}
	out.Industries, err = rank(c, "industries", industries)
	return out, err
}

func rank(c *Current, param string, names []string) ([]Ranked, error) {
	if len(names) != c.Len() {
		return nil, refuse.Param(param, plural.Of(len(names), "row", "rows"), "one for each of "+plural.Of(c.Len(), "guest", "guests"))
	}
	index := map[string]int{}
	var sums []hotelcrm.Sum
	var out []Ranked
	for i, name := range names {
		if name == "" || !c.Known(i) {
			continue
		}
		k, seen := index[name]
		if !seen {
			k = len(out)
			index[name] = k
			out, sums = append(out, Ranked{Name: name}), append(sums, hotelcrm.Sum{})
		}
		out[k].Guests++
		sums[k].Add(c.values.At(i))
	}
	for k := range out {
		out[k].Current = sums[k].Decimal()
	}
	slices.SortFunc(out, func(a, b Ranked) int {
		return cmp.Or(b.Current.Cmp(a.Current), strings.Compare(a.Name, b.Name))
	})
	return out, nil
}

// Validate returns a [*hotelcrm.ParamError] for a name that is empty or comes twice, [hotelcrm.ErrVersion] for a newer
// form, else nil.
func (r Ranks) Validate() error {
	if err := strict.Version("Ranks.Version", r.Version, Version); err != nil {
		return err
	}
	if err := checkNames("Ranks.Motives", r.Motives); err != nil {
		return err
	}
	return checkNames("Ranks.Industries", r.Industries)
}

func checkNames(param string, list []Ranked) error {
	seen := map[string]bool{}
	for i, one := range list {
		if one.Name == "" || seen[one.Name] {
			return refuse.Param(fmt.Sprintf("%s[%d]", param, i), one.Name, "names that differ")
		}
		seen[one.Name] = true
	}
	return nil
}
