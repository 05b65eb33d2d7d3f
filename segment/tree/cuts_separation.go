package tree

// Separation says how well the bins of a column tell classes apart.
type Separation struct {
	Classes []uint16 `json:"classes"` // the classes that occur, rising
	Counts  [][]int  `json:"counts"`  // of each bin and class
	Missing int      `json:"missing"` // guests without a number or a class
	Entropy float64  `json:"entropy"` // of the classes, in bits
	Gain    float64  `json:"gain"`    // how much of it the bins take away, in bits
	// ChiSquares are those of neighbouring bins, one for each point; 0 beside an empty bin.
	ChiSquares []float64 `json:"chiSquares"`
}

// Separation returns how well the cuts tell these classes apart.
//
// Input: as [MDLP]; cuts that are valid.
// Errors: as [MDLP], also for cuts that are not valid.
// Cost: O(n).
func (c Cuts) Separation(numbers []float64, classes []uint16) (Separation, error) {
	if err := c.Validate(); err != nil {
		return Separation{}, err
	}
	l, err := newLadder(numbers, classes, true)
	if err != nil {
		return Separation{}, err
	}
	out := Separation{Classes: l.occurring(), Missing: l.missing, ChiSquares: make([]float64, len(c.Points))}
	s := splitter{ladder: l, terms: entropyTerms(l.rows())}
	rest := int64(0)
	for _, rungs := range l.parts(c) {
		t := s.tally(l.rowsBelow(rungs[0]), l.rowsBelow(rungs[1]))
		counts := make([]int, len(out.Classes))
		for j, class := range out.Classes {
			counts[j] = t.classes[class]
		}
		out.Counts = append(out.Counts, counts)
		rest += t.mass
	}
	for i := range out.ChiSquares {
		if a, b := out.Counts[i], out.Counts[i+1]; total(a) > 0 && total(b) > 0 {
			out.ChiSquares[i] = chiSquare(a, b)
		}
	}
	if whole := s.tally(0, l.rows()); whole.n > 0 {
		out.Entropy = whole.entropy()
		out.Gain = float64(whole.mass-rest) / (1 << entropyBits) / float64(whole.n)
	}
	return out, nil
}

// rowsBelow returns how many numbers are below a rung, which may be the one past the highest.
func (l *ladder) rowsBelow(rung int) int {
	if rung == len(l.values) {
		return l.rows()
	}
	return l.start(rung)
}
