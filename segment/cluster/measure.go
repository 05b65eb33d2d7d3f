package cluster

import (
	"math"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Measures say how dense groups of numbers are within and how far apart they lie.
type Measures struct {
	Within  float64 `json:"within"`  // sum of squared scaled distances from the means of the groups: the inertia
	Between float64 `json:"between"` // sum of squared distances of these means from the mean of all, times the guests

	// CalinskiHarabasz is the ratio of both, each for a degree of freedom: higher is better. It is 0, as not defined, where
	// Within is 0 or each guest is a group.
	CalinskiHarabasz float64 `json:"calinskiHarabasz"`
	// DaviesBouldin is the mean over groups of their worst likeness to another: the widths of both over their distance.
	// Lower is better. It is 0, as not defined, where two groups have the same mean.
	DaviesBouldin float64 `json:"daviesBouldin"`
}

// Measure returns how dense the groups are.
//
//	CH = (Between/(k-1)) / (Within/(n-k))
//	DB = Σ over groups i of max over j≠i of (sᵢ + sⱼ)/d(cᵢ, cⱼ), divided by k; s is the mean distance from the group's mean
//
// Input: data of numbers only; labels as for [Silhouette]. Where values are missing, sums run over what is known.
// Result: the same for any order of the guests.
// Errors: a [*hotelcrm.ParamError] for data with levels, or fewer than two groups.
// Cost: O(guests · attributes).
// Source: T. Caliński and J. Harabasz (1974), A dendrite method for cluster analysis, Communications in Statistics 3;
// D. L. Davies and D. W. Bouldin (1979), A cluster separation measure, IEEE PAMI 1(2).
func Measure(d *Data, labels []uint16) (Measures, error) {
	if !d.Numeric() {
		return Measures{}, refuse.Param("data", d.codes[0].id, "numbers only")
	}
	members, groups, err := d.members(labels)
	if err != nil {
		return Measures{}, err
	}
	weights := sizes(members, groups)
	if err := atLeastTwo(weights); err != nil {
		return Measures{}, err
	}
	centres := d.means(members, groups)
	all := make([]member, len(members))
	copy(all, members)
	for i := range all {
		all[i].label = 0
	}
	whole := d.means(all, 1)
	var out Measures
	var total float64
	widths := make([]float64, groups)
	for i, m := range members {
		square := d.rows.distance(m.row, &centres[m.label], 0)
		out.Within += float64(m.weight * square)
		total += float64(m.weight * d.rows.distance(all[i].row, &whole[0], 0))
		widths[m.label] += float64(m.weight * math.Sqrt(square))
	}
	out.Between = max(0, total-out.Within)
	out.ratios(centres, weights, widths)
	return out, nil
}

// means returns the means of the groups, of what is known of their members.
func (d *Data) means(members []member, groups int) []centre {
	centres, known := make([]centre, groups), make([][]float64, groups)
	for g := range centres {
		centres[g].numbers, known[g] = make([]float64, len(d.numbers)), make([]float64, len(d.numbers))
	}
	for _, m := range members {
		for j, x := range d.rows.number(m.row) {
			if x == x {
				centres[m.label].numbers[j] += float64(m.weight * x)
				known[m.label][j] += m.weight
			}
		}
	}
	for g := range centres {
		for j, n := range known[g] {
			if n > 0 {
				centres[g].numbers[j] /= n
			} else {
				centres[g].numbers[j] = d.rows.home.numbers[j]
			}
		}
	}
	return centres
}

func (out *Measures) ratios(centres []centre, sizes, widths []float64) {
	k, n := 0.0, 0.0
	for _, size := range sizes {
		n += size
		if size > 0 {
			k++
		}
	}
	if out.Within > 0 && n > k {
		out.CalinskiHarabasz = (out.Between / (k - 1)) / (out.Within / (n - k))
	}
	for i := range centres {
		if sizes[i] == 0 {
			continue
		}
		worst := 0.0
		for j := range centres {
			if j == i || sizes[j] == 0 {
				continue
			}
			apart := separation(&centres[i], &centres[j])
			if apart == 0 {
				out.DaviesBouldin = 0
				return
			}
			worst = max(worst, (widths[i]/sizes[i]+widths[j]/sizes[j])/apart)
		}
		out.DaviesBouldin += worst / k
	}
}

func separation(a, b *centre) float64 {
	sum := 0.0
	for j, x := range a.numbers {
		d := x - b.numbers[j]
		sum += float64(d * d)
	}
	return math.Sqrt(sum)
}
