package valuation

// ChiSquareTail is tested against printed tables, which go beyond the tests of a few groups.
func ChiSquareTail(x float64, degrees int) float64 { return chiSquareTail(x, degrees) }
