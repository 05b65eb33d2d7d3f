package btyd

import (
	"fmt"
	"math"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// columns are cells as a likelihood reads them, with times divided by the scale.
type columns struct {
	x      []int
	tx, t  []float64
	guests []float64
}

func (c *columns) rows() int { return len(c.x) }

// roughRows is how many rows tell about where the maximum is.
const roughRows = 300

// some returns n of the rows, spread evenly, or all if there are no more than twice as many.
func (c *columns) some(n int) *columns {
	if c.rows() < 2*n {
		return c
	}
	out := &columns{}
	step := c.rows() / n
	for i := range n {
		k := i*step + i*7919%step // in no rhythm of the data
		out.x, out.tx, out.t = append(out.x, c.x[k]), append(out.tx, c.tx[k]), append(out.t, c.t[k])
		out.guests = append(out.guests, c.guests[k])
	}
	return out
}

// on sets the likelihood of columns.
func (p *problem) on(c *columns, of func(*columns) likelihood) {
	p.likelihood = of(c)
	if c.rows() >= 2*roughRows {
		p.rough = of(c.some(roughRows))
	}
}

// scaled returns the columns of cells and the problem of a fit, without names, likelihood and starts.
//
// Errors: a [*hotelcrm.ParamError] for no cells or workers out of range; a [*FitError] where no guest came back.
func scaled(model string, cells *Cells, workers int) (*columns, *problem, error) {
	if err := checkWorkers(workers); err != nil {
		return nil, nil, err
	}
	switch {
	case cells == nil || cells.Len() == 0:
		return nil, nil, refuse.Param("cells", "none", "one guest or more")
	case cells.maxX() == 0:
		return nil, nil, &FitError{model, WarnNoRepeats, "no guest came back, so there is no rate to estimate"}
	}
	p := &problem{model: model, unit: cells.unit, scale: cells.meanT(), guests: cells.guests, workers: workers}
	p.offset = -cells.Repeats() * math.Log(p.scale)
	n := cells.Len()
	out := &columns{make([]int, n), make([]float64, n), make([]float64, n), make([]float64, n)}
	for i, c := range cells.list {
		out.x[i], out.tx[i], out.t[i], out.guests[i] = c.X, c.Tx/p.scale, c.T/p.scale, float64(c.Guests)
	}
	return out, p, nil
}

// startRate returns r and alpha, in scaled time, of the moments of the visits: mean r/alpha and variance mean·(1+1/alpha).
func (c *columns) startRate() (r, alpha float64) {
	var guests, visits, squares float64
	for i, x := range c.x {
		guests += c.guests[i]
		visits += float64(c.guests[i] * float64(x))
		squares += float64(c.guests[i] * float64(x) * float64(x))
	}
	mean := visits / guests
	excess := max(squares/guests-float64(mean*mean)-mean, 0.05*mean)
	r = min(max(float64(mean*mean)/excess, 0.01), 100)
	return r, r / mean
}

func (p *problem) warning(code hotelcrm.WarningCode, format string, args ...any) hotelcrm.Warning {
	return hotelcrm.Warning{Code: code, Text: fmt.Sprintf(format, args...), N: int(p.guests)}
}

// huge is the value of a parameter, in scaled time, that stands for infinity; tiny that for zero.
const (
	huge = 1e4
	tiny = 1e-4
)
