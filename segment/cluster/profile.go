package cluster

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// Profile is what makes a group stand out from all guests: the material to name it.
type Profile struct {
	Group  int     `json:"group"` // its label
	Guests int     `json:"guests"`
	Share  float64 `json:"share"` // of the guests with a label
	Traits []Trait `json:"traits"`
}

// Trait is one attribute, or one level of an attribute, in which a group differs from all guests.
type Trait struct {
	Attribute string `json:"attribute"`
	Level     string `json:"level,omitempty"` // of levels: its name, or its code if it has none
	Code      uint16 `json:"code,omitempty"`
	Known     int    `json:"known"` // guests of the group whose value is known

	Here    float64 `json:"here"`    // mean of the group, or share of the level in it
	Overall float64 `json:"overall"` // mean, or share, of all guests with a label
	// Effect is Here - Overall in standard deviations of all guests; for a level that is √(p(1-p)). Traits are sorted by
	// its size, so that numbers and levels can be compared. 0.5 is plain to see, 1 is a strong mark.
	Effect float64 `json:"effect"`
	Lift   float64 `json:"lift,omitempty"` // of levels: Here / Overall
}

// Profiles returns for each group all traits, the most striking first.
//
// Input: labels as for [Silhouette]. Missing values do not count, neither here nor overall.
// Result: one profile a label from 1 to the largest, without traits if it has no guest. Traits that are equally striking
// keep the order of the attributes and levels.
// Errors: a [*hotelcrm.ParamError] for labels that do not fit.
// Cost: O(guests · attributes).
func Profiles(d *Data, labels []uint16) ([]Profile, error) {
	members, groups, err := d.members(labels)
	if err != nil {
		return nil, err
	}
	weights := sizes(members, groups)
	all := 0.0
	for _, n := range weights {
		all += n
	}
	out := make([]Profile, groups)
	for g, n := range weights {
		out[g] = Profile{Group: g + 1, Guests: int(n), Traits: []Trait{}}
		if all > 0 {
			out[g].Share = n / all
		}
	}
	for _, p := range d.places {
		if p.numeric {
			d.numberTraits(out, members, p.index)
		} else {
			d.levelTraits(out, members, p.index)
		}
	}
	for g := range out {
		slices.SortStableFunc(out[g].Traits, func(a, b Trait) int { return cmp.Compare(math.Abs(b.Effect), math.Abs(a.Effect)) })
	}
	return out, nil
}

func (d *Data) numberTraits(out []Profile, members []member, j int) {
	sums, known := make([]float64, len(out)), make([]float64, len(out))
	for _, m := range members {
		if x := d.rows.number(m.row)[j]; x == x {
			sums[m.label] += float64(m.weight * x)
			known[m.label] += m.weight
		}
	}
	sum, n := total(sums), total(known)
	mean, squares := sum/max(1, n), 0.0
	for _, m := range members {
		if x := d.rows.number(m.row)[j] - mean; x == x {
			squares += float64(m.weight * float64(x*x))
		}
	}
	col := &d.numbers[j]
	deviation := math.Sqrt(squares / max(1, n))
	for g, weight := range known {
		if weight == 0 {
			continue
		}
		here := sums[g] / weight
		t := Trait{Attribute: col.id, Known: int(weight), Here: col.unscaled(here), Overall: col.unscaled(mean)}
		if deviation > 0 {
			t.Effect = (here - mean) / deviation
		}
		out[g].Traits = append(out[g].Traits, t)
	}
}

func (col *numberColumn) unscaled(x float64) float64 { return col.offset + float64(x*col.per) }

func (d *Data) levelTraits(out []Profile, members []member, j int) {
	col := &d.codes[j]
	counts := make([][]float64, len(out))
	for g := range counts {
		counts[g] = make([]float64, len(col.counts))
	}
	overall := make([]float64, len(col.counts))
	for _, m := range members {
		code := d.rows.code(m.row)[j]
		counts[m.label][code] += m.weight
		overall[code] += m.weight
	}
	all := total(overall[1:])
	for g := range out {
		known := total(counts[g][1:])
		for code := 1; code < len(overall) && known > 0; code++ {
			if overall[code] == 0 {
				continue
			}
			here, share := counts[g][code]/known, overall[code]/all
			t := Trait{Attribute: col.id, Code: uint16(code), Level: col.level(uint16(code)), Known: int(known), Here: here, Overall: share, Lift: here / share}
			if t.Level == "" {
				t.Level = strconv.Itoa(code)
			}
			if share < 1 {
				t.Effect = (here - share) / math.Sqrt(share*(1-share))
			}
			out[g].Traits = append(out[g].Traits, t)
		}
	}
}

func total(list []float64) float64 {
	sum := 0.0
	for _, x := range list {
		sum += x
	}
	return sum
}

// Name returns words for the group: its most striking traits, at most n of them, with an effect of at least 0.5 either
// way. Of levels only those that are frequent in the group count. "like all guests" if there is none.
func (p *Profile) Name(n int) string {
	var words []string
	named := map[string]bool{}
	for _, t := range p.Traits {
		if len(words) >= n || math.Abs(t.Effect) < 0.5 {
			break
		}
		if named[t.Attribute] || t.Level != "" && t.Effect < 0 {
			continue
		}
		named[t.Attribute] = true
		words = append(words, t.words())
	}
	if len(words) == 0 {
		return "like all guests"
	}
	return strings.Join(words, ", ")
}

func (t *Trait) words() string {
	switch {
	case t.Level != "":
		return t.Attribute + " " + t.Level
	case t.Effect > 0:
		return "high " + t.Attribute
	}
	return "low " + t.Attribute
}

// String returns the trait in words with its figures: "nights 7.5 (all 3.2)", "motive business 80 % (all 31 %, lift 2.6)".
func (t Trait) String() string {
	if t.Level == "" {
		return fmt.Sprintf("%s %.4g (all %.4g)", t.Attribute, t.Here, t.Overall)
	}
	return fmt.Sprintf("%s %s %.0f %% (all %.0f %%, lift %.1f)", t.Attribute, t.Level, 100*t.Here, 100*t.Overall, t.Lift)
}
