package points

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/wire"
)

// eventVersion is the format version of an event's canonical bytes.
const eventVersion = 1

// MarshalBinary returns the event's canonical form: equal events, equal bytes, on any platform.
func (e Event) MarshalBinary() ([]byte, error) { return e.AppendBinary(nil) }

// AppendBinary appends the form of [Event.MarshalBinary] to b. The error is always nil.
func (e Event) AppendBinary(b []byte) ([]byte, error) {
	b = wire.Uint(append(b, eventVersion, byte(e.Kind)), e.Seq)
	b = wire.Int(appendDate(b, e.Date), int64(e.Recorded))
	b = appendDigest(wire.Text(b, e.Command), e.Digest)
	b = wire.Uint(wire.Uint(b, e.First), e.Last)
	for _, text := range [...]string{e.Rules, e.Reason, e.Ref, e.Stay, e.Peer} {
		b = wire.Text(b, text)
	}
	b = wire.Int(appendDate(b, e.Until), int64(e.Grace))
	b = wire.Uint(b, uint64(len(e.Lots)))
	for i := range e.Lots {
		b = appendTerms(b, &e.Lots[i])
	}
	b = appendMoves(b, e.Moves)
	b = wire.Uint(b, uint64(len(e.Ends)))
	for _, end := range e.Ends {
		b = appendDate(wire.Int(b, int64(end.Lot)), end.Expires)
	}
	return appendDeadlines(b, e.Deadlines), nil
}

func appendTerms(b []byte, t *Terms) []byte {
	b = wire.Text(wire.Int(b, int64(t.Lot)), t.Currency)
	b = append(b, byte(t.Origin))
	b = appendDate(appendDate(appendDate(b, t.Earned), t.Active), t.Expires)
	for _, text := range [...]string{t.Rule, t.Version, t.Stay, t.From} {
		b = wire.Text(b, text)
	}
	return wire.Int(b, int64(t.FromLot))
}

func appendMoves(b []byte, moves []Move) []byte {
	b = wire.Uint(b, uint64(len(moves)))
	for _, m := range moves {
		b = wire.Int(append(wire.Int(b, int64(m.Lot)), byte(m.From), byte(m.To)), m.Points)
	}
	return b
}

func appendDeadlines(b []byte, list []Deadline) []byte {
	b = wire.Uint(b, uint64(len(list)))
	for _, d := range list {
		b = appendDate(wire.Text(b, d.Currency), d.Date)
	}
	return b
}

// UnmarshalBinary reads what [Event.MarshalBinary] wrote, and nothing else.
//
// Errors: [hotelcrm.ErrVersion] for data of a newer library, [hotelcrm.ErrCorrupt] for any other data, both wrapped;
// the event is then unchanged. Nothing larger than a small multiple of the data is allocated.
func (e *Event) UnmarshalBinary(data []byte) error {
	if len(data) > 0 && data[0] > eventVersion && data[0] < 0x80 {
		return fmt.Errorf("%w: event %d, this library reads up to %d", hotelcrm.ErrVersion, data[0], eventVersion)
	}
	r := wire.NewReader(data)
	if r.Uint() != eventVersion {
		r.Fail("format version")
	}
	fresh := readEvent(r)
	if err := r.End(); err != nil {
		return err
	}
	*e = fresh
	return nil
}

func readEvent(r *wire.Reader) Event {
	e := Event{Kind: EventKind(readCode(r, len(eventNames))), Seq: r.Uint(), Date: readDate(r), Recorded: Instant(r.Int())}
	e.Command, e.Digest = r.Text(), readDigest(r)
	e.First, e.Last = r.Uint(), r.Uint()
	for _, to := range [...]*string{&e.Rules, &e.Reason, &e.Ref, &e.Stay, &e.Peer} {
		*to = r.Text()
	}
	e.Until, e.Grace = readDate(r), int(r.Within(0, maxGrace, "grace"))
	for range r.Count(11) {
		e.Lots = append(e.Lots, readTerms(r))
	}
	e.Moves = readMoves(r)
	for range r.Count(2) {
		e.Ends = append(e.Ends, LotEnd{Lot: readLot(r), Expires: readDate(r)})
	}
	e.Deadlines = readDeadlines(r)
	return e
}

func readTerms(r *wire.Reader) Terms {
	t := Terms{Lot: readLot(r), Currency: r.Text(), Origin: Origin(readCode(r, len(originNames)))}
	t.Earned, t.Active, t.Expires = readDate(r), readDate(r), readDate(r)
	for _, to := range [...]*string{&t.Rule, &t.Version, &t.Stay, &t.From} {
		*to = r.Text()
	}
	t.FromLot = readLot(r)
	return t
}

func readMoves(r *wire.Reader) []Move {
	var moves []Move
	for range r.Count(4) {
		m := Move{Lot: readLot(r), From: Bucket(readCode(r, bucketCount)), To: Bucket(readCode(r, bucketCount)), Points: r.Int()}
		moves = append(moves, m)
	}
	return moves
}

func readDeadlines(r *wire.Reader) []Deadline {
	var list []Deadline
	for range r.Count(2) {
		list = append(list, Deadline{Currency: r.Text(), Date: readDate(r)})
	}
	return list
}

// maxLot bounds lot numbers, so that they are ints on every platform.
const maxLot = 1<<31 - 1

func readLot(r *wire.Reader) int { return int(r.Within(0, maxLot, "lot")) }

func readDate(r *wire.Reader) hotelcrm.Date {
	return hotelcrm.Date(r.Within(0, int64(hotelcrm.MaxDate), "date"))
}

// readCode reads a byte below a limit. Codes are below 0x80, where a byte and a varint are the same.
func readCode(r *wire.Reader, limit int) uint8 {
	v := r.Uint()
	if v >= uint64(limit) {
		r.Fail("code out of range")
		return 0
	}
	return uint8(v)
}

// appendDigest writes no bytes for an event that no command decided.
func appendDigest(b []byte, d Digest) []byte {
	if d == (Digest{}) {
		return wire.Text(b, "")
	}
	return wire.Text(b, string(d[:]))
}

func readDigest(r *wire.Reader) Digest {
	var d Digest
	text := r.Text()
	if text == "" {
		return d
	}
	if copy(d[:], text) != len(d) || len(text) != len(d) || d == (Digest{}) {
		r.Fail("digest")
	}
	return d
}

func readBool(r *wire.Reader) bool { return readCode(r, 2) == 1 }
