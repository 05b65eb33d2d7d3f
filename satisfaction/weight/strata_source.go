package weight

import (
	"fmt"
	"math"
)

func (p *pooled) counts() []int64 { return p.all.counts() }

func (p *pooled) constants() []bool { return p.all.constants() }

func (p *pooled) spans(scaling Scaling) (Scaling, []float64, error) { return p.all.spans(scaling) }

func (p *pooled) removals(live []bool) ([]float64, error) { return p.all.removals(live) }

func (p *pooled) effective() []float64 {
	out := make([]float64, p.all.Items)
	for i := range out {
		a := i*p.all.Items + i
		out[i] = kish(p.weight[a], p.weight2[a])
	}
	return out
}

// covariance returns that of a pair, with the divisor Σw - Σw²/Σw.
func (p *pooled) covariance(i, j int) float64 {
	a, b := i*p.all.Items+j, j*p.all.Items+i
	w := p.weight[a]
	return (p.cross[a] - float64(p.totals[a]*p.totals[b])/w) / (w - p.weight2[a]/w)
}

func (p *pooled) deviations() []float64 {
	out := make([]float64, p.all.Items)
	for i, constant := range p.constants() {
		if !constant {
			out[i] = math.Sqrt(max(0, p.covariance(i, i)))
		}
	}
	return out
}

// correlations returns Pearson's correlations of all items that vary.
func (p *pooled) correlations(ranks bool) ([]float64, Correlation, error) {
	plain, name, err := p.all.correlations(ranks) // refuses what cannot be, and shows which pairs do not vary
	if err != nil {
		return nil, 0, err
	}
	n, deviation := p.all.Items, p.deviations()
	for i, j := range pairs(n) {
		if deviation[i] == 0 || deviation[j] == 0 {
			continue
		}
		if err := checkEffective(fmt.Sprintf("Sums.N of items %d and %d", i, j), p.weight[i*n+j], p.weight2[i*n+j]); err != nil {
			return nil, 0, err
		}
		r := p.covariance(i, j) / (deviation[i] * deviation[j])
		if name == PearsonBoth {
			r = p.both(i, j)
		}
		plain[i*n+j], plain[j*n+i] = r, r
	}
	return plain, name, nil
}

// both returns the correlation over the guests who answered both items.
func (p *pooled) both(i, j int) float64 {
	a, b := i*p.all.Items+j, j*p.all.Items+i
	w := p.weight[a]
	xx := p.squares[a] - float64(p.totals[a]*p.totals[a])/w
	yy := p.squares[b] - float64(p.totals[b]*p.totals[b])/w
	return (p.cross[a] - float64(p.totals[a]*p.totals[b])/w) / (math.Sqrt(xx) * math.Sqrt(yy))
}

// entropies returns 1 - e of each item, a guest of weight w counting as w guests.
func (p *pooled) entropies(shift float64) ([]float64, error) {
	if _, err := p.all.entropies(shift); err != nil { // names the value that it cannot take
		return nil, err
	}
	out := make([]float64, p.all.Items)
	for i, list := range p.frequencies {
		guests := p.weight[i*p.all.Items+i]
		if err := checkGuests(guests); err != nil {
			return nil, err
		}
		sum, h := 0.0, 0.0
		for _, s := range list {
			sum += float64(s.weight * (float64(s.value) + shift))
		}
		for _, s := range list {
			if q := (float64(s.value) + shift) / sum; q > 0 {
				h -= float64(s.weight * float64(q*math.Log(q)))
			}
		}
		out[i] = max(0, 1-h/math.Log(guests))
	}
	return out, nil
}

// gaps returns the mean distance of pairs of answers, see [Sums.gaps].
func (p *pooled) gaps() ([]float64, error) {
	if err := p.all.needFrequencies("deviation-maximum"); err != nil {
		return nil, err
	}
	out := make([]float64, p.all.Items)
	for i, list := range p.frequencies {
		a := i*p.all.Items + i
		before, sum := 0.0, 0.0
		for _, s := range list {
			above := float64(s.value-p.all.Ends[i][0]) * s.weight
			sum += float64(above * (2*before + s.weight - p.weight[a]))
			before += s.weight
		}
		out[i] = sum / ((float64(p.weight[a]*p.weight[a]) - p.weight2[a]) / 2)
	}
	return out, nil
}
