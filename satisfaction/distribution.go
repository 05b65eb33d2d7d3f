package satisfaction

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm/internal/plural"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// distribution is how often each code was given to one item.
type distribution struct {
	form      *Form
	item      int
	rows      []int64   // by code
	weights   []float64 // by code: Σw of its rows
	effective float64   // Kish's number of answers
}

// distribution returns that of item i, all rows of weight 1.
func (s *Summary) distribution(i int) (distribution, error) {
	if err := s.form.checkItem(i); err != nil {
		return distribution{}, err
	}
	d := distribution{form: s.form, item: i, rows: make([]int64, s.codes), weights: make([]float64, s.codes)}
	for code := 1; code < s.codes; code++ {
		n := s.Count(i, Answer(code))
		d.rows[code], d.weights[code] = n, float64(n)
		d.effective += float64(n)
	}
	return d, nil
}

// distribution returns that of item i, by the weights of the rows.
func (m *Moments) distribution(i int) (distribution, error) {
	if err := m.form.checkItem(i); err != nil {
		return distribution{}, err
	}
	codes := int(m.form.top) + 1
	return distribution{m.form, i, m.given[i*codes : (i+1)*codes], m.givenWeight[i*codes : (i+1)*codes], m.EffectiveN(i, i)}, nil
}

func (f *Form) checkItem(i int) error {
	if f == nil {
		return errZeroSummary
	}
	if i < 0 || i >= f.Len() {
		return refuse.Param("i", fmt.Sprint(i), fmt.Sprintf("0 to %d", f.Len()-1))
	}
	return nil
}

// n returns the number of answers.
func (d distribution) n() int64 {
	var n int64
	for _, rows := range d.rows {
		n += rows
	}
	return n
}

// share returns the share of the answers, by weight, with codes from first on.
func (d distribution) share(first Answer) float64 {
	var in, out float64
	for code, w := range d.weights {
		if Answer(code) >= first {
			in += w
		} else {
			out += w
		}
	}
	if in+out == 0 {
		return 0
	}
	return in / (in + out)
}

// moments returns mean and variance in points, with divisor Σw - Σw²/Σw, and false for fewer than 2 answers in effect.
func (d distribution) moments() (mean, variance float64, ok bool) {
	if d.effective < 2-1e-9 {
		return 0, 0, false
	}
	var weight, sum, squares float64
	for code, w := range d.weights {
		weight += w
		sum += float64(w * float64(code))
	}
	mean = sum / weight
	for code, w := range d.weights {
		squares += float64(w * float64((float64(code)-mean)*(float64(code)-mean)))
	}
	c := d.form.coders[d.item]
	return c.points(mean), c.width * c.width * squares / (weight - weight/d.effective), true
}

func (d distribution) mustHave(levels int, words string) error {
	item := d.form.items[d.item]
	if len(item.Scale.Levels) != levels {
		return refuse.Param("scale of "+item.ID, plural.Of(len(item.Scale.Levels), "level", "levels"), words)
	}
	return nil
}
