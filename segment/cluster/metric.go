package cluster

import (
	"math"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// ruler measures how far two rows are apart.
type ruler struct {
	*view
	metric Metric
	per    []float64 // of each number: one over the width of its range, 0 if all are equal
	apart  float64   // rows that share nothing known
}

func (d *Data) ruler(param string, metric Metric) (*ruler, error) {
	if metric == 0 {
		metric = Euclidean
		if !d.Numeric() {
			metric = Gower
		}
	}
	switch {
	case int(metric) >= len(metricNames):
		return nil, refuse.Param(param, metric.String(), "one of "+metricNames.Allowed())
	case metric == Euclidean && !d.Numeric():
		return nil, refuse.Param(param, metric.String(), "gower for data with levels")
	}
	r := &ruler{view: &d.rows, metric: metric, apart: 1, per: make([]float64, len(d.numbers))}
	widths := 0.0
	for j, col := range d.numbers {
		width := col.high - col.low
		widths += float64(width * width)
		if width > 0 {
			r.per[j] = 1 / width
		}
	}
	if metric == Euclidean {
		r.apart = math.Sqrt(widths)
	}
	return r, nil
}

// between returns the distance of two rows. It is the same both ways.
func (r *ruler) between(a, b int) float64 {
	if r.metric == Gower {
		return r.gower(a, b)
	}
	sum := 0.0
	x, y := r.number(a), r.number(b)
	if !r.gaps {
		for j := range x {
			d := x[j] - y[j]
			sum += float64(d * d)
		}
		return math.Sqrt(sum)
	}
	known := 0
	for j := range x {
		if d := x[j] - y[j]; d == d {
			sum += float64(d * d)
			known++
		}
	}
	if known == 0 {
		return r.apart
	}
	return math.Sqrt(sum * float64(len(x)) / float64(known))
}

func (r *ruler) gower(a, b int) float64 {
	sum, known := 0.0, 0
	x, y := r.number(a), r.number(b)
	for j := range x {
		if d := math.Abs(x[j] - y[j]); d == d {
			sum += float64(d * r.per[j])
			known++
		}
	}
	p, q := r.code(a), r.code(b)
	for j := range p {
		if p[j] == 0 || q[j] == 0 {
			continue
		}
		known++
		if p[j] != q[j] {
			sum++
		}
	}
	if known == 0 {
		return r.apart
	}
	return sum / float64(known)
}
