package satisfaction

import (
	"fmt"
	"math"
	"math/bits"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// MaxPlayers is the largest number of drivers, or groups of them, whose orders [Drivers.LMG] goes through.
const MaxPlayers = 15

// LMG returns each driver's mean gain in R² over all orders in which the drivers can enter; the gains sum to R².
//
// Errors: a [*hotelcrm.ParamError] for more than [MaxPlayers] drivers: take them by factor with [Drivers.LMGByGroup], or
// read the relative weights, which are close.
// Cost: O(2ᵏ k²) for k drivers.
// Source: R. H. Lindeman, P. F. Merenda and R. Z. Gold (1980), Introduction to Bivariate and Multivariate Analysis, 119.
func (d *Drivers) LMG() ([]float64, error) {
	groups := make([][]int, len(d.List))
	for i := range groups {
		groups[i] = []int{i}
	}
	return d.LMGByGroup(groups)
}

// LMGByGroup returns the mean gain in R² of each group of drivers, whose members enter together, over all orders of the
// groups.
//
// Input: groups of drivers by number, none in two groups; drivers in no group are left out of the model.
// Errors: a [*hotelcrm.ParamError].
func (d *Drivers) LMGByGroup(groups [][]int) ([]float64, error) {
	if d.r == nil {
		return nil, refuse.Param("drivers", "without correlations", "what FitDrivers returned")
	}
	if len(groups) < 1 || len(groups) > MaxPlayers {
		return nil, refuse.Param("groups", fmt.Sprint(len(groups)), fmt.Sprintf("1 to %d", MaxPlayers))
	}
	seen := make([]bool, len(d.List))
	for g, group := range groups {
		for _, i := range group {
			if i < 0 || i >= len(seen) || seen[i] {
				return nil, refuse.Param(fmt.Sprintf("groups[%d]", g), fmt.Sprint(i), fmt.Sprintf("each driver once, 0 to %d", len(seen)-1))
			}
			seen[i] = true
		}
	}
	f := fits{d: d, groups: groups, r2: make([]float64, 1<<len(groups))}
	f.enter(0, 0, nil, nil)
	return f.shapley(), nil
}

// fits holds R² of every set of groups.
type fits struct {
	d      *Drivers
	groups [][]int
	r2     []float64
	rows   [][]float64 // Cholesky factor of the drivers entered
}

// enter adds each group from first on to the set, and those behind it in turn. entered are the drivers of the set, z
// their parts of the outcome: R² = Σ z².
func (f *fits) enter(set, first int, entered []int, z []float64) {
	for g := first; g < len(f.groups); g++ {
		in, parts, gain := entered, z, 0.0
		for _, i := range f.groups[g] {
			part := f.add(i, in, parts)
			in, parts = append(in[:len(in):len(in)], i), append(parts[:len(parts):len(parts)], part)
			gain += float64(part * part)
		}
		with := set | 1<<g
		f.r2[with] = f.r2[set] + gain
		f.enter(with, g+1, in, parts)
		f.rows = f.rows[:len(entered)]
	}
}

// add appends driver i to the factor and returns its part of the outcome beside those entered before.
func (f *fits) add(i int, entered []int, z []float64) float64 {
	row := make([]float64, len(entered)+1)
	left, part := 1.0, f.d.ry[i]
	for a, j := range entered {
		v := f.d.r.At(i, j)
		for b := range a {
			v -= float64(row[b] * f.rows[a][b])
		}
		row[a] = v / f.rows[a][a]
		left -= float64(row[a] * row[a])
		part -= float64(row[a] * z[a])
	}
	row[len(entered)] = math.Sqrt(left) // above 0: the drivers are of full rank
	f.rows = append(f.rows[:len(entered)], row)
	return part / row[len(entered)]
}

// shapley returns each group's mean gain, a set of s others weighing s! (k-s-1)! / k!.
func (f *fits) shapley() []float64 {
	k := len(f.groups)
	share := make([]float64, k)
	share[0] = 1 / float64(k)
	for s := 1; s < k; s++ {
		share[s] = share[s-1] * float64(s) / float64(k-s)
	}
	out := make([]float64, k)
	for set, r2 := range f.r2 {
		for g := range out {
			if set>>g&1 == 0 {
				out[g] += float64(share[bits.OnesCount(uint(set))] * (f.r2[set|1<<g] - r2))
			}
		}
	}
	return out
}
