package loyalty

import (
	"cmp"
	"fmt"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Disagreements returns where two programmes differ about the conditions of tiers with the same id, in words: which
// guests are in the tier by one and not by the other. Windows are left aside, as if all activity fell in each of them;
// of each programme the version that is last in time is compared. Versions of one programme are named by their ids, two
// programmes by their names, or by their ids where they have one name.
//
// Errors: those of [Compile], and a [*hotelcrm.ParamError] for two currencies.
func Disagreements(a, b Programme) ([]Finding, error) {
	left, err := Compile(a)
	if err != nil {
		return nil, err
	}
	right, err := Compile(b)
	if err != nil {
		return nil, err
	}
	if a.Currency != b.Currency {
		return nil, refuse.Param("currency", b.Currency, a.Currency+", that of the first programme")
	}
	v, u := &left.versions[len(left.versions)-1], &right.versions[len(right.versions)-1]
	names := tellApart(left, right)
	var out []Finding
	for k := range v.tiers {
		rank, known := right.rank[left.ladder[v.tiers[k].rank]]
		if !known || u.at[rank] < 0 {
			continue
		}
		x, y := v.tiers[k].promote, u.tiers[u.at[rank]].promote
		if x < 0 || y < 0 {
			continue
		}
		out = append(out, disagree(left, names, v, u, k, x, y)...)
	}
	return out, nil
}

// tellApart returns what two programmes are called where one is held against the other.
func tellApart(left, right *Engine) [2]string {
	a, b := &left.programme, &right.programme
	names := [2]string{cmp.Or(a.Name, a.ID), cmp.Or(b.Name, b.ID)}
	switch {
	case a.ID == b.ID:
		return [2]string{left.versions[len(left.versions)-1].id, right.versions[len(right.versions)-1].id}
	case names[0] == names[1]:
		return [2]string{a.ID, b.ID}
	}
	return names
}

// disagree compares one tier.
func disagree(e *Engine, names [2]string, v, u *version, k int, x, y int32) []Finding {
	g := grid{plain: true}
	g.add(&v.rules, x)
	g.add(&u.rules, y)
	path, id := fmt.Sprintf("versions[%d].tiers[%d].promote", len(e.versions)-1, k), e.ladder[v.tiers[k].rank]
	if !g.close() {
		return []Finding{{TooManyConditions, path, "too many thresholds to compare them all"}}
	}
	var out []Finding
	for _, side := range []struct {
		first   bool
		in, out string
	}{{true, names[0], names[1]}, {false, names[1], names[0]}} {
		boxes := g.where(func(value counter) bool {
			in, and := v.rules.holdsAt(x, value), u.rules.holdsAt(y, value)
			return in != and && in == side.first
		})
		for _, box := range boxes {
			out = append(out, Finding{Disagreement, path, fmt.Sprintf("%s: %s by %s, not by %s", g.words(e, nil, box), id, side.in, side.out)})
		}
	}
	return out
}
