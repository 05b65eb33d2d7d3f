package loyalty

import (
	"fmt"
	"slices"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// climb puts the tiers of all versions on one ladder that keeps the order of each version. Where versions leave the
// order of two tiers open, the one that comes first in the programme is the lower.
func (e *Engine) climb() error {
	e.rank = map[string]int{}
	var all []string
	above := map[string][]string{} // tiers that stand directly above
	for i, v := range e.programme.Versions {
		at := fmt.Sprintf("versions[%d].tiers", i)
		if len(v.Tiers) == 0 {
			return refuse.Param(at, "0", "at least one tier")
		}
		if v.Tiers[0].ID != e.programme.Versions[0].Tiers[0].ID {
			return refuse.Param(at+"[0].id", v.Tiers[0].ID, "the same first tier in every version")
		}
		for k, t := range v.Tiers {
			if t.ID == "" || slices.ContainsFunc(v.Tiers[:k], func(other Tier) bool { return other.ID == t.ID }) {
				return refuse.Param(fmt.Sprintf("%s[%d].id", at, k), t.ID, "an id of its own")
			}
			if !slices.Contains(all, t.ID) {
				all = append(all, t.ID)
			}
			if k > 0 {
				above[v.Tiers[k-1].ID] = append(above[v.Tiers[k-1].ID], t.ID)
			}
		}
	}
	if len(all) > maxTiers {
		return refuse.Param("versions", fmt.Sprint(len(all), " tiers"), fmt.Sprint("at most ", maxTiers, " tiers in all versions"))
	}
	return e.order(all, above)
}

// order takes, again and again, the first tier that stands above none of those left.
func (e *Engine) order(all []string, above map[string][]string) error {
	for len(all) > 0 {
		free := slices.IndexFunc(all, func(id string) bool {
			return !slices.ContainsFunc(all, func(lower string) bool { return slices.Contains(above[lower], id) })
		})
		if free < 0 {
			return refuse.Param("versions", all[0], "tiers in the same order in every version")
		}
		e.rank[all[free]] = len(e.ladder)
		e.ladder = append(e.ladder, all[free])
		all = slices.Delete(all, free, free+1)
	}
	return nil
}
