package segment

import (
	"github.com/hotelcrm/hotelcrm"
)

// folder makes one value of the stays of each guest of a table.
type folder struct {
	fold   *fold
	table  *stays
	where  *Matcher // nil: every stay
	window hotelcrm.Window
	column *column // what is folded, nil for a count
	term   term    // of its values
}

// over returns the folder on the stays of a table.
func (f *fold) over(t *Table) *folder {
	out := &folder{fold: f, table: t.stays, window: f.spec.window(t.asOf)}
	if t.stays == nil {
		return out
	}
	if f.where != nil {
		out.where = f.where.over(t.stays.columns)
		out.where.tabulate()
	}
	if f.of >= 0 {
		out.column = &t.stays.columns[f.of]
		out.term = term{attr: out.column.attr, kind: keyKindOf(out.column.attr)}
	}
	return out
}

// counts reports whether the stay in row k is one of those that are folded.
func (f *folder) counts(k int) bool {
	if f.window != (hotelcrm.Window{}) {
		days := f.table.columns[f.table.arrival].days
		if days == nil || days[k] == 0 || !f.window.Contains(days[k]) {
			return false
		}
	}
	return f.where == nil || f.where.Holds(k)
}

// rows returns the range of the stays of guest i.
func (f *folder) rows(i int) (from, to int) {
	if f.table == nil {
		return 0, 0
	}
	return int(f.table.offsets[i]), int(f.table.offsets[i+1])
}

// value returns what the stays of guest i make.
func (f *folder) value(i int) value {
	from, to := f.rows(i)
	switch f.fold.spec.Take {
	case CountStays:
		n := int64(0)
		for k := from; k < to; k++ {
			if f.counts(k) {
				n++
			}
		}
		return value{key: n}
	case SumOf:
		if f.fold.money {
			return f.sumAmounts(from, to)
		}
		return f.sumNumbers(from, to)
	}
	return f.extreme(from, to)
}

// sumNumbers adds numbers in the order of the stays. Where the sum leaves the range of numbers it stays at its end.
func (f *folder) sumNumbers(from, to int) value {
	sum := 0.0
	for k := from; k < to; k++ {
		if f.column.has(k) && f.counts(k) {
			sum += f.column.numbers[k]
		}
	}
	d := numberKey.domain(0)
	return value{key: min(max(floatKey(sum), d.lo), d.hi)}
}

// sumAmounts adds amounts exactly.
func (f *folder) sumAmounts(from, to int) value {
	sum := int64(0)
	for k := from; k < to; k++ {
		if !f.column.has(k) || !f.counts(k) {
			continue
		}
		minor := f.column.money[k]
		next := sum + minor
		if (sum^next)&(minor^next) < 0 || next == noMoney || len(f.column.beyond) > 0 {
			return f.sumExactly(from, to)
		}
		sum = next
	}
	return value{key: sum}
}

// sumExactly serves amounts and sums that are no minor units in an int64.
func (f *folder) sumExactly(from, to int) value {
	var sum hotelcrm.Sum
	for k := from; k < to; k++ {
		if f.column.has(k) && f.counts(k) {
			sum.Add(f.column.amount(k))
		}
	}
	d, places := sum.Decimal(), f.column.attr.decimals()
	if minor, ok := hotelcrm.ToMinor(d, places); ok && minor != noMoney {
		return value{key: minor}
	}
	return value{key: floorMinor(d, places), beyond: &d}
}

// extreme returns the least or the greatest value.
func (f *folder) extreme(from, to int) value {
	best := value{missing: true}
	for k := from; k < to; k++ {
		if !f.column.has(k) || !f.counts(k) {
			continue
		}
		v := f.term.valueOf(f.column, k)
		if best.missing || v.before(best) == (f.fold.spec.Take == LeastOf) {
			best = v
		}
	}
	return best
}

// before reports whether v is less than other; both are known.
func (v value) before(other value) bool {
	if v.key != other.key || v.beyond == nil && other.beyond == nil {
		return v.key < other.key
	}
	switch {
	case v.beyond == nil:
		return true // the other is its floor and a bit
	case other.beyond == nil:
		return false
	}
	return v.beyond.LessThan(*other.beyond)
}
