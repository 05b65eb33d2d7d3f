package points

import (
	"crypto/sha256"
	"fmt"

	"github.com/hotelcrm/hotelcrm"
)

// Hash is a link of the hash chain of an account.
type Hash [sha256.Size]byte

// ChainStart returns the link before the first event. It names the account, so that a journal cannot be passed off as
// that of another.
func ChainStart(account string) Hash {
	return sha256.Sum256([]byte("hotelcrm points\x00" + account))
}

// Next returns the link of an event that follows on h.
//
//	hash(n) = SHA-256(hash(n-1) ‖ canonical bytes of event n)
func (h Hash) Next(e Event) Hash {
	b, _ := e.AppendBinary(h[:])
	return sha256.Sum256(b)
}

// Chain returns the links of events that follow on a link, one for each.
func Chain(start Hash, events []Event) []Hash {
	links := make([]Hash, 0, len(events))
	for _, e := range events {
		start = start.Next(e)
		links = append(links, start)
	}
	return links
}

// ChainError names the first record at which a chain is broken.
type ChainError struct {
	Index int    // position in the list, from 0
	Seq   uint64 // sequence number that the record claims; 0 if it is missing
}

// Error returns the position and the sequence number in one line.
func (e *ChainError) Error() string {
	return fmt.Sprintf("points: hash chain broken at record %d, sequence number %d", e.Index, e.Seq)
}

// Unwrap returns [hotelcrm.ErrCorrupt].
func (e *ChainError) Unwrap() error { return hotelcrm.ErrCorrupt }

// VerifyChain checks events against the links that were kept with them.
//
// Errors: a [*ChainError] with the first record that was changed, moved, added or lost. Losing the newest records
// together with their links shows only if the last link is known from elsewhere.
func VerifyChain(start Hash, events []Event, links []Hash) error {
	for i, e := range events {
		start = start.Next(e)
		if i >= len(links) || links[i] != start {
			return &ChainError{Index: i, Seq: e.Seq}
		}
	}
	if len(links) > len(events) {
		return &ChainError{Index: len(events)}
	}
	return nil
}
