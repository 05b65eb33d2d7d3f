package survey

import (
	"encoding/binary"
	"hash/fnv"
	"math"

	"github.com/hotelcrm/hotelcrm/satisfaction"
)

// groups is how many parts of the answers are left out in turn to see how sure the importance is.
const groups = 20

// drive derives the importance of the questions from the overall rating, if that can be done, and how sure it is.
func (t *Result) drive() error {
	if !t.Overall {
		return nil
	}
	t.Drivers = t.driversOf(t.Counts)
	if t.Drivers == nil {
		return nil
	}
	var err error
	t.ImportanceSE, err = t.jackknife()
	return err
}

// driversOf returns what the overall rating goes along with, nil for constant answers, or too few of them together.
func (t *Result) driversOf(counts *satisfaction.Summary) *satisfaction.Drivers {
	moments, err := counts.Moments()
	if err != nil {
		return nil
	}
	last := t.Form.Len() - 1
	questions := make([]int, last)
	for i := range questions {
		questions[i] = i
	}
	if d, err := moments.Drivers(last, questions); err == nil && d.R2 > 0 {
		return d
	}
	return nil
}

// jackknife returns the standard errors of the importance: the rows are dealt into groups, those of a guest into one,
// and the importance is found again without each group. It returns nil where that leaves too little.
//
//	SE² = (G - 1) / G ⋅ Σ (θ₋ᵍ - θ̄)²
func (t *Result) jackknife() ([]float64, error) {
	parts, err := t.parts()
	if err != nil {
		return nil, err
	}
	var found [groups][]float64
	for g := range parts {
		rest := satisfaction.NewSummary(t.Form)
		for h, part := range parts {
			if h == g {
				continue
			}
			if err := rest.Merge(part); err != nil {
				return nil, err
			}
		}
		d := t.driversOf(rest)
		if d == nil || parts[g].Rows() == 0 {
			return nil, nil
		}
		found[g] = sharesOf(d)
	}
	out := make([]float64, len(found[0]))
	for k := range out {
		mean, sum := 0.0, 0.0
		for _, one := range found {
			mean += one[k] / groups
		}
		for _, one := range found {
			sum += (one[k] - mean) * (one[k] - mean)
		}
		out[k] = math.Sqrt(sum * (groups - 1) / groups)
	}
	return out, nil
}

// parts returns the counts of each group.
func (t *Result) parts() (parts [groups]*satisfaction.Summary, err error) {
	width := t.Form.Len()
	var dealt [groups][]satisfaction.Answer
	deal := dealer{}
	for row, guest := range t.Guests {
		answers := t.Answers[row*width : (row+1)*width]
		if guest < 0 {
			guest = deal.next(answers)
		}
		g := guest % groups
		dealt[g] = append(dealt[g], answers...)
	}
	for g := range parts {
		parts[g] = satisfaction.NewSummary(t.Form)
		if err = parts[g].AddRows(dealt[g], t.Summaries.Workers()); err != nil {
			return parts, err
		}
	}
	return parts, nil
}

// dealer deals rows of nobody known: by their answers and how many have answered so before, so that the order of the rows
// does not matter.
type dealer map[uint64]uint64

func (d dealer) next(answers []satisfaction.Answer) int {
	hash := fnv.New64a()
	for _, a := range answers {
		_, _ = hash.Write([]byte{byte(a)}) // never fails
	}
	key := hash.Sum64()
	before := d[key]
	d[key]++
	_, _ = hash.Write(binary.LittleEndian.AppendUint64(nil, before))
	return int(hash.Sum64() >> 33) // what fits an int of 32 bits; the upper bits are the better mixed
}

// sharesOf returns the importance of each question, which add up to 1.
func sharesOf(d *satisfaction.Drivers) []float64 {
	out := make([]float64, len(d.List))
	for k, one := range d.List {
		out[k] = one.Relative / d.R2
	}
	return out
}
