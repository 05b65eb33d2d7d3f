package hotelcrm_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
)

// encoded returns the bytes of small registers of both forms.
func encoded(tb testing.TB) [][]byte {
	tb.Helper()
	id := with(stay("bob", 4, 0, "0.005"), func(s *hotelcrm.Stay) {
		s.ID, s.Version, s.Revenue.Fees = "S1", -7, decimal.New(1, 25)
	})
	var out [][]byte
	for _, r := range []*hotelcrm.Register{
		register(tb, hotelcrm.Setup{}),
		register(tb, hotelcrm.Setup{AsOf: newYear}, stay("ann", 1, 2, "100"), stay("ann", 1, 2, "100"), id, id, with(id, func(s *hotelcrm.Stay) { s.Rooms = 2 }), stay("", 1, 1, "1")),
		register(tb, hotelcrm.Setup{Form: hotelcrm.Tallies, Policy: hotelcrm.Policy{Visit: hotelcrm.ByStay}}, stay("ann", 1, 2, "100"), id),
	} {
		data, err := r.MarshalBinary()
		if err != nil {
			tb.Fatal(err)
		}
		out = append(out, data)
	}
	return out
}

// sealed gives data the checksum it needs to be looked at.
func sealed(data []byte) []byte {
	body := data[:max(0, len(data)-4)]
	return binary.LittleEndian.AppendUint32(bytes.Clone(body), crc32.Checksum(body, crc32.MakeTable(crc32.Castagnoli)))
}

// FuzzUnmarshalRegister: arbitrary data is refused with a typed error or is the one canonical form of what it holds.
func FuzzUnmarshalRegister(f *testing.F) {
	for _, data := range encoded(f) {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, data := range [][]byte{data, sealed(data)} {
			var r hotelcrm.Register
			if err := r.UnmarshalBinary(data); err != nil {
				if !errors.Is(err, hotelcrm.ErrCorrupt) && !errors.Is(err, hotelcrm.ErrVersion) {
					t.Fatalf("untyped error: %v", err)
				}
				continue
			}
			again, err := r.MarshalBinary()
			if err != nil || !bytes.Equal(again, data) {
				t.Fatalf("accepted %x, writes %x, %v", data, again, err)
			}
			if _, err := r.Summaries(hotelcrm.DateOf(2199, 12, 31), r.Setup().Window); err != nil {
				t.Fatal(err)
			}
		}
	})
}

func TestEveryCutAndEveryFlippedBitIsCorrupt(t *testing.T) {
	for _, data := range encoded(t) {
		for n := range data {
			var r hotelcrm.Register
			if err := r.UnmarshalBinary(data[:n]); !errors.Is(err, hotelcrm.ErrCorrupt) {
				t.Fatalf("cut to %d of %d bytes: %v", n, len(data), err)
			}
			for bit := range 8 {
				flipped := bytes.Clone(data)
				flipped[n] ^= 1 << bit
				if err := r.UnmarshalBinary(flipped); err == nil {
					t.Fatalf("bit %d of byte %d flipped and accepted", bit, n)
				}
			}
		}
	}
}

// TestOnlyTheCanonicalFormIsRead seals bodies that say something, but not in the one form that is written.
func TestOnlyTheCanonicalFormIsRead(t *testing.T) {
	whole := encoded(t)[0]
	head := whole[:len(whole)-4-len("\x00\x00\x00\x00")] // up to the empty book: superseded, guests, properties, stays
	const ann, noProperty = "\x01\x03ann", "\x01\x00"
	entry := func(id, delivered string) string { // of guest 0 at property 0, a day use, all amounts 0
		return "\x00\x00" + id + delivered + "\x90\xd2\x59" + "\x00\x01\x04\x01\x01" + "\x00\x00\x00\x00\x00\x00"
	}
	plain := entry("\x00", "")
	named := func(deliveries, conflict string) string { return entry("\x02S1", "\x00"+deliveries+conflict) }
	tests := []struct {
		name, body string
		ok         bool
	}{
		{"empty", "\x00\x00\x00\x00", true},
		{"data after the end", "\x00\x00\x00\x00\x00", false},
		{"one stay", "\x00" + ann + noProperty + "\x01" + plain, true},
		{"two equal stays without id", "\x00" + ann + noProperty + "\x02" + plain + plain, true},
		{"a guest without stay", "\x00\x02\x03ann\x03bob" + noProperty + "\x01" + plain, false},
		{"a guest twice", "\x00\x02\x03ann\x03ann" + noProperty + "\x01" + plain, false},
		{"guests out of order", "\x00\x02\x03bob\x03ann" + noProperty + "\x02" + plain + "\x01" + plain[1:], false},
		{"an empty guest", "\x00\x01\x00" + noProperty + "\x01" + plain, false},
		{"a property without stay", "\x00" + ann + "\x02\x00\x01A" + "\x01" + plain, false},
		{"one named stay", "\x00" + ann + noProperty + "\x01" + named("\x01", "\x00"), true},
		{"a stay never delivered", "\x00" + ann + noProperty + "\x01" + named("\x00", "\x00"), false},
		{"a conflict with itself", "\x00" + ann + noProperty + "\x01" + named("\x01", "\x01"), false},
		{"a conflict", "\x00" + ann + noProperty + "\x01" + named("\x02", "\x01"), true},
		{"an id twice", "\x00" + ann + noProperty + "\x02" + named("\x01", "\x00") + named("\x01", "\x00"), false},
		{"stays out of order", "\x00" + ann + noProperty + "\x02" + named("\x01", "\x00") + plain, false},
		{"more stays than data", "\x00" + ann + noProperty + "\x7f" + plain, false},
		{"a guest number without name", "\x00" + ann + noProperty + "\x01\x01" + plain[1:], false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			data := sealed([]byte(string(head) + tt.body + "sum."))
			var r hotelcrm.Register
			err := r.UnmarshalBinary(data)
			if (err == nil) != tt.ok || err != nil && !errors.Is(err, hotelcrm.ErrCorrupt) {
				t.Fatalf("got %v, want ok %v", err, tt.ok)
			}
			if again, _ := r.MarshalBinary(); tt.ok && !bytes.Equal(again, data) {
				t.Errorf("read %q, writes %q", data[len(head):], again[len(head):])
			}
		})
	}
}

// TestOneFormOfTallies: what no tally can say is corrupt too.
func TestOneFormOfTallies(t *testing.T) {
	setup := hotelcrm.Setup{Form: hotelcrm.Tallies, Policy: hotelcrm.Policy{Visit: hotelcrm.ByStay}}
	whole, _ := register(t, setup).MarshalBinary()
	head := whole[:len(whole)-4-1-16-1] // up to the empty book: stays, reasons, guests
	const none = "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"
	tests := []struct {
		name, body string
		ok         bool
	}{
		{"empty", "\x00" + none + "\x00", true},
		{"a guest without a visit", "\x00" + none + "\x01\x03ann" + "\x00\x00\x00\x00\x00" + "\x00\x00\x00\x00\x00\x02", true},
		{"nights without a visit", "\x00" + none + "\x01\x03ann" + "\x00\x00\x00\x01\x00" + "\x00\x00\x00\x00\x00\x02", false},
		{"revenue without a visit", "\x00" + none + "\x01\x03ann" + "\x00\x00\x00\x00\x00" + "\x00\x02\x00\x00\x00\x02", false},
		{"a visit without dates", "\x01" + none + "\x01\x03ann" + "\x00\x00\x01\x00\x00" + "\x00\x00\x00\x00\x00\x00", false},
		{"an amount of no kind", "\x00" + none + "\x01\x03ann" + "\x00\x00\x00\x00\x00" + "\x02\x00\x00\x00\x00\x00", false},
		{"an endless count", "\xff\xff\xff\xff\xff\xff\xff\x7f" + none + "\x00", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var r hotelcrm.Register
			err := r.UnmarshalBinary(sealed([]byte(string(head) + tt.body + "sum.")))
			if (err == nil) != tt.ok || err != nil && !errors.Is(err, hotelcrm.ErrCorrupt) {
				t.Errorf("got %v, want ok %v", err, tt.ok)
			}
		})
	}
}

func TestNewerFormatsAreNamed(t *testing.T) {
	data := encoded(t)[0]
	data[len("hotelcrm")] = 2
	var r hotelcrm.Register
	if err := r.UnmarshalBinary(data); !errors.Is(err, hotelcrm.ErrVersion) {
		t.Errorf("got %v, want ErrVersion", err)
	}
}

// FuzzRegisterOrder: whatever the stays, two registers that get them in opposite order are equal.
func FuzzRegisterOrder(f *testing.F) {
	f.Add([]byte("0123456789abcdefghijklmnopqrstuvwxyz"))
	f.Fuzz(func(t *testing.T, data []byte) {
		var stays []hotelcrm.Stay
		for ; len(data) >= 8; data = data[8:] {
			s := stay(string("abc"[data[0]%3]), int(data[1]%30)+1, int(data[2]%4), "0")
			s.ID = []string{"", "S1", "S2", "S3"}[data[3]%4]
			s.Version = int64(data[4] % 3)
			s.Status = hotelcrm.Status(data[5]%6 + 1)
			s.Revenue.Rooms = decimal.New(int64(int8(data[6])), -int32(data[7]%5))
			stays = append(stays, s)
		}
		policy := hotelcrm.Policy{Join: len(stays)%2 == 0}
		forward, back := register(t, hotelcrm.Setup{Policy: policy}), register(t, hotelcrm.Setup{Policy: policy})
		for i, s := range stays {
			if err := errors.Join(forward.Add(s), back.Add(stays[len(stays)-1-i])); err != nil {
				t.Fatal(err)
			}
		}
		a, _ := forward.MarshalBinary()
		b, _ := back.MarshalBinary()
		if !bytes.Equal(a, b) {
			t.Fatal("the order of the stays changes the bytes")
		}
	})
}
