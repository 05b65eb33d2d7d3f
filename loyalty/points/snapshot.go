package points

import (
	"bytes"
	"crypto/sha256"
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/wire"
)

// The snapshot of an account:
//
//	magic, schema number, state with its version, SHA-256 of all before
//
// Equal accounts give equal bytes, and a snapshot at any event with the events after it folds to the same bytes as all.
const (
	snapshotMagic  = "points"
	snapshotSchema = 1
)

// MarshalBinary returns the snapshot of the account.
func (a *Account) MarshalBinary() ([]byte, error) { return a.AppendBinary(nil) }

// AppendBinary appends the snapshot of the account to b. The error is always nil.
func (a *Account) AppendBinary(b []byte) ([]byte, error) {
	start := len(b)
	b = wire.Uint(append(b, snapshotMagic...), snapshotSchema)
	b = wire.Uint(wire.Text(b, a.id), a.version)
	b = wire.Text(wire.Int(appendDate(b, a.clock), int64(a.recorded)), a.into)
	b = wire.Uint(appendDate(b, a.exempt), uint64(a.lots.n))
	for i := range a.lots.n {
		b = appendLot(b, a.lots.at(i))
	}
	b = wire.Uint(b, uint64(len(a.purses)))
	for _, p := range a.purses {
		b = wire.Int(appendDate(wire.Text(b, p.currency), p.deadline), p.credited)
	}
	b = wire.Uint(b, uint64(a.acts.n))
	for i := range a.acts.n {
		b = appendAct(b, a.acts.at(i))
	}
	b = wire.Uint(b, uint64(len(a.repaid)))
	for _, r := range a.repaid {
		b = wire.Int(wire.Int(wire.Int(b, int64(r.debtor)), int64(r.payer)), r.points)
	}
	b = appendIndex(b, a.stays)
	sum := sha256.Sum256(b[start:])
	return append(b, sum[:]...), nil
}

func appendLot(b []byte, l *Lot) []byte {
	b = appendDate(appendDate(appendDate(appendTerms(b, &l.Terms), l.Since), l.Lapsed), l.charged)
	for _, n := range l.points[1:] {
		b = wire.Int(b, n)
	}
	return b
}

func appendAct(b []byte, of *act) []byte {
	b = wire.Text(wire.Text(wire.Text(b, of.id), of.stay), of.ref)
	b = append(appendDigest(b, of.digest), byte(of.kind))
	b = appendDate(appendDate(wire.Uint(wire.Uint(b, of.first), of.last), of.date), of.until)
	b = appendMoves(wire.Int(b, int64(of.grace)), of.moves)
	return appendBool(appendBool(b, of.open), of.voided)
}

func appendIndex(b []byte, x index) []byte {
	b = wire.Uint(b, uint64(len(x)))
	for _, i := range x {
		b = wire.Uint(b, uint64(i))
	}
	return b
}

// UnmarshalBinary replaces the account by a snapshot.
//
// Errors: [hotelcrm.ErrVersion] for a snapshot of a newer library, [hotelcrm.ErrCorrupt] for any other data, both
// wrapped; the account is then unchanged. Nothing larger than a small multiple of the data is allocated.
func (a *Account) UnmarshalBinary(data []byte) error {
	body, ok := bytes.CutPrefix(data, []byte(snapshotMagic))
	if !ok || len(body) <= sha256.Size {
		return fmt.Errorf("%w: not a snapshot", hotelcrm.ErrCorrupt)
	}
	if schema := body[0]; schema > snapshotSchema && schema < 0x80 {
		return fmt.Errorf("%w: snapshot %d, this library reads up to %d", hotelcrm.ErrVersion, schema, snapshotSchema)
	}
	end := len(data) - sha256.Size
	if sum := sha256.Sum256(data[:end]); !bytes.Equal(sum[:], data[end:]) {
		return fmt.Errorf("%w: checksum", hotelcrm.ErrCorrupt)
	}
	r := wire.NewReader(body[:len(body)-sha256.Size])
	if r.Uint() != snapshotSchema {
		r.Fail("schema number")
	}
	fresh := readAccount(r)
	if err := r.End(); err != nil {
		return err
	}
	*a = *fresh
	return nil
}

func readAccount(r *wire.Reader) *Account {
	a := &Account{id: r.Text(), version: r.Uint(), clock: readDate(r), recorded: Instant(r.Int()), into: r.Text(), exempt: readDate(r)}
	for range r.Count(18) {
		a.lots.add(readOneLot(r, a.lots.n+1))
	}
	for range r.Count(3) {
		p := purse{currency: r.Text(), deadline: readDate(r), credited: r.Int()}
		if a.purse(p.currency) != nil || p.credited < 0 {
			r.Fail("currency")
		}
		a.purses = append(a.purses, p)
	}
	for range r.Count(12) {
		a.acts.add(readAct(r))
		if last := a.acts.n - 1; !a.knowsLots(a.acts.at(last).moves) || !a.actOrder.insert(&a.acts, byID, last) {
			r.Fail("command")
			break
		}
	}
	for range r.Count(3) {
		p := repayment{debtor: readLot(r), payer: readLot(r), points: r.Int()}
		if !a.hasLot(p.debtor) || !a.hasLot(p.payer) || p.points < 1 {
			r.Fail("repayment")
		}
		a.repaid = append(a.repaid, p)
	}
	a.readStays(r)
	return a
}

func readOneLot(r *wire.Reader, id int) Lot {
	l := Lot{Terms: readTerms(r), Since: readDate(r), Lapsed: readDate(r), charged: readDate(r)}
	var sum int64
	for b := Issued; int(b) < bucketCount; b++ {
		n := r.Int()
		l.points[b] = n
		sum += n
		if n > 0 && (b == Issued || b == Owed || b == Unrecovered || b == Waived) {
			r.Fail("points of a lot")
		}
	}
	for b, n := range l.points {
		if n < 0 && !l.mayFall(Bucket(b), n) {
			r.Fail("points of a lot")
		}
	}
	if sum != 0 || l.Lot != id || l.Currency == "" {
		r.Fail("lot")
	}
	return l
}

func readAct(r *wire.Reader) act {
	of := act{id: r.Text(), stay: r.Text(), ref: r.Text(), digest: readDigest(r), kind: EventKind(readCode(r, len(eventNames)))}
	of.first, of.last, of.date, of.until = r.Uint(), r.Uint(), readDate(r), readDate(r)
	of.grace, of.moves = int(r.Within(0, maxGrace, "grace")), readMoves(r)
	of.open, of.voided = readBool(r), readBool(r)
	return of
}

func (a *Account) knowsLots(moves []Move) bool {
	for _, m := range moves {
		if !a.hasLot(m.Lot) || m.Points < 1 || m.From == 0 || m.To == 0 {
			return false
		}
	}
	return true
}

// readStays reads the acts of stays in force, which lie in the order of their keys.
func (a *Account) readStays(r *wire.Reader) {
	for range r.Count(1) {
		i := r.Uint()
		if i >= uint64(a.acts.n) || a.acts.at(int(i)).stay == "" {
			r.Fail("stay")
			return
		}
		if n := len(a.stays); n > 0 && a.acts.at(int(a.stays[n-1])).stay >= a.acts.at(int(i)).stay {
			r.Fail("stays out of order")
			return
		}
		a.stays = append(a.stays, int32(i))
	}
}
