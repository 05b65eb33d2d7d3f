package cluster

import (
	"cmp"
	"slices"

	"github.com/hotelcrm/hotelcrm"
)

// order sorts the groups by size, largest first, equal ones by their centres, and returns how many guests each has.
func (v *view) order(e *solution) (sizes []int) {
	counts := make([]int, len(e.centres))
	for row, group := range e.labels {
		counts[group] += int(v.weight[row])
	}
	old := make([]int, len(counts))
	for g := range old {
		old[g] = g
	}
	slices.SortStableFunc(old, func(a, b int) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), e.centres[a].compare(&e.centres[b]))
	})
	centres, place := make([]centre, len(old)), make([]int32, len(old))
	for g, was := range old {
		centres[g], place[was] = e.centres[was], int32(g)
		sizes = append(sizes, counts[was])
	}
	e.centres = centres
	for row, group := range e.labels {
		e.labels[row] = place[group]
	}
	return sizes
}

// groups makes the result of a solution on all rows.
func (d *Data) groups(method Method, s *Settings, e *solution) *Groups {
	sizes := d.rows.order(e)
	out := &Groups{
		Method: method, Scaling: d.scaling, K: len(sizes), Seed: s.Seed, Guests: d.guests, Different: d.rows.n,
		Cost: e.cost, Iterations: e.rounds, Converged: e.converged, Labels: d.spreadLabels(e.labels),
	}
	if len(d.codes) > 0 {
		out.Gamma = s.Gamma
	}
	for g, size := range sizes {
		out.Groups = append(out.Groups, Group{Size: size, Centre: d.values(&e.centres[g])})
	}
	for row, group := range e.labels {
		out.Groups[group].Cost += float64(d.rows.weight[row] * e.distances[row])
	}
	out.Warnings = d.warnings(s, e)
	return out
}

// spreadLabels gives each guest the label of its row, counted from 1.
func (d *Data) spreadLabels(rows []int32) []uint16 {
	labels := make([]uint16, d.guests)
	for guest, row := range d.rowOf {
		if row >= 0 {
			labels[guest] = uint16(rows[row] + 1)
		}
	}
	return labels
}

// values returns a centre in the units and the order of the attributes.
func (d *Data) values(c *centre) []Value {
	out := make([]Value, 0, len(d.places))
	for _, p := range d.places {
		if p.numeric {
			col := &d.numbers[p.index]
			out = append(out, Value{Attribute: col.id, Number: col.offset + float64(c.numbers[p.index]*col.per)})
			continue
		}
		col := &d.codes[p.index]
		code := c.codes[p.index]
		out = append(out, Value{Attribute: col.id, Code: code, Level: col.level(code)})
	}
	return out
}

// level returns the name of a level, empty if it has none.
func (col *codeColumn) level(code uint16) string {
	if code == 0 || int(code) > len(col.levels) {
		return ""
	}
	return col.levels[code-1]
}

func (d *Data) warnings(s *Settings, e *solution) []hotelcrm.Warning {
	var out []hotelcrm.Warning
	if d.unknown > 0 {
		out = append(out, hotelcrm.Warning{Code: WarnUnknown, Text: "guests of whom nothing is known are in no group", N: d.unknown})
	}
	if !e.converged {
		out = append(out, hotelcrm.Warning{Code: WarnNotConverged, Text: "the groups were not settled after the most rounds", N: e.rounds})
	}
	if d.rows.n > s.Sample && len(s.Start) == 0 && s.Sample > 0 {
		out = append(out, hotelcrm.Warning{Code: WarnSampled, Text: "the starts were tried on a sample of the different rows", N: s.Sample})
	}
	return out
}
