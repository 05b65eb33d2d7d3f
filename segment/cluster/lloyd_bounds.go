package cluster

import "math"

// bounds tell which rows need not be looked at because their nearest centre cannot have changed: those that lay nearer to
// it than to the next one by more than the centres have moved since (Hamerly 2010; here one number a row is kept).
//
// Let a be the centre of a row, b another one, and d the root of the distance. Such distances are those of points in a
// space: the numbers, and for each level a coordinate of √(γ/2). What is missing of a row leaves out coordinates for that
// row, which makes no move longer. So when a centre moves by m, d changes by m at most, and
//
//	d(b) - d(a) ≥ d₀(b) - d₀(a) - Σ over the rounds of (move of a + longest move of another centre)
//
// with d₀ when the row was looked at. spent[a] is that sum from the beginning on, and reach of a row is what spent[a]
// was plus the difference that it found. While spent[a] < reach, a is nearer than any other.
//
// Rounding: with n ≤ 1000 attributes, d as computed is off by η = (n+3)·2⁻⁵³ of itself at most, and by √(n·2⁻¹⁰⁷⁴) < 10⁻¹⁵⁹
// where squares are too small for a float. Let u and l be d₀(a) and d₀(b) as computed. A row is passed by only while the
// moves add up to less than l·(1-margin) - u - smallest, so that
//
//	d(b) - d(a) > l·(margin - 2η) + smallest/2   and   d(a) ≤ l
//
// margin is far above 4η and the square of smallest far above n·2⁻¹⁰⁷³, so a is nearer, and no tie, by the distances as
// computed too. Sums of moves are rounded up and reach down.
type bounds struct {
	reach []float64 // of the rows
	spent []float64 // of the centres
	moves []float64 // of the centres, in the last round
	last  []centre  // where the centres are

	numbers []float64 // of last, one centre after the other
}

const (
	margin   = 1e-11
	smallest = 1e-150
)

func (v *view) newBounds(groups int) bounds {
	b := bounds{
		reach: make([]float64, v.n), spent: make([]float64, groups), moves: make([]float64, groups),
		last: make([]centre, groups), numbers: make([]float64, groups*v.numbers),
	}
	for row := range b.reach {
		b.forget(row)
	}
	for g := range b.last {
		b.last[g] = centre{b.numbers[g*v.numbers : (g+1)*v.numbers], make([]uint16, v.codes)}
	}
	return b
}

// forget has a row looked at in the next round.
func (b *bounds) forget(row int) { b.reach[row] = math.Inf(-1) }

// follow notes how far the centres have moved since the round before.
func (b *bounds) follow(centres []centre, gamma float64) {
	longest, second := 0, -1 // centres by their moves
	for g := range centres {
		b.moves[g] = centres[g].moved(&b.last[g], gamma)
		switch {
		case g == longest:
		case b.moves[g] > b.moves[longest]:
			longest, second = g, longest
		case second < 0 || b.moves[g] > b.moves[second]:
			second = g
		}
		copy(b.last[g].numbers, centres[g].numbers)
		copy(b.last[g].codes, centres[g].codes)
	}
	for g := range b.spent {
		other := longest
		if g == longest {
			other = second
		}
		if other >= 0 {
			b.spent[g] = above(b.spent[g] + above(b.moves[g]+b.moves[other]))
		}
	}
}

// moved returns a length that is at least that of the way from one place of a centre to another.
func (c *centre) moved(from *centre, gamma float64) float64 {
	if c.compare(from) == 0 {
		return 0
	}
	sum := 0.0
	for j, x := range c.numbers {
		d := x - from.numbers[j]
		sum += float64(d * d)
	}
	for j, code := range c.codes {
		if code != from.codes[j] {
			sum += gamma
		}
	}
	return math.Sqrt(sum)*(1+margin) + smallest
}

// note keeps the distances of a row from its centre and from the next one.
func (b *bounds) note(row, group int, first, second float64) {
	ahead := math.Sqrt(second)*(1-margin) - math.Sqrt(first) - smallest
	b.reach[row] = below(b.spent[group] + ahead)
}

func above(x float64) float64 { return math.Nextafter(x, math.Inf(1)) }
func below(x float64) float64 { return math.Nextafter(x, math.Inf(-1)) }
