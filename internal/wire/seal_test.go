package wire_test

import (
	"errors"
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/wire"
)

func sealed(version uint64, body string) []byte {
	b := []byte("before")
	start := len(b)
	return wire.Seal(append(wire.Head(b, "ledger", version), body...), start)[start:]
}

func TestWhatIsSealedIsUnsealed(t *testing.T) {
	for _, body := range []string{"", "guests"} {
		got, err := wire.Unseal(sealed(2, body), "ledger", "a ledger", 3)
		if err != nil || string(got) != body {
			t.Errorf("got %q, %v, want %q", got, err, body)
		}
	}
}

func TestOnlyWhatIsSealedIsUnsealed(t *testing.T) {
	whole := sealed(1, "guests")
	for at := range whole {
		changed := append([]byte{}, whole...)
		changed[at] ^= 0x40
		for _, data := range [][]byte{changed, whole[:at]} {
			_, err := wire.Unseal(data, "ledger", "a ledger", 99)
			if !errors.Is(err, wire.ErrCorrupt) {
				t.Errorf("%q: got %v, want %v", data, err, wire.ErrCorrupt)
			}
		}
	}
	for version, want := range map[uint64]error{0: wire.ErrCorrupt, 4: wire.ErrVersion, 127: wire.ErrVersion, 128: wire.ErrCorrupt} {
		if _, err := wire.Unseal(sealed(version, "guests"), "ledger", "a ledger", 3); !errors.Is(err, want) {
			t.Errorf("version %d: got %v, want %v", version, err, want)
		}
	}
	if _, err := wire.Unseal(sealed(1, ""), "register", "a register", 3); err == nil || err.Error() != "hotelcrm: corrupt data: not a register" {
		t.Errorf("got %v", err)
	}
}

func TestTheEndIsWhereNothingIsLeft(t *testing.T) {
	data := wire.Uint(nil, 7)
	r := wire.NewReader(data)
	if r.Uint(); r.End() != nil {
		t.Error(r.End())
	}
	if r := wire.NewReader(data); !errors.Is(r.End(), wire.ErrCorrupt) {
		t.Error("data left over is no error")
	}
	r = wire.NewReader(data)
	r.Fail("broken")
	if first := r.Err(); r.End() != first {
		t.Errorf("got %v, want the first error", r.End())
	}
}
