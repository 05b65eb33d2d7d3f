package record

import (
	"encoding/json"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/basis"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/numeral"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/reckon"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/shopspring/decimal"
)

// Valuation is what summary.json says of the values of the guests. What is not known is null.
type Valuation struct {
	Cost       Cost                   `json:"cost"`
	Convention valuation.Convention   `json:"convention"`
	Pace       valuation.Pace         `json:"pace"`
	Values     map[string]Column      `json:"values"`
	Bins       []Bin                  `json:"distribution"` // of the current values; null with a matrix
	Profiles   *Profiles              `json:"profiles"`
	Card       *valuation.Scorecard   `json:"scorecard"`
	Uplift     *valuation.Uplift      `json:"uplift"`
	Matrix     *Matrix                `json:"matrix"`
	Returns    *Returns               `json:"returns"`
	Equity     *Equity                `json:"customerEquity"`
	Reasons    []hotelcrm.WarningCode `json:"notKnown"` // the codes of the warnings that say why something is null
}

// Cost is the input cost of the house.
type Cost struct {
	Total  string `json:"total"`
	Stated bool   `json:"stated"`
	Mean   string `json:"mean"` // of a guest
}

// Column is one value of all guests together.
type Column struct {
	Definition string `json:"definition"`
	Guests     int    `json:"guests"` // whose value is known
	Sum        string `json:"sum"`
}

// Bin is the guests whose current value lies between two bounds.
type Bin struct {
	From   *string `json:"from"`
	To     *string `json:"to"` // not in it
	Guests int     `json:"guests"`
	Sum    string  `json:"sum"`
}

// Profiles is what was read of guests beyond their stays.
type Profiles struct {
	File    string           `json:"file"`
	Rows    int64            `json:"rows"`
	Used    int              `json:"used"`
	Skipped map[string]int64 `json:"skipped"`
	SHA256  string           `json:"sha256,omitempty"`
	Known   int              `json:"scores"` // guests whose potential is known
}

// Matrix is the guests by current value and potential.
type Matrix struct {
	Setup valuation.MatrixSetup `json:"setup"`
	Cuts  MatrixCuts            `json:"cuts"`
	Cells []MatrixCell          `json:"cells"`
}

// MatrixCuts is where high begins.
type MatrixCuts struct {
	Current   string `json:"current"`
	Potential string `json:"potential"`
}

// MatrixCell is the guests of one cell of the matrix.
type MatrixCell struct {
	Cell        valuation.ValueClass `json:"cell"` // empty: not classed
	Guests      int                  `json:"guests"`
	GuestRate   json.Number          `json:"guestRate"`
	Revenue     string               `json:"revenue"`
	Current     string               `json:"current"`
	Incremental *string              `json:"incremental"`
}

func (r *recorder) valuationJSON() *Valuation {
	w, setup := r.Worth, r.Worth.Current.Setup()
	mean, _ := w.Historic.Basis().Mean(basis.HalfEven(r.Places)) // cannot fail: the values were made with both
	out := &Valuation{
		Cost:       Cost{Total: prose.Money(r.Worth.Terms.Cost, r.Places), Stated: !r.Worth.Terms.NoCost, Mean: prose.Money(mean, r.Places)},
		Convention: setup.Convention, Pace: setup.Pace, Values: r.columnsJSON(), Profiles: r.profilesJSON(), Card: w.Card,
		Returns: r.returnsJSON(), Equity: r.equityJSON(), Reasons: []hotelcrm.WarningCode{},
	}
	for _, one := range r.Warnings {
		switch one.Code {
		case reckon.WarnNoCost, reckon.WarnNoProfiles, reckon.WarnNoVisits, reckon.WarnNoRetention, valuation.WarnUnknownFirst, valuation.WarnNotClassed:
			out.Reasons = append(out.Reasons, one.Code)
		}
	}
	for _, bin := range w.Bins {
		out.Bins = append(out.Bins, Bin{From: r.bound(bin.From), To: r.bound(bin.To), Guests: bin.Guests, Sum: prose.Money(bin.Sum, r.Places)})
	}
	if w.Matrix != nil {
		uplift := w.Incremental.Uplift()
		out.Uplift, out.Matrix = &uplift, r.matrixJSON()
	}
	return out
}

func (r *recorder) bound(d decimal.NullDecimal) *string {
	if !d.Valid {
		return nil
	}
	return new(prose.Money(d.Decimal, r.Places))
}

func (r *recorder) columnsJSON() map[string]Column {
	t := r.Worth.Totals
	out := map[string]Column{
		"historic": {valuation.HistoricDefinition, r.Totals.Guests, prose.Money(t.Historic, r.Places)},
		"current":  {valuation.CurrentDefinition, t.KnownCurrent, prose.Money(t.Current, r.Places)},
	}
	if r.Worth.Matrix != nil {
		out["incremental"] = Column{valuation.IncrementalDefinition, t.KnownIncremental, prose.Money(t.Incremental, r.Places)}
		out["lifetime"] = Column{"CLV = CHV + CCV + CPV, where all three are known", t.KnownLifetime, prose.Money(t.Lifetime, r.Places)}
	}
	return out
}

func (r *recorder) profilesJSON() *Profiles {
	p := r.Data.Profiles
	if p == nil {
		return nil
	}
	out := &Profiles{File: p.Source, Rows: p.Rows, Used: len(p.Lines), Skipped: p.Skipped(), SHA256: p.Hash}
	if r.Worth.Potential != nil {
		out.Known = r.Worth.Potential.Len() - r.Worth.Potential.Unknown()
	}
	return out
}

func (r *recorder) matrixJSON() *Matrix {
	m := r.Worth.Matrix
	current, potential := m.Cuts()
	out := &Matrix{Setup: m.Setup(), Cuts: MatrixCuts{prose.Money(current, r.Places), potential.String()}}
	for _, c := range r.Worth.Cells {
		one := MatrixCell{
			Cell: c.Class, Guests: c.Guests, GuestRate: json.Number(c.GuestShare.StringFixed(numeral.RateDigits)),
			Revenue: prose.Money(c.Revenue, r.Places), Current: prose.Money(c.Current, r.Places),
		}
		if !c.Unknown {
			one.Incremental = new(prose.Money(c.Incremental, r.Places))
		}
		out.Cells = append(out.Cells, one)
	}
	return out
}
