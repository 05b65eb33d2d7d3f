package satisfaction

import (
	"fmt"
	"math"

	"github.com/hotelcrm/hotelcrm/internal/plural"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Group is a hotel, a department or a class of guests with its mean score.
type Group struct {
	N    float64 `json:"n"` // effective number of guests
	Mean float64 `json:"mean"`
	SD   float64 `json:"sd"` // of its guests' scores; read by [Strength] only
}

// Shrunken is what [Shrink] makes of groups.
type Shrunken struct {
	Means      []float64 `json:"means"`      // in the order of the groups
	EffectiveN []float64 `json:"effectiveN"` // guests of each group
	Centre     float64   `json:"centre"`     // the mean of all groups, weighted by n
	Strength   float64   `json:"strength"`   // how many guests the centre counts as; the largest float64 for +Inf
}

// Shrink returns the groups' means drawn towards the mean of all, the more the fewer guests a group has, so that a lucky
// few do not lead the list.
//
//	(n x̄ + k c) / (n + k),  c = Σ n x̄ / Σ n
//
// Input: strength k ≥ 0 is how many guests' worth of the centre every group is given; +Inf gives the centre alone. See
// [Strength] for an estimate.
// Errors: a [*hotelcrm.ParamError] for no groups, numbers that are negative or not finite, or no guests at all.
func Shrink(groups []Group, strength float64) (Shrunken, error) {
	if !(strength >= 0) {
		return Shrunken{}, refuse.Param("strength", fmt.Sprint(strength), "0 or more")
	}
	if err := checkGroups(groups); err != nil {
		return Shrunken{}, err
	}
	out := Shrunken{Means: make([]float64, len(groups)), Strength: min(strength, math.MaxFloat64)}
	_, out.Centre = centre(groups)
	for i, g := range groups {
		out.EffectiveN = append(out.EffectiveN, g.N)
		hold := g.N / (g.N + strength) // 0 where strength is infinite
		if g.N == 0 {
			hold = 0
		}
		out.Means[i] = out.Centre + float64(hold*(g.Mean-out.Centre))
	}
	return out, nil
}

func checkGroups(groups []Group) error {
	var sum float64
	for i, g := range groups {
		name := fmt.Sprintf("groups[%d]", i)
		if err := firstError(checkWithin(name+".N", g.N, 0, 1e15), checkWithin(name+".Mean", g.Mean, -1e100, 1e100), checkWithin(name+".SD", g.SD, 0, 1e100)); err != nil {
			return err
		}
		sum += g.N
	}
	if sum == 0 {
		return refuse.Param("groups", fmt.Sprintf("%d, without guests", len(groups)), "at least one with guests")
	}
	return nil
}

// centre returns Σn and the mean of all guests.
func centre(groups []Group) (n, mean float64) {
	var sum float64
	for _, g := range groups {
		n += g.N
		sum += float64(g.N * g.Mean)
	}
	return n, sum / n
}

// minGroups is how many groups it takes to see how far groups lie apart.
const minGroups = 4

// Strength returns the strength of shrinkage that the groups themselves suggest: the variance of guests within groups
// over that of the true means between groups. It is +Inf where the groups differ no more than chance makes them differ.
//
//	k = s² / τ²,  τ² = (MSB - MSW) / n₀,  n₀ = (N - Σn²/N) / (G - 1)
//
// Input: groups with n, mean and sd.
// Errors: a [*hotelcrm.ParamError], also for fewer than 4 groups with guests, or none with 2: nothing is estimated then.
// Source: the method of moments of a one-way analysis of variance; H. Bühlmann and E. Straub (1970), Bulletin of the
// Swiss Association of Actuaries 70, 111-133, for the credibility k.
func Strength(groups []Group) (float64, error) {
	if err := checkGroups(groups); err != nil {
		return 0, err
	}
	n, c := centre(groups)
	var squares, between, within float64
	count := 0.0
	for _, g := range groups {
		if g.N == 0 {
			continue
		}
		count++
		squares += float64(g.N * g.N)
		between += float64(g.N * float64((g.Mean-c)*(g.Mean-c)))
		within += float64(max(0, g.N-1) * float64(g.SD*g.SD))
	}
	if count < minGroups || n <= count {
		return 0, refuse.Param("groups", fmt.Sprint(count, " with ", plural.Of(n, "guest", "guests")), fmt.Sprintf("at least %d groups, and more guests than groups", minGroups))
	}
	within /= n - count
	tau2 := (between/(count-1) - within) / ((n - squares/n) / (count - 1))
	if tau2 <= 0 {
		return math.Inf(1), nil
	}
	return within / tau2, nil
}
