package wire_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm/internal/wire"
	"pgregory.net/rapid"
)

// record stands for anything that is written field by field.
type record struct {
	Version uint64
	Balance int64
	Name    string
	Rooms   []int64
}

func (r record) append(b []byte) []byte {
	b = wire.Uint(b, r.Version)
	b = wire.Int(b, r.Balance)
	b = wire.Text(b, r.Name)
	b = wire.Uint(b, uint64(len(r.Rooms)))
	for _, room := range r.Rooms {
		b = wire.Int(b, room)
	}
	return b
}

func readRecord(r *wire.Reader) record {
	got := record{Version: r.Uint(), Balance: r.Int(), Name: r.Text()}
	for range r.Count(1) {
		got.Rooms = append(got.Rooms, r.Int())
	}
	return got
}

func anyRecord(t *rapid.T) record {
	return record{
		Version: rapid.Uint64().Draw(t, "version"),
		Balance: rapid.OneOf(rapid.Int64(), rapid.SampledFrom([]int64{math.MinInt64, math.MaxInt64})).Draw(t, "balance"),
		Name:    string(rapid.SliceOf(rapid.Byte()).Draw(t, "name")), // text is not checked, any bytes go through
		Rooms:   rapid.SliceOfN(rapid.Int64(), 1, 5).Draw(t, "rooms"),
	}
}

func wantCorrupt(t *testing.T, r *wire.Reader) {
	t.Helper()
	if !errors.Is(r.Err(), wire.ErrCorrupt) {
		t.Errorf("error = %v, want %v", r.Err(), wire.ErrCorrupt)
	}
	if r.Left() != 0 {
		t.Errorf("%d bytes are left after an error, want 0", r.Left())
	}
}

func TestWhatIsWrittenIsRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := anyRecord(t)
		data := want.append([]byte("head"))
		if !bytes.HasPrefix(data, []byte("head")) {
			t.Fatalf("appending changed what was there: %q", data)
		}
		kept := slices.Clone(data)
		r := wire.NewReader(data[4:])
		if diff := cmp.Diff(want, readRecord(r)); diff != "" || r.Err() != nil || r.Left() != 0 {
			t.Fatalf("read back, %d bytes left, error %v (-want +got):\n%s", r.Left(), r.Err(), diff)
		}
		if diff := cmp.Diff(kept, data); diff != "" {
			t.Fatalf("reading changed the data (-want +got):\n%s", diff)
		}
	})
}

func TestEveryTruncationIsCorrupt(t *testing.T) {
	whole := record{1 << 40, math.MinInt64, "Zimmer 104 für Frau Ōe", []int64{0, -1, 1 << 50, 7}}.append(nil)
	for size := range whole {
		r := wire.NewReader(whole[:size])
		readRecord(r)
		if !errors.Is(r.Err(), wire.ErrCorrupt) {
			t.Errorf("%d of %d bytes: error = %v, want %v", size, len(whole), r.Err(), wire.ErrCorrupt)
		}
	}
}

func TestOnlyWhatAWriterWritesIsRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		data := rapid.SliceOfN(rapid.OneOf(rapid.Byte(), rapid.SampledFrom([]byte{0, 1, 0x7f, 0x80, 0xff})), 0, 24).Draw(t, "data")
		r := wire.NewReader(data)
		var again []byte
		for r.Err() == nil && r.Left() > 0 {
			at := len(data) - r.Left()
			var item []byte
			switch rapid.IntRange(0, 2).Draw(t, "kind") {
			case 0:
				item = wire.Uint(nil, r.Uint())
			case 1:
				item = wire.Int(nil, r.Int())
			case 2:
				item = wire.Text(nil, r.Text())
			}
			if r.Err() == nil && at+len(item) != len(data)-r.Left() {
				t.Fatalf("an item of %d bytes was read from %d bytes", len(item), len(data)-r.Left()-at)
			}
			if r.Err() == nil {
				again = append(again, item...)
			}
		}
		if !bytes.HasPrefix(data, again) || r.Err() == nil && len(again) != len(data) {
			t.Fatalf("%x was read as %x", data, again)
		}
	})
}

func TestVarintsMustBeShortest(t *testing.T) {
	tests := []struct {
		name string
		data []byte
	}{
		{"nothing", nil},
		{"cut short", []byte{0x80}},
		{"zero in two bytes", []byte{0x80, 0}},
		{"one in two bytes", []byte{0x81, 0}},
		{"one in three bytes", []byte{0x81, 0x80, 0}},
		{"127 in two bytes", []byte{0xff, 0}},
		{"zero in ten bytes", append(bytes.Repeat([]byte{0x80}, 9), 0)},
		{"2^64", append(bytes.Repeat([]byte{0x80}, 9), 2)},
		{"eleven bytes", append(bytes.Repeat([]byte{0x80}, 10), 1)},
		{"endless", bytes.Repeat([]byte{0xff}, 40)},
	}
	reads := map[string]func(*wire.Reader) any{
		"Uint":   func(r *wire.Reader) any { return int(r.Uint()) },
		"Int":    func(r *wire.Reader) any { return int(r.Int()) },
		"Text":   func(r *wire.Reader) any { return len(r.Text()) },
		"Count":  func(r *wire.Reader) any { return r.Count(1) },
		"Within": func(r *wire.Reader) any { return int(r.Within(-1, 1<<60, "rooms")) },
	}
	for _, test := range tests {
		for name, read := range reads {
			t.Run(test.name+"/"+name, func(t *testing.T) {
				r := wire.NewReader(test.data)
				if diff := cmp.Diff(any(0), read(r)); diff != "" {
					t.Errorf("%x (-want +got):\n%s", test.data, diff)
				}
				wantCorrupt(t, r)
			})
		}
	}
}

func TestLargestVarintsAreRead(t *testing.T) {
	for _, v := range []uint64{0, 1, 127, 128, 1<<63 - 1, 1 << 63, math.MaxUint64} {
		if diff := cmp.Diff(binary.AppendUvarint(nil, v), wire.Uint(nil, v)); diff != "" {
			t.Errorf("%d (-want +got):\n%s", v, diff)
		}
		r := wire.NewReader(wire.Uint(nil, v))
		if got := r.Uint(); got != v || r.Err() != nil {
			t.Errorf("read %d, %v, want %d", got, r.Err(), v)
		}
	}
}

func TestCountNeverAllowsMoreThanTheDataHolds(t *testing.T) {
	tests := []struct {
		name  string
		count uint64
		size  int
		bytes int
		want  int // -1: refused
	}{
		{"none", 0, 3, 0, 0},
		{"just enough", 4, 3, 12, 4},
		{"a byte over", 4, 3, 13, 4},
		{"a byte short", 4, 3, 11, -1},
		{"one of nothing", 1, 1, 0, -1},
		{"would wrap when multiplied", 1 << 62, 4, 12, -1},
		{"negative as an int", 1 << 63, 1, 12, -1},
		{"largest", math.MaxUint64, 1, 12, -1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := wire.NewReader(append(wire.Uint(nil, test.count), make([]byte, test.bytes)...))
			got := r.Count(test.size)
			if test.want < 0 {
				if got != 0 {
					t.Errorf("Count = %d beside an error, want 0", got)
				}
				wantCorrupt(t, r)
				return
			}
			if diff := cmp.Diff(test.want, got); diff != "" || r.Err() != nil || r.Left() != test.bytes {
				t.Errorf("Count, %d bytes left, error %v (-want +got):\n%s", r.Left(), r.Err(), diff)
			}
		})
	}
}

func TestTextLongerThanTheDataIsCorrupt(t *testing.T) {
	for _, size := range []uint64{4, 5, 1 << 31, 1 << 63, math.MaxUint64} {
		r := wire.NewReader(append(wire.Uint(nil, size), "abc"...))
		if got := r.Text(); got != "" {
			t.Errorf("a text of %d bytes reads %q", size, got)
		}
		wantCorrupt(t, r)
	}
}

func TestTextDoesNotFollowTheData(t *testing.T) {
	data := wire.Text(nil, "Suite")
	got := wire.NewReader(data).Text()
	clear(data)
	if diff := cmp.Diff("Suite", got); diff != "" {
		t.Errorf("after the data changed (-want +got):\n%s", diff)
	}
}

func TestWithinRefusesValuesOutsideItsRange(t *testing.T) {
	for v := int64(-7); v <= 7; v++ {
		r := wire.NewReader(wire.Int(nil, v))
		got := r.Within(-3, 5, "rooms")
		if v >= -3 && v <= 5 {
			if got != v || r.Err() != nil {
				t.Errorf("Within of %d = %d, %v", v, got, r.Err())
			}
			continue
		}
		if got != 0 || !strings.Contains(r.Err().Error(), "rooms") {
			t.Errorf("Within of %d = %d, %v, want 0 and an error about rooms", v, got, r.Err())
		}
		wantCorrupt(t, r)
	}
}

func TestFirstErrorStays(t *testing.T) {
	r := wire.NewReader(append(wire.Int(nil, 9), "\x02ab\x01\x01\x01"...))
	r.Within(0, 5, "first")
	first := r.Err()
	r.Fail("second")
	r.Within(0, 5, "third")
	type answers struct {
		Uint        uint64
		Int, Within int64
		Text        string
		Count, Left int
	}
	got := answers{r.Uint(), r.Int(), r.Within(1, 5, "fourth"), r.Text(), r.Count(1), r.Left()}
	if diff := cmp.Diff(answers{}, got); diff != "" {
		t.Errorf("reads after an error (-want +got):\n%s", diff)
	}
	if r.Err() != first || !strings.Contains(first.Error(), "first") {
		t.Errorf("error = %v, want the first: %v", r.Err(), first)
	}
}

func TestFailMarksTheDataAsCorrupt(t *testing.T) {
	r := wire.NewReader(wire.Uint(nil, 3))
	if r.Uint() != 3 || r.Err() != nil {
		t.Fatalf("error = %v, want none", r.Err())
	}
	r.Fail("dates out of order")
	if !strings.Contains(r.Err().Error(), "dates out of order") {
		t.Errorf("error = %v, want it to say what is wrong", r.Err())
	}
	wantCorrupt(t, r)
}
