package cluster

import "math"

// scale measures the columns, row after row in the order of their values, and scales the numbers.
func (d *Data) scale() {
	for j := range d.numbers {
		col := &d.numbers[j]
		col.measure(&d.rows, j)
		switch d.scaling {
		case Standard:
			col.offset, col.per = col.mean, col.deviation
		case Range:
			col.offset, col.per = col.low, col.high-col.low
		default:
			col.offset, col.per = 0, 1
		}
		if !(col.per > 0) { // all equal
			col.per = 1
		}
		for i := j; i < len(d.rows.x); i += d.rows.numbers {
			d.rows.x[i] = (d.rows.x[i] - col.offset) / col.per
		}
		col.low, col.high = (col.low-col.offset)/col.per, (col.high-col.offset)/col.per
		col.mean, col.deviation = (col.mean-col.offset)/col.per, col.deviation/col.per
		d.rows.home.numbers = append(d.rows.home.numbers, col.mean)
	}
	for j := range d.codes {
		col := &d.codes[j]
		col.measure(&d.rows, j)
		d.rows.levels = append(d.rows.levels, len(col.counts))
		d.rows.home.codes = append(d.rows.home.codes, col.mode)
	}
}

func (col *numberColumn) measure(v *view, j int) {
	col.low, col.high = math.Inf(1), math.Inf(-1)
	weight, sum := 0.0, 0.0
	for row := range v.n {
		if x := v.number(row)[j]; x == x {
			col.low, col.high = min(col.low, x), max(col.high, x)
			weight += v.weight[row]
			sum += float64(v.weight[row] * x)
		}
	}
	if weight == 0 {
		col.low, col.high = 0, 0
		return
	}
	col.known = int(weight)
	col.mean = sum / weight
	squares := 0.0
	for row := range v.n {
		if x := v.number(row)[j] - col.mean; x == x {
			squares += float64(v.weight[row] * float64(x*x))
		}
	}
	col.deviation = math.Sqrt(squares / weight)
	if col.low == col.high { // the mean may be off by its last place
		col.mean, col.deviation = col.low, 0
	}
}

// measure counts the levels. Of equally frequent ones the first is the mode.
func (col *codeColumn) measure(v *view, j int) {
	col.counts = make([]int, len(col.levels)+1)
	for row := range v.n {
		code := int(v.code(row)[j])
		for code >= len(col.counts) {
			col.counts = append(col.counts, 0)
		}
		col.counts[code] += int(v.weight[row])
	}
	for code := 1; code < len(col.counts); code++ {
		if col.mode == 0 && col.counts[code] > 0 || col.mode > 0 && col.counts[code] > col.counts[col.mode] {
			col.mode = uint16(code)
		}
	}
}
