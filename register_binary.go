package hotelcrm

import (
	"encoding/json"
	"fmt"

	"github.com/hotelcrm/hotelcrm/internal/wire"
)

// The binary form:
//
//	magic, format version, setup as JSON, tolerated rows by reason, the book of the form, CRC-32C of all before
//
// Texts are sorted, numbers in their shortest form, amounts written by value: equal content, equal bytes.
const (
	magic         = "hotelcrm"
	formatVersion = 1
)

// MarshalBinary returns the register's canonical form: equal content, equal bytes, on any platform.
//
// Errors: only for the zero Register.
func (r *Register) MarshalBinary() ([]byte, error) { return r.AppendBinary(nil) }

// AppendBinary appends the form of [Register.MarshalBinary] to b.
//
// Errors: only for the zero Register.
func (r *Register) AppendBinary(b []byte) ([]byte, error) {
	if r == nil || r.book == nil {
		return b, errZeroRegister
	}
	setup, err := json.Marshal(r.setup)
	if err != nil {
		return b, fmt.Errorf("hotelcrm: setup: %w", err)
	}
	start := len(b)
	b = wire.Head(b, magic, formatVersion)
	b = wire.Text(b, string(setup))
	for reason := MissingGuest; reason.WrongData(); reason++ {
		b = wire.Uint(b, uint64(r.left[reason]))
	}
	b = r.book.append(&r.setup, b)
	return wire.Seal(b, start), nil
}

// UnmarshalBinary replaces the register's content by what [Register.MarshalBinary] wrote.
//
// Errors: [ErrVersion] for data of a newer library and [ErrCorrupt] for any other data, both wrapped; the register is
// then unchanged. Workers and MaxErrors, which are not stored, stay what they were. Data is neither kept nor changed, and
// nothing larger than a small multiple of it is allocated.
func (r *Register) UnmarshalBinary(data []byte) error {
	body, err := wire.Unseal(data, magic, "a register", formatVersion)
	if err != nil {
		return err
	}
	in := wire.NewReader(body)
	fresh := Register{setup: readSetup(in)}
	for reason := MissingGuest; reason.WrongData(); reason++ {
		fresh.left[reason] = readCount(in)
	}
	if in.Err() != nil {
		return in.Err()
	}
	if fresh.setup.Form == Tallies {
		fresh.book = readTallyBook(in, &fresh.setup)
	} else {
		fresh.book = readStayBook(in, &fresh.setup)
	}
	if err := in.End(); err != nil {
		return err
	}
	fresh.setup.Workers = max(1, r.setup.Workers)
	if r.setup.MaxErrors > 0 {
		fresh.setup.MaxErrors = r.setup.MaxErrors
	}
	fresh.limits = limitsOf(&fresh.setup)
	*r = fresh
	return nil
}

// readSetup accepts only the bytes that a valid setup marshals to.
func readSetup(in *wire.Reader) Setup {
	text := in.Text()
	if in.Err() != nil {
		return Setup{}
	}
	var s Setup
	if err := json.Unmarshal([]byte(text), &s); err != nil {
		in.Fail("setup is no JSON")
		return Setup{}
	}
	s, err := s.resolved()
	if err != nil {
		in.Fail("setup out of range")
		return Setup{}
	}
	if again, err := json.Marshal(s); err != nil || string(again) != text {
		in.Fail("setup not in its canonical form")
	}
	return s
}

// readCount reads a number of deliveries.
func readCount(in *wire.Reader) int64 {
	n := in.Uint()
	if n > 1<<53 { // sums of a few stay below 2⁶³
		in.Fail("count out of range")
		return 0
	}
	return int64(n)
}
