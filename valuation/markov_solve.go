package valuation

import (
	"math/big"

	"github.com/shopspring/decimal"
)

// solve returns the value of each state for rewards at the start of the period.
func (c Chain) solve(conv Convention, t terms) fractions {
	system := c.integers()
	switch {
	case !t.rational && conv.Infinite:
		return system.nearForever(t)
	case !t.rational:
		return system.nearFinite(conv.Horizon.N, t)
	case conv.Infinite:
		return system.forever(t)
	}
	return system.finite(conv.Horizon.N, t)
}

// system is a chain in integers: chances in units of 1/unit, rewards in units of 1/rewardUnit.
type system struct {
	chance     [][]*big.Int
	unit       *big.Int
	reward     []*big.Int
	rewardUnit *big.Int
}

func (c Chain) integers() system {
	n := len(c.States)
	var s system
	var all []decimal.Decimal
	for _, row := range c.Transition {
		all = append(all, row...)
	}
	flat, places := commonScale(all)
	for i := range n {
		s.chance = append(s.chance, flat[i*n:(i+1)*n])
	}
	reward, rewardPlaces := commonScale(c.Reward)
	s.unit, s.reward, s.rewardUnit = pow10(places), reward, pow10(rewardPlaces)
	return s
}

// finite adds up the rewards of n periods, the last one first: V ← R + P·V·v.
func (s system) finite(n int, t terms) fractions {
	values, den := make([]*big.Int, len(s.reward)), big.NewInt(1)
	for i := range values {
		values[i] = new(big.Int)
	}
	step := new(big.Int).Mul(s.unit, t.den)
	for range n {
		den.Mul(den, step)
		next := make([]*big.Int, len(values))
		for i := range next {
			next[i] = s.expected(i, values)
			next[i].Mul(next[i], t.num).Add(next[i], new(big.Int).Mul(s.reward[i], den))
		}
		values = next
	}
	return fractions{nums: values, den: den.Mul(den, s.rewardUnit)}
}

// expected returns the mean of the values after a period that begins in state i, times unit.
func (s system) expected(i int, values []*big.Int) *big.Int {
	sum, product := new(big.Int), new(big.Int)
	for j, p := range s.chance[i] {
		if p.Sign() != 0 {
			sum.Add(sum, product.Mul(p, values[j]))
		}
	}
	return sum
}

// forever solves (I - P·v)·V = R, all of it times unit·den. The matrix is strictly diagonally dominant for v below 1,
// so that no pivot is 0.
func (s system) forever(t terms) fractions {
	scale := new(big.Int).Mul(s.unit, t.den)
	matrix := make([][]*big.Int, len(s.reward))
	for i, row := range s.chance {
		matrix[i] = make([]*big.Int, len(row)+1)
		for j, p := range row {
			matrix[i][j] = new(big.Int).Mul(p, t.num)
			matrix[i][j].Neg(matrix[i][j])
		}
		matrix[i][i].Add(matrix[i][i], scale)
		matrix[i][len(row)] = new(big.Int).Mul(s.reward[i], scale)
	}
	out := eliminate(matrix)
	out.den.Mul(out.den, s.rewardUnit)
	return out
}

// eliminate solves a system of integers without ever dividing with a rest: row operations keep every entry a minor of
// the matrix, so that numbers stay as short as exact ones can be.
//
// Source: E. Bareiss (1968), Sylvester's identity and multistep integer-preserving Gaussian elimination, Mathematics of
// Computation 22.
func eliminate(m [][]*big.Int) fractions {
	n := len(m)
	previous, product := big.NewInt(1), new(big.Int)
	for k := range n {
		pivot := m[k][k]
		for i := k + 1; i < n; i++ {
			factor := m[i][k]
			for j := k + 1; j <= n; j++ {
				entry := m[i][j]
				entry.Mul(entry, pivot)
				if factor.Sign() != 0 && m[k][j].Sign() != 0 {
					entry.Sub(entry, product.Mul(factor, m[k][j]))
				}
				entry.Quo(entry, previous)
			}
		}
		previous = pivot
	}
	return substitute(m)
}

// substitute solves the triangular system that elimination leaves; its last pivot is the determinant.
func substitute(m [][]*big.Int) fractions {
	n := len(m)
	out := fractions{nums: make([]*big.Int, n), den: new(big.Int).Set(m[n-1][n-1])}
	product := new(big.Int)
	for i := n - 1; i >= 0; i-- {
		value := new(big.Int).Mul(m[i][n], out.den)
		for j := i + 1; j < n; j++ {
			value.Sub(value, product.Mul(m[i][j], out.nums[j]))
		}
		out.nums[i] = value.Quo(value, m[i][i])
	}
	return out
}
