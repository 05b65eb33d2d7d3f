// Package wire writes and reads the canonical binary form: shortest varints, length-prefixed text, nothing else.
//
// A Reader accepts only what a Writer can have written, so equal content has exactly one form. It remembers its
// first error; after that every read returns zero.
package wire

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// ErrCorrupt is wrapped by every reading error.
var ErrCorrupt = errors.New("hotelcrm: corrupt data")

// Uint appends v.
func Uint(b []byte, v uint64) []byte { return binary.AppendUvarint(b, v) }

// Int appends v in zig-zag form.
func Int(b []byte, v int64) []byte { return binary.AppendVarint(b, v) }

// Text appends the length of s, then s.
func Text(b []byte, s string) []byte { return append(Uint(b, uint64(len(s))), s...) }

// Reader reads what the functions of this package appended.
type Reader struct {
	data []byte
	at   int
	err  error
}

// NewReader returns a Reader over data, which it neither keeps beyond its own life nor changes.
func NewReader(data []byte) *Reader { return &Reader{data: data} }

// Err returns the first error, or nil.
func (r *Reader) Err() error { return r.err }

// End returns the first error; data left over is one.
func (r *Reader) End() error {
	if r.Left() > 0 {
		r.Fail("data after the end")
	}
	return r.err
}

// Left returns the number of unread bytes, 0 after an error.
func (r *Reader) Left() int {
	if r.err != nil {
		return 0
	}
	return len(r.data) - r.at
}

// Fail records an error about what was just read. The first one stays.
func (r *Reader) Fail(what string) {
	if r.err == nil {
		r.err = fmt.Errorf("%w: %s before byte %d", ErrCorrupt, what, r.at)
	}
}

// Uint reads a shortest-form unsigned varint.
func (r *Reader) Uint() uint64 {
	v, n := binary.Uvarint(r.rest())
	if !r.advance(n) {
		return 0
	}
	return v
}

// Int reads a shortest-form signed varint.
func (r *Reader) Int() int64 {
	v, n := binary.Varint(r.rest())
	if !r.advance(n) {
		return 0
	}
	return v
}

// Text reads a length-prefixed text.
func (r *Reader) Text() string {
	n := r.Uint()
	if n > uint64(r.Left()) {
		r.Fail("text longer than the data")
		return ""
	}
	s := string(r.data[r.at : r.at+int(n)])
	r.at += int(n)
	return s
}

// Count reads how many items follow. Each takes at least size bytes, so a count that the data cannot hold fails
// before anything is allocated for it.
func (r *Reader) Count(size int) int {
	n := r.Uint()
	if n > uint64(r.Left()/size) {
		r.Fail("count larger than the data")
		return 0
	}
	return int(n)
}

// Within reads a signed integer and fails unless it lies in [low, high].
func (r *Reader) Within(low, high int64, what string) int64 {
	v := r.Int()
	if r.err == nil && (v < low || v > high) {
		r.Fail(what + " out of range")
	}
	if r.err != nil {
		return 0
	}
	return v
}

func (r *Reader) rest() []byte {
	if r.err != nil {
		return nil
	}
	return r.data[r.at:]
}

// advance steps over a varint of n bytes. A last byte of zero means that a shorter form exists.
func (r *Reader) advance(n int) bool {
	switch {
	case r.err != nil:
	case n <= 0:
		r.Fail("varint cut short or too long")
	case n > 1 && r.data[r.at+n-1] == 0:
		r.Fail("varint not in its shortest form")
	default:
		r.at += n
	}
	return r.err == nil
}
