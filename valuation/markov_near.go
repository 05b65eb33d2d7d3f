package valuation

import "math/big"

// nearForever solves (I - P·v)·V = R to 100 digits, for a v that is itself known to no more: exact elimination would
// drag its digits through every product. The matrix is strictly diagonally dominant, so that no pivot is 0 and errors
// do not grow; a rate as low as 1e-30 costs 30 of the digits.
func (s system) nearForever(t terms) fractions {
	matrix := s.discounted(t)
	for i, row := range matrix {
		for _, entry := range row {
			entry.Neg(entry)
		}
		row[i].Add(row[i], near(big.NewRat(1, 1)))
		matrix[i] = append(row, toFloat(s.reward[i]))
	}
	return s.fixed(nearEliminate(matrix))
}

// nearFinite adds up the rewards of n periods to 100 digits, the last one first.
func (s system) nearFinite(n int, t terms) fractions {
	chance := s.discounted(t)
	values, product := make([]*big.Float, len(chance)), new(big.Float).SetPrec(precision)
	for i := range values {
		values[i] = new(big.Float).SetPrec(precision)
	}
	for range n {
		next := make([]*big.Float, len(values))
		for i, row := range chance {
			next[i] = toFloat(s.reward[i])
			for j, p := range row {
				if p.Sign() != 0 {
					next[i].Add(next[i], product.Mul(p, values[j]))
				}
			}
		}
		values = next
	}
	return s.fixed(values)
}

// discounted returns P·v.
func (s system) discounted(t terms) [][]*big.Float {
	v := toFloat(t.num)
	v.Quo(v, toFloat(t.den)).Quo(v, toFloat(s.unit))
	out := make([][]*big.Float, len(s.chance))
	for i, row := range s.chance {
		for _, p := range row {
			entry := toFloat(p)
			out[i] = append(out[i], entry.Mul(entry, v))
		}
	}
	return out
}

func toFloat(x *big.Int) *big.Float { return new(big.Float).SetPrec(precision).SetInt(x) }

// nearEliminate solves a system by Gauss's elimination.
func nearEliminate(m [][]*big.Float) []*big.Float {
	n := len(m)
	product := new(big.Float).SetPrec(precision)
	for k := range n {
		for i := k + 1; i < n; i++ {
			if m[i][k].Sign() == 0 {
				continue
			}
			factor := m[i][k].Quo(m[i][k], m[k][k])
			for j := k + 1; j <= n; j++ {
				m[i][j].Sub(m[i][j], product.Mul(factor, m[k][j]))
			}
		}
	}
	values := make([]*big.Float, n)
	for i := n - 1; i >= 0; i-- {
		values[i] = m[i][n]
		for j := i + 1; j < n; j++ {
			values[i].Sub(values[i], product.Mul(m[i][j], values[j]))
		}
		values[i].Quo(values[i], m[i][i])
	}
	return values
}

// fixed returns values in units of the reward, cut off after 400 bits.
func (s system) fixed(values []*big.Float) fractions {
	out := fractions{nums: make([]*big.Int, len(values)), den: new(big.Int).Lsh(s.rewardUnit, precision)}
	for i, value := range values {
		out.nums[i], _ = value.SetMantExp(value, precision).Int(nil)
	}
	return out
}
