package valuation

import "math/big"

// nearForever solves (I - P·v)·V = R to 100 digits, for a v that is itself known to no more: exact elimination would drag
// its digits through every product. The matrix is strictly diagonally dominant, so that no pivot is 0 and errors do not
// grow; a rate as low as 1e-30 costs 30 of the digits.
func (s system) nearForever(t terms) fractions {
	v := toFloat(t.num)
	v.Quo(v, toFloat(t.den)).Quo(v, toFloat(s.unit))
	matrix := make([][]*big.Float, len(s.reward))
	for i, row := range s.chance {
		matrix[i] = make([]*big.Float, len(row)+1)
		for j, p := range row {
			matrix[i][j] = toFloat(p)
			matrix[i][j].Mul(matrix[i][j], v).Neg(matrix[i][j])
		}
		matrix[i][i].Add(matrix[i][i], near(big.NewRat(1, 1)))
		matrix[i][len(row)] = toFloat(s.reward[i])
	}
	out := fixed(nearEliminate(matrix))
	out.den.Mul(out.den, s.rewardUnit)
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

// fixed cuts values off after 400 bits.
func fixed(values []*big.Float) fractions {
	out := fractions{nums: make([]*big.Int, len(values)), den: new(big.Int).Lsh(big.NewInt(1), precision)}
	for i, value := range values {
		out.nums[i], _ = value.SetMantExp(value, precision).Int(nil)
	}
	return out
}
