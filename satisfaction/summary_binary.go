package satisfaction

import (
	"encoding/json"
	"fmt"

	"github.com/hotelcrm/hotelcrm/internal/wire"
)

// The binary form:
//
//	magic, format version, items as JSON, rows, counts by item, cross sums of i < j, gaps of i ≠ j, CRC-32C of all before
//
// Numbers are in their shortest form: equal content, equal bytes.
const (
	summaryMagic   = "hotelcrm survey"
	summaryVersion = 1
	maxRows        = 1 << 40 // keeps sums of a few summaries below 2⁶³
)

// MarshalBinary returns the summary's canonical form: equal content, equal bytes, on any platform.
//
// Errors: only for the zero Summary.
func (s *Summary) MarshalBinary() ([]byte, error) { return s.AppendBinary(nil) }

// AppendBinary appends the form of [Summary.MarshalBinary] to b.
//
// Errors: only for the zero Summary.
func (s *Summary) AppendBinary(b []byte) ([]byte, error) {
	if s.form == nil {
		return b, errZeroSummary
	}
	items, err := json.Marshal(s.form.items)
	if err != nil {
		return b, fmt.Errorf("satisfaction: items: %w", err)
	}
	start := len(b)
	b = wire.Head(b, summaryMagic, summaryVersion)
	b = wire.Text(b, string(items))
	b = wire.Uint(b, uint64(s.rows))
	for _, n := range s.count {
		b = wire.Uint(b, uint64(n))
	}
	n := s.form.Len()
	for i := range n {
		for j := i + 1; j < n; j++ {
			b = wire.Uint(b, uint64(s.Cross(i, j)))
		}
	}
	for at, rows := range s.gaps {
		if pair := at / s.codes; pair/n != pair%n {
			b = wire.Uint(b, uint64(rows))
		}
	}
	return wire.Seal(b, start), nil
}

// UnmarshalBinary replaces the summary's content by what [Summary.MarshalBinary] wrote.
//
// Errors: [hotelcrm.ErrVersion] for data of a newer library and [hotelcrm.ErrCorrupt] for any other data, both wrapped;
// the summary is then unchanged. Data is neither kept nor changed.
func (s *Summary) UnmarshalBinary(data []byte) error {
	body, err := wire.Unseal(data, summaryMagic, "a survey summary", summaryVersion)
	if err != nil {
		return err
	}
	in := wire.NewReader(body)
	form := readForm(in)
	if form == nil {
		return in.Err()
	}
	n, codes := form.Len(), int(form.top)+1
	if in.Left() < n*(codes+reasonSlots)+n*(n-1)/2+n*(n-1)*codes {
		in.Fail("summary shorter than its form")
		return in.Err()
	}
	fresh := NewSummary(form)
	fresh.read(in)
	if in.End() == nil {
		fresh.verify(in)
	}
	if in.Err() != nil {
		return in.Err()
	}
	*s = *fresh
	return nil
}

// readForm accepts only the bytes that the items of a form marshal to.
func readForm(in *wire.Reader) *Form {
	text := in.Text()
	if in.Err() != nil {
		return nil
	}
	var items []Item
	if err := json.Unmarshal([]byte(text), &items); err != nil {
		in.Fail("items are no JSON")
		return nil
	}
	form, err := NewForm(items)
	if err != nil {
		in.Fail("items out of range")
		return nil
	}
	if again, err := json.Marshal(items); err != nil || string(again) != text {
		in.Fail("items not in their canonical form")
		return nil
	}
	return form
}

func (s *Summary) read(in *wire.Reader) {
	s.rows = readRows(in, maxRows)
	for i := range s.count {
		s.count[i] = readRows(in, s.rows)
	}
	n := s.form.Len()
	for i := range n {
		s.cross[i*n+i] = s.Squares(i, i)
		for j := i + 1; j < n; j++ {
			v := readRows(in, s.rows*MaxCode*MaxCode)
			s.cross[i*n+j], s.cross[j*n+i] = v, v
		}
	}
	for at := range s.gaps {
		if pair := at / s.codes; pair/n != pair%n {
			s.gaps[at] = readRows(in, s.rows)
		}
	}
	for i := range n {
		s.gaps[(i*n+i)*s.codes] = s.missing(i)
	}
}

func readRows(in *wire.Reader, most int64) int64 {
	v := in.Uint()
	if v > uint64(most) {
		in.Fail("count out of range")
		return 0
	}
	return int64(v)
}

// missing returns how many rows left item i out.
func (s *Summary) missing(i int) int64 {
	n := s.Count(i, Blank)
	for _, reason := range [...]Answer{NotApplicable, Refused, NotAsked} {
		n += s.Count(i, reason)
	}
	return n
}

// verify fails unless the numbers agree with each other as those of rows do.
func (s *Summary) verify(in *wire.Reader) {
	n := s.form.Len()
	for i := range n {
		var sum int64
		for slot, v := range s.count[i*(s.codes+reasonSlots) : (i+1)*(s.codes+reasonSlots)] {
			sum += v
			if v > 0 && slot < s.codes && !s.form.allows(i, Answer(slot)) {
				in.Fail("answers off the scale")
			}
		}
		if sum != s.rows {
			in.Fail("counts that are not the rows")
		}
		for j := range n {
			if !s.agrees(i, j) {
				in.Fail("items that do not agree")
			}
		}
	}
}

// agrees reports whether what is known of two items can be true at once.
func (s *Summary) agrees(i, j int) bool {
	n := s.form.Len()
	gaps := s.gaps[(j*n+i)*s.codes : (j*n+i+1)*s.codes]
	if gaps[0] != s.gaps[(i*n+j)*s.codes] {
		return false
	}
	var sum int64
	for code, v := range gaps {
		if code > 0 && v > s.Count(i, Answer(code)) {
			return false
		}
		sum += v
	}
	return sum == s.missing(j) && s.Cross(i, j) >= s.Sum(i, j) && s.Cross(i, j) <= s.Sum(i, j)*int64(s.form.coders[j].top)
}
