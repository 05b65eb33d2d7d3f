package desk

import (
	"errors"

	"github.com/hotelcrm/hotelcrm/valuation/btyd"
)

// fit fits the model of visits and that of spend. What the data does not tell is no error: the model then says why.
func fit(a *all) (*Model, error) {
	v := a.visits
	out := &Model{Rate: discountRate, Watch: btyd.Watch{First: v.AsOf(), Last: v.AsOf()}}
	for _, day := range v.Arrival() {
		out.Watch.First = min(out.Watch.First, day)
	}
	split, err := btyd.SplitOf(unit, v.Offsets(), v.Arrival(), out.Watch)
	if err != nil {
		return nil, err
	}
	cells, err := split.Cells()
	if err != nil {
		return nil, err
	}
	visits, err := btyd.FitNamed(btyd.MBGNBD{}.Name(), cells, 1)
	if out.None, err = why(err, visits.Report.Covariance == nil || visits.Report.Warned(btyd.WarnNotConverged)); err != nil || out.None != "" {
		return out, err
	}
	out.Fit = &visits
	return out, out.fitSpend(a, split)
}

func (m *Model) fitSpend(a *all, split *btyd.Split) error {
	list := make([]btyd.Spend, len(split.Guests))
	for i, guest := range split.Guests {
		s := a.summaries.At(guest)
		list[i] = spendOf(split.Histories[i], &s)
	}
	spends, err := btyd.NewSpends(list)
	if err != nil {
		return err
	}
	spend, err := btyd.FitGammaGamma(spends, 1)
	if m.None, err = why(err, spend.Report.Covariance == nil); err == nil && m.None == "" {
		m.Spend = &spend
	}
	return err
}

// why tells data that cannot be fitted from an error.
func why(err error, noErrors bool) (string, error) {
	if failed, ok := errors.AsType[*btyd.FitError](err); ok {
		return failed.Text, nil
	}
	if err == nil && noErrors {
		return "the fit has no standard errors", nil
	}
	return "", err
}
