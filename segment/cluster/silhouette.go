package cluster

import (
	"fmt"
	"math/rand/v2"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/internal/share"
)

// SilhouetteSettings say how a [Silhouette] is taken. The zero value is the documented default.
type SilhouetteSettings struct {
	Metric  Metric `json:"metric,omitempty"` // unset: Euclidean for numbers only, else Gower
	Limit   int    `json:"limit,omitempty"`  // guests above which a sample of as many is taken; 10 to 100000; 0: 5000
	Seed    uint64 `json:"seed,omitempty"`   // of the sample
	Workers int    `json:"-"`                // goroutines; 0: 1; never changes the result
}

// Silhouettes say how much nearer guests are to their own group than to the next one.
type Silhouettes struct {
	Metric  Metric    `json:"metric"`
	Guests  int       `json:"guests"`  // that were looked at
	Of      int       `json:"of"`      // guests with a label; more than Guests if a sample was taken
	Seed    uint64    `json:"seed"`    // of the sample
	Mean    float64   `json:"mean"`    // -1 to 1: above 0.5 groups are clear, below 0.25 there may be none
	Groups  []float64 `json:"groups"`  // mean of each group, 0 for one without guests
	Sizes   []int     `json:"sizes"`   // guests of each group that were looked at
	Misfits int       `json:"misfits"` // guests nearer to another group than to their own

	// Values are those of the guests in the order given, 0 for guests without a label; nil if a sample was taken.
	Values []float64 `json:"-"`
}

// Silhouette returns how well the groups hold together. For a guest with mean distance a from the others of the own
// group and b from the nearest other group,
//
//	s = (b - a) / max(a, b)
//
// and 0 for a guest alone in a group.
//
// Input: labels 1 to 10000, 0 for guests to leave out; those of [Groups] or any others.
// Result: the same for any order of the guests. Above Limit guests, the figures are those of a sample compared with itself.
// Errors: a [*hotelcrm.ParamError] for settings out of range, or fewer than two groups.
// Cost: O(m² · attributes) for m different rows of the guests looked at.
// Source: P. J. Rousseeuw (1987), Silhouettes: a graphical aid, Journal of Computational and Applied Mathematics 20.
func Silhouette(d *Data, labels []uint16, s SilhouetteSettings) (*Silhouettes, error) {
	s.Limit, s.Workers = orDefault(s.Limit, 5000), orDefault(s.Workers, 1)
	if s.Limit < 10 || s.Limit > 100_000 {
		return nil, refuse.Param("SilhouetteSettings.Limit", fmt.Sprint(s.Limit), "10 to 100000")
	}
	if err := share.Check("SilhouetteSettings.Workers", s.Workers, refuse.Param); err != nil {
		return nil, err
	}
	r, err := d.ruler("SilhouetteSettings.Metric", s.Metric)
	if err != nil {
		return nil, err
	}
	members, groups, err := d.members(labels)
	if err != nil {
		return nil, err
	}
	all := sizes(members, groups)
	if err := atLeastTwo(all); err != nil {
		return nil, err
	}
	out := &Silhouettes{Metric: r.metric, Seed: s.Seed}
	for _, size := range all {
		out.Of += int(size)
	}
	sampled := out.Of > s.Limit
	if sampled {
		members = sampleMembers(members, out.Of, s.Limit, s.Seed)
		if err := atLeastTwo(sizes(members, groups)); err != nil {
			return nil, err
		}
	}
	values := r.silhouettes(members, sizes(members, groups), s.Workers)
	out.add(members, values, groups)
	if !sampled {
		out.Values = d.spreadValues(members, values, labels)
	}
	return out, nil
}

// sampleMembers takes some of the guests, each alike.
func sampleMembers(members []member, guests, limit int, seed uint64) []member {
	random := rand.NewPCG(seed, sampleStream)
	var out []member
	left := limit
	for _, m := range members {
		taken := 0.0
		for range int(m.weight) {
			if unit(random)*float64(guests) < float64(left) {
				taken, left = taken+1, left-1
			}
			guests--
		}
		if taken > 0 {
			out = append(out, member{m.row, m.label, taken})
		}
	}
	return out
}

func (r *ruler) silhouettes(members []member, sizes []float64, workers int) []float64 {
	out := make([]float64, len(members))
	share.Out(len(members), workers, func(_, from, to int) {
		sums := make([]float64, len(sizes))
		for i := from; i < to; i++ {
			clear(sums)
			for _, other := range members {
				sums[other.label] += float64(other.weight * r.between(members[i].row, other.row))
			}
			out[i] = silhouette(sums, sizes, members[i].label)
		}
	})
	return out
}

// silhouette returns the figure of a guest from the sums of distances to each group.
func silhouette(sums, sizes []float64, own int) float64 {
	if sizes[own] == 1 {
		return 0
	}
	a, b, found := sums[own]/(sizes[own]-1), 0.0, false
	for g, sum := range sums {
		if g == own || sizes[g] == 0 {
			continue
		}
		if mean := sum / sizes[g]; !found || mean < b {
			b, found = mean, true
		}
	}
	if a == b {
		return 0
	}
	return (b - a) / max(a, b)
}

// add sums up the figures in the order of the members.
func (s *Silhouettes) add(members []member, values []float64, groups int) {
	s.Groups, s.Sizes = make([]float64, groups), make([]int, groups)
	for i, m := range members {
		s.Groups[m.label] += float64(m.weight * values[i])
		s.Sizes[m.label] += int(m.weight)
		if values[i] < 0 {
			s.Misfits += int(m.weight)
		}
	}
	for g, sum := range s.Groups {
		s.Mean += sum
		s.Guests += s.Sizes[g]
		if s.Sizes[g] > 0 {
			s.Groups[g] = sum / float64(s.Sizes[g])
		}
	}
	s.Mean /= float64(s.Guests)
}

// spreadValues gives each guest the figure of its row and label.
func (d *Data) spreadValues(members []member, values []float64, labels []uint16) []float64 {
	type key struct {
		row   int
		label int
	}
	index := make(map[key]float64, len(members))
	for i, m := range members {
		index[key{m.row, m.label}] = values[i]
	}
	out := make([]float64, d.guests)
	for guest, row := range d.rowOf {
		out[guest] = index[key{int(row), int(labels[guest]) - 1}] // 0 for one that is no member
	}
	return out
}
