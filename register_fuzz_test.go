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
