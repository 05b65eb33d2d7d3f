package main

import (
	"encoding/json"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/basis"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/numeral"
	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/shopspring/decimal"
)

// valuationJSON is what summary.json says of the values of the guests. What is not known is null.
type valuationJSON struct {
	Cost       costJSON               `json:"cost"`
	Convention valuation.Convention   `json:"convention"`
	Pace       valuation.Pace         `json:"pace"`
	Values     map[string]columnJSON  `json:"values"`
	Bins       []binJSON              `json:"distribution"` // of the current values; null with a matrix
	Profiles   *profilesJSON          `json:"profiles"`
	Card       *valuation.Scorecard   `json:"scorecard"`
	Uplift     *valuation.Uplift      `json:"uplift"`
	Matrix     *matrixJSON            `json:"matrix"`
	Returns    *returnsJSON           `json:"returns"`
	Equity     *equityJSON            `json:"customerEquity"`
	Reasons    []hotelcrm.WarningCode `json:"notKnown"` // the codes of the warnings that say why something is null
}

type costJSON struct {
	Total  string `json:"total"`
	Stated bool   `json:"stated"`
	Mean   string `json:"mean"` // of a guest
}

type columnJSON struct {
	Definition string `json:"definition"`
	Guests     int    `json:"guests"` // whose value is known
	Sum        string `json:"sum"`
}

type binJSON struct {
	From   *string `json:"from"`
	To     *string `json:"to"` // not in it
	Guests int     `json:"guests"`
	Sum    string  `json:"sum"`
}

type profilesJSON struct {
	File    string           `json:"file"`
	Rows    int64            `json:"rows"`
	Used    int              `json:"used"`
	Skipped map[string]int64 `json:"skipped"`
	SHA256  string           `json:"sha256,omitempty"`
	Known   int              `json:"scores"` // guests whose potential is known
}

type matrixJSON struct {
	Setup valuation.MatrixSetup `json:"setup"`
	Cuts  matrixCutsJSON        `json:"cuts"`
	Cells []classJSON           `json:"cells"`
}

type matrixCutsJSON struct {
	Current   string `json:"current"`
	Potential string `json:"potential"`
}

type classJSON struct {
	Cell        valuation.ValueClass `json:"cell"` // empty: not classed
	Guests      int                  `json:"guests"`
	GuestRate   json.Number          `json:"guestRate"`
	Revenue     string               `json:"revenue"`
	Current     string               `json:"current"`
	Incremental *string              `json:"incremental"`
}

func (a *analysis) valuationJSON() *valuationJSON {
	w, setup := a.worth, a.worth.current.Setup()
	mean, _ := w.historic.Basis().Mean(basis.HalfEven(a.places)) // cannot fail: the values were made with both
	out := &valuationJSON{
		Cost:       costJSON{Total: prose.Money(a.opt.value.cost, a.places), Stated: !a.opt.value.noCost, Mean: prose.Money(mean, a.places)},
		Convention: setup.Convention, Pace: setup.Pace, Values: a.columnsJSON(), Profiles: a.profilesJSON(), Card: w.card,
		Returns: a.returnsJSON(), Equity: a.equityJSON(), Reasons: []hotelcrm.WarningCode{},
	}
	for _, one := range a.warnings {
		switch one.Code {
		case warnNoCost, warnNoProfiles, warnNoVisits, warnNoRetention, valuation.WarnUnknownFirst, valuation.WarnNotClassed:
			out.Reasons = append(out.Reasons, one.Code)
		}
	}
	for _, bin := range w.bins {
		out.Bins = append(out.Bins, binJSON{From: a.bound(bin.from), To: a.bound(bin.to), Guests: bin.guests, Sum: prose.Money(bin.sum, a.places)})
	}
	if w.matrix != nil {
		uplift := w.incremental.Uplift()
		out.Uplift, out.Matrix = &uplift, a.matrixJSON()
	}
	return out
}

func (a *analysis) bound(d decimal.NullDecimal) *string {
	if !d.Valid {
		return nil
	}
	return new(prose.Money(d.Decimal, a.places))
}

func (a *analysis) columnsJSON() map[string]columnJSON {
	t := a.worth.totals
	out := map[string]columnJSON{
		"historic": {valuation.HistoricDefinition, a.totals.guests, prose.Money(t.historic, a.places)},
		"current":  {valuation.CurrentDefinition, t.knownCurrent, prose.Money(t.current, a.places)},
	}
	if a.worth.matrix != nil {
		out["incremental"] = columnJSON{valuation.IncrementalDefinition, t.knownIncremental, prose.Money(t.incremental, a.places)}
		out["lifetime"] = columnJSON{"CLV = CHV + CCV + CPV, where all three are known", t.knownLifetime, prose.Money(t.lifetime, a.places)}
	}
	return out
}

func (a *analysis) profilesJSON() *profilesJSON {
	p := a.in.Profiles
	if p == nil {
		return nil
	}
	out := &profilesJSON{File: p.Source, Rows: p.Rows, Used: len(p.Lines), Skipped: p.Skipped(), SHA256: p.Hash}
	if a.worth.potential != nil {
		out.Known = a.worth.potential.Len() - a.worth.potential.Unknown()
	}
	return out
}

func (a *analysis) matrixJSON() *matrixJSON {
	m := a.worth.matrix
	current, potential := m.Cuts()
	out := &matrixJSON{Setup: m.Setup(), Cuts: matrixCutsJSON{prose.Money(current, a.places), potential.String()}}
	for _, c := range a.worth.classes {
		one := classJSON{
			Cell: c.Class, Guests: c.Guests, GuestRate: json.Number(c.GuestShare.StringFixed(numeral.RateDigits)),
			Revenue: prose.Money(c.revenue, a.places), Current: prose.Money(c.Current, a.places),
		}
		if !c.unknown {
			one.Incremental = new(prose.Money(c.incremental, a.places))
		}
		out.Cells = append(out.Cells, one)
	}
	return out
}
