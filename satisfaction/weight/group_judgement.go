package weight

import "math"

// GroupJudgement is what several experts say of one pair.
type GroupJudgement struct {
	Row     int     `json:"row"`
	Column  int     `json:"column"`
	Ratio   float64 `json:"ratio"`   // row over column: geometric mean by share; 0 if nobody compared them
	Experts int     `json:"experts"` // who compared them

	// Factor is the geometric standard deviation (n - 1) of their ratios, shares left aside: about two thirds of them lie
	// between Ratio/Factor and Ratio·Factor. 1 where all agree, and for one expert.
	Factor float64 `json:"factor"`
}

// groupJudgements returns what the experts say of each pair.
func groupJudgements(experts []Expert, opinions []Opinion) []GroupJudgement {
	var out []GroupJudgement
	for row, column := range pairs(len(experts[0].Judgements.names)) {
		g := GroupJudgement{Row: row, Column: column, Factor: 1}
		sum, shares := 0.0, 0.0
		var logs []float64
		for k, e := range experts {
			if r, ok := e.Judgements.At(row, column); ok {
				logs = append(logs, math.Log(r.Float()))
				sum += float64(opinions[k].Share * logs[len(logs)-1])
				shares += opinions[k].Share
			}
		}
		if g.Experts = len(logs); g.Experts > 1 {
			_, deviation := meanDeviation(logs)
			g.Factor = math.Exp(deviation)
		}
		if shares > 0 {
			g.Ratio = math.Exp(sum / shares)
		}
		out = append(out, g)
	}
	return out
}

// comparisonsOf returns the matrix of the judgements.
func comparisonsOf(judgements []GroupJudgement, n int) comparisons {
	c := newComparisons(n)
	for _, g := range judgements {
		if g.Ratio > 0 {
			c.set(g.Row, g.Column, g.Ratio, 1/g.Ratio)
		}
	}
	return c
}
