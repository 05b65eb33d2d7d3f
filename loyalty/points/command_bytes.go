package points

import (
	"crypto/sha256"
	"encoding/hex"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/internal/wire"
)

// Digest tells whether two commands with one id have the same content: the first half of the SHA-256 of their canonical
// bytes.
type Digest [16]byte

// MarshalText returns the digest in hexadecimal.
func (d Digest) MarshalText() ([]byte, error) { return []byte(hex.EncodeToString(d[:])), nil }

// UnmarshalText reads what MarshalText wrote.
func (d *Digest) UnmarshalText(text []byte) error {
	raw, err := hex.DecodeString(string(text))
	if err != nil || len(raw) != len(d) {
		return refuse.Param("digest", string(text), "32 hexadecimal digits")
	}
	copy(d[:], raw)
	return nil
}

// digestOf covers all of a command but its id and the moment of recording, which differ when it is sent again.
func digestOf(c Command) Digest {
	h := c.header()
	b := wire.Text(appendDate(nil, h.Date), h.Reason)
	sum := sha256.Sum256(c.body(b))
	return Digest(sum[:len(Digest{})])
}

func appendDate(b []byte, date hotelcrm.Date) []byte { return wire.Int(b, int64(date)) }

func appendBool(b []byte, v bool) []byte {
	if v {
		return append(b, 1)
	}
	return append(b, 0)
}

func (c Earn) body(b []byte) []byte {
	b = wire.Text(append(b, 1), c.Stay)
	b = appendDate(appendBool(b, c.Pending), c.Until)
	b = wire.Uint(b, uint64(len(c.Credits)))
	for i := range c.Credits {
		cr := &c.Credits[i]
		b = wire.Int(wire.Text(b, cr.Currency), cr.Points)
		origin := byte(cr.Origin)
		if cr.Forever {
			origin |= 0x80
		}
		b = append(b, origin)
		b = appendDate(appendDate(appendDate(b, cr.Earned), cr.Active), cr.Expires)
		b = wire.Text(wire.Text(b, cr.Rule), cr.Version)
	}
	if c.Replaces != "" {
		b = wire.Text(b, c.Replaces)
	}
	return b
}

func (c Post) body(b []byte) []byte    { return wire.Text(append(b, 2), c.Earn) }
func (c Cancel) body(b []byte) []byte  { return wire.Text(append(b, 3), c.Earn) }
func (c Release) body(b []byte) []byte { return wire.Text(append(b, 4), c.Hold) }
func (c Void) body(b []byte) []byte    { return wire.Text(append(b, 5), c.Ref) }
func (c Expire) body(b []byte) []byte  { return append(b, 6) }
func (c Exempt) body(b []byte) []byte  { return appendDate(append(b, 7), c.Until) }
func (c Merge) body(b []byte) []byte   { return wire.Text(append(b, 8), c.Into) }

func (c Hold) body(b []byte) []byte {
	return appendDate(wire.Int(wire.Text(append(b, 9), c.Currency), c.Points), c.Until)
}

func (c Capture) body(b []byte) []byte {
	return wire.Int(wire.Text(append(b, 10), c.Hold), c.Points)
}

func (c Redeem) body(b []byte) []byte {
	return wire.Int(wire.Text(append(b, 11), c.Currency), c.Points)
}

func (c Transfer) body(b []byte) []byte {
	return wire.Text(wire.Int(wire.Text(append(b, 12), c.Currency), c.Points), c.To)
}

func (c Pool) body(b []byte) []byte {
	return wire.Text(wire.Text(append(b, 13), c.Currency), c.To)
}

func (c Adjust) body(b []byte) []byte {
	b = wire.Int(wire.Text(append(b, 14), c.Currency), c.Points)
	return appendDate(append(b, byte(c.Origin)), c.Expires)
}

func (c Reinstate) body(b []byte) []byte {
	b = wire.Int(wire.Text(append(b, 15), c.Currency), c.Points)
	return appendDate(appendDate(b, c.Since), c.Expires)
}

func (c Extend) body(b []byte) []byte {
	return appendDate(wire.Text(append(b, 16), c.Currency), c.Expires)
}

func (c Receive) body(b []byte) []byte {
	b = appendBool(wire.Text(append(b, 17), c.From), c.Merged)
	b = wire.Uint(b, uint64(len(c.Parts)))
	for i := range c.Parts {
		p := &c.Parts[i]
		b = wire.Int(wire.Int(appendTerms(b, &p.Terms), p.Free), p.Owed)
	}
	return appendDeadlines(b, c.Deadlines)
}
