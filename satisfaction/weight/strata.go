package weight

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Stratum is the sums of one cell of respondents, and what each of them counts.
type Stratum struct {
	Sums   *Sums
	Weight float64 // 0, or within [1e-50, 1e50]
}

// Strata are the cells of a survey whose respondents were weighted, such as by post-stratification or raking, so that
// they stand for all guests.
type Strata []Stratum

// Weigh returns the weights that a method finds in the answers of all cells together, each guest counting what the cell
// says.
//
// Input: cells of the same items and ends, at least one; all with Squares and Frequencies, or none. A cell may be empty;
// of each item, and for CRITIC and the principal components of each pair, there are at least 2 answers in effect.
// Result: as for [Sums.Weigh] where all cells weigh the same, but for the last digits. Deviations have the divisor
// Σw - Σw²/Σw; on complete answers a guest of weight 2 gives the same weights as two guests. For Entropy the weights are
// numbers of guests, so let them average 1; for all other methods they are in any unit.
// Errors: a [*hotelcrm.ParamError] that names the cell; else as for [Sums.Weigh].
// Cost: O(cells · items²), for the principal components O(items³).
func (s Strata) Weigh(o Options) (DataWeights, error) {
	p, err := s.pool()
	if err != nil {
		return DataWeights{}, err
	}
	return weigh(p, o)
}

// pooled are the sums of all strata together, weighted.
type pooled struct {
	all                    *Sums     // unweighted, of the strata that count
	weight, weight2        []float64 // Σw and Σw² of each pair
	totals, cross, squares []float64
	frequencies            [][]mass
}

// mass is how much the guests count who gave one value.
type mass struct {
	value  int64
	weight float64
}

func (s Strata) pool() (*pooled, error) {
	if err := s.check(); err != nil {
		return nil, err
	}
	n := s[0].Sums.Items * s[0].Sums.Items
	p := &pooled{
		all: s[0].Sums.empty(), weight: make([]float64, n), weight2: make([]float64, n),
		totals: make([]float64, n), cross: make([]float64, n), squares: make([]float64, n),
		frequencies: make([][]mass, s[0].Sums.Items),
	}
	for _, one := range s {
		if one.Weight > 0 {
			p.all.add(one.Sums)
			p.add(one)
		}
	}
	if err := p.all.Validate(); err != nil {
		return nil, err
	}
	for i := range p.all.Items {
		a := i*p.all.Items + i
		if err := checkEffective(fmt.Sprintf("Sums.N of item %d", i), p.weight[a], p.weight2[a]); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// check refuses strata that do not fit each other.
func (s Strata) check() error {
	if len(s) == 0 {
		return refuse.Param("strata", "0", "at least one")
	}
	guests := int64(0)
	for k, one := range s {
		name := fmt.Sprintf("strata[%d]", k)
		if one.Sums == nil {
			return refuse.Param(name+".Sums", "missing", "sums of answers")
		}
		if err := checkRowWeight(name+".Weight", one.Weight); err != nil {
			return err
		}
		if err := one.Sums.validate(0); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		if !one.Sums.fits(s[0].Sums) {
			return refuse.Param(name+".Sums", "other items", "the items and ends of the first, with the same fields")
		}
		most := int64(0)
		for _, n := range one.Sums.N {
			most = max(most, n)
		}
		if guests += most; guests > maxGuests {
			return refuse.Param(name+".Sums.N", fmt.Sprint(guests), "at most 1e10 answers in all")
		}
	}
	return nil
}

// add adds the weighted sums of one stratum.
func (p *pooled) add(s Stratum) {
	for a, count := range s.Sums.N {
		n := float64(count)
		p.weight[a] += float64(s.Weight * n)
		p.weight2[a] += float64(float64(s.Weight*s.Weight) * n)
		p.totals[a] += float64(s.Weight * float64(s.Sums.Totals[a]))
		p.cross[a] += float64(s.Weight * float64(s.Sums.Cross[a]))
		if s.Sums.Squares != nil {
			p.squares[a] += float64(s.Weight * float64(s.Sums.Squares[a]))
		}
	}
	for i, list := range s.Sums.Frequencies {
		p.frequencies[i] = withMasses(p.frequencies[i], list, s.Weight)
	}
}
