package cluster

import (
	"fmt"
	"math"
	"math/rand/v2"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// GapSettings say how [Gap] is taken. MaxK must be set; the zero values of the others are the defaults.
type GapSettings struct {
	MaxK       int    `json:"maxK"`                 // groups from 1 to MaxK; 2 to 100, and below the number of different rows
	References int    `json:"references,omitempty"` // tables without groups to compare with; 2 to 1000; 0: 20
	Limit      int    `json:"limit,omitempty"`      // different rows above which a sample of as many is taken; 100 to 100000; 0: 2000
	Seed       uint64 `json:"seed,omitempty"`       // of the references, the sample and the starts
	Starts     int    `json:"starts,omitempty"`     // as of [Settings]
	Workers    int    `json:"-"`                    // goroutines; 0: 1; never changes the result
}

// Gaps are the figures for 1, 2, ... groups and the number of groups that they speak for.
type Gaps struct {
	K      int        `json:"k"` // the least k with gap(k) ≥ gap(k+1) - error(k+1); MaxK if there is none
	Rows   int        `json:"rows"`
	Of     int        `json:"of"` // different rows; more than Rows if a sample was taken
	Points []GapPoint `json:"points"`
}

// GapPoint is the figures for k groups.
type GapPoint struct {
	K         int     `json:"k"`
	Within    float64 `json:"within"`    // squared scaled distances from the means
	Log       float64 `json:"log"`       // its natural logarithm
	Reference float64 `json:"reference"` // mean logarithm of the tables without groups
	Gap       float64 `json:"gap"`       // Reference - Log
	Error     float64 `json:"error"`     // standard deviation of the references times √(1 + 1/References)
}

// Gap returns how much denser groups of the data are than groups of guests strewn evenly over the same range, for 1 to MaxK
// groups. Unlike most figures it can speak for one group: none at all.
//
// Input: data of numbers only, without missing values.
// Errors: a [*hotelcrm.ParamError] for settings out of range or data that does not fit.
// Cost: that of (References + 1) · MaxK searches by [KMeans].
// Source: R. Tibshirani, G. Walther and T. Hastie (2001), Estimating the number of clusters in a data set via the gap
// statistic, Journal of the Royal Statistical Society B 63(2), reference (a).
func Gap(d *Data, s GapSettings) (*Gaps, error) {
	s.References, s.Limit, s.Workers = orDefault(s.References, 20), orDefault(s.Limit, 2000), orDefault(s.Workers, 1)
	if err := s.validate(d); err != nil {
		return nil, err
	}
	search, err := Settings{K: s.MaxK, Seed: s.Seed, Starts: s.Starts, Workers: s.Workers, Sample: max(s.Limit, s.MaxK)}.resolved(d, "GapSettings")
	if err != nil {
		return nil, err
	}
	rows := d.rows
	if rows.n > s.Limit {
		rows = rows.sample(s.Limit, s.Seed)
	}
	logs := make([][]float64, s.References)
	for b := range logs {
		strewn := d.strew(rows.n, s.Seed, b)
		logs[b] = strewn.logs(search, s.MaxK)
	}
	out := &Gaps{Rows: rows.n, Of: d.rows.n}
	for k, log := range rows.logs(search, s.MaxK) {
		out.Points = append(out.Points, gapPoint(k, log, logs))
	}
	out.choose()
	return out, nil
}

func (s GapSettings) validate(d *Data) error {
	wrong := func(field string, n int, allowed string) error {
		return refuse.Param("GapSettings."+field, fmt.Sprint(n), allowed)
	}
	switch {
	case s.MaxK < 2 || s.MaxK > 100 || s.MaxK >= d.rows.n:
		return wrong("MaxK", s.MaxK, fmt.Sprintf("2 to 100, and below the %d different rows", d.rows.n))
	case s.References < 2 || s.References > 1000:
		return wrong("References", s.References, "2 to 1000")
	case s.Limit < 100 || s.Limit > 100_000 || s.Limit <= s.MaxK:
		return wrong("Limit", s.Limit, "100 to 100000, and above MaxK")
	case !d.Numeric():
		return refuse.Param("data", d.codes[0].id, "numbers only")
	case d.rows.gaps || d.unknown > 0:
		return refuse.Param("data", "missing values", "no missing values")
	}
	return nil
}

// logs returns the logarithms of the least cost found for 1 to most groups.
func (v *view) logs(s Settings, most int) []float64 {
	out := make([]float64, most)
	for k := range out {
		s.K = k + 1
		out[k] = math.Log(v.best(&s).cost)
	}
	return out
}

// strew returns n guests spread evenly over the range of each column.
func (d *Data) strew(n int, seed uint64, number int) view {
	random := rand.NewPCG(seed, 2*sampleStream+uint64(number))
	v := view{n: n, numbers: len(d.numbers), home: d.rows.home}
	for range n {
		for _, col := range d.numbers {
			v.x = append(v.x, col.low+float64(unit(random)*(col.high-col.low)))
		}
		v.weight = append(v.weight, 1)
	}
	return v
}

func gapPoint(k int, log float64, references [][]float64) GapPoint {
	n := float64(len(references))
	mean, squares := 0.0, 0.0
	for _, logs := range references {
		mean += logs[k] / n
	}
	for _, logs := range references {
		d := logs[k] - mean
		squares += float64(d * d)
	}
	return GapPoint{
		K: k + 1, Within: math.Exp(log), Log: log, Reference: mean, Gap: mean - log,
		Error: math.Sqrt(squares/n) * math.Sqrt(1+1/n),
	}
}

func (g *Gaps) choose() {
	g.K = len(g.Points)
	for i := range len(g.Points) - 1 {
		if next := g.Points[i+1]; g.Points[i].Gap >= next.Gap-next.Error {
			g.K = i + 1
			return
		}
	}
}
