package tree

import (
	"fmt"
	"math"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// loss is what errors cost, and how priors and costs weigh the guests of each class.
//
// Priors multiply the weight of class i by its share outside the table over its share in the table. Costs multiply it by
// the sum of what errors about class i cost: the altered priors of Breiman et al. (1984, section 4.4), exact for two
// classes. Leaves take the class of least expected cost, which is exact for any number.
type loss struct {
	factor  []float64   // on the weight of each class; nil: 1
	altered []float64   // the part of factor that comes from costs, which leaves take out again
	costs   [][]float64 // nil: 1 for each error
	near    int64       // in weight units: classes whose weights differ by no more are equal
}

// check refuses priors and costs that do not fit the classes.
func (s *Settings) check(classes int) error {
	if s.Priors != nil && len(s.Priors) != classes {
		return refuse.Param("Settings.Priors", fmt.Sprint(len(s.Priors)), fmt.Sprintf("%d, one for each class", classes))
	}
	for i, p := range s.Priors {
		if !(p >= 1e-6 && p <= 1e6) {
			return refuse.Param(fmt.Sprintf("Settings.Priors[%d]", i), fmt.Sprint(p), "0.000001 to 1000000")
		}
	}
	if s.Costs == nil {
		return nil
	}
	if len(s.Costs) != classes {
		return refuse.Param("Settings.Costs", fmt.Sprint(len(s.Costs)), fmt.Sprintf("%d rows, one for each class", classes))
	}
	for i, row := range s.Costs {
		if err := checkCosts(i, row, classes); err != nil {
			return err
		}
	}
	return nil
}

func checkCosts(i int, row []float64, classes int) error {
	name := fmt.Sprintf("Settings.Costs[%d]", i)
	if len(row) != classes {
		return refuse.Param(name, fmt.Sprint(len(row)), fmt.Sprintf("%d, one for each class", classes))
	}
	most := 0.0
	for j, cost := range row {
		if !(cost >= 0 && cost <= 1e6) || i == j && cost != 0 {
			return refuse.Param(fmt.Sprintf("%s[%d]", name, j), fmt.Sprint(cost), "0 to 1000000, and 0 for the right class")
		}
		most = max(most, cost)
	}
	if most < 1e-6 {
		return refuse.Param(name, "all 0", "a cost of at least 0.000001 for some error")
	}
	return nil
}

func newLoss(b *Binned, s Settings) *loss {
	l := &loss{costs: s.Costs}
	if s.Priors == nil && s.Costs == nil {
		return l
	}
	counts := make([]int64, len(b.class.Levels))
	for i, c := range b.labels {
		counts[c] += b.weight(i)
	}
	total := float64(sum(counts))
	l.altered = alteredBy(s.Costs, len(counts))
	l.factor = make([]float64, len(counts))
	priors := 0.0
	for c := range counts {
		if s.Priors != nil && counts[c] > 0 {
			priors += s.Priors[c]
		}
	}
	weight := 0.0
	for c, n := range counts {
		l.factor[c] = l.altered[c]
		if s.Priors != nil && n > 0 {
			l.factor[c] *= s.Priors[c] / priors / (float64(n) / total)
		}
		weight += l.factor[c] * float64(n)
	}
	for c := range l.factor { // the weight of all guests stays what it was
		l.factor[c] *= total / weight
	}
	return l
}

// alteredBy returns the sum of the costs of each class, 1 for all without costs.
func alteredBy(costs [][]float64, classes int) []float64 {
	out := make([]float64, classes)
	for i := range out {
		out[i] = 1
		if costs != nil {
			out[i] = 0
			for _, cost := range costs[i] {
				out[i] += cost
			}
		}
	}
	return out
}

func (l *loss) weight(weight int64, class int) int64 {
	if l.factor == nil {
		return weight
	}
	return max(1, int64(math.Round(float64(weight)*l.factor[class])))
}

// plain takes out of the weight of a class what costs have put in.
func (l *loss) plain(weight float64, class int) float64 {
	if l.costs == nil {
		return weight
	}
	return weight / l.altered[class]
}

// class returns the class of least expected cost, on a tie the lowest.
func (l *loss) class(counts []int64) int {
	if l.costs == nil {
		return largest(counts, l.near)
	}
	best, least := 0, math.Inf(1)
	for j := range counts {
		if cost := l.cost(counts, j); cost < least-float64(l.near) {
			best, least = j, cost
		}
	}
	return best
}

// cost returns what it costs, in weight units, to take all guests for class j.
func (l *loss) cost(counts []int64, j int) float64 {
	if l.costs == nil {
		return float64(sum(counts) - counts[j])
	}
	out := 0.0
	for i, n := range counts {
		out += float64(float64(n) * l.costs[i][j] / l.altered[i])
	}
	return out
}
