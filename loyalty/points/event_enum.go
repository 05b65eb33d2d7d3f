package points

import (
	"github.com/hotelcrm/hotelcrm/internal/choice"
	"github.com/hotelcrm/hotelcrm/internal/enum"
)

// Bucket is where points of a lot are. The buckets of a lot add up to zero at any time: what was issued stands as a
// negative number in Issued, or in Moved for a lot that came by transfer.
type Bucket uint8

// The buckets. A member's balance is Free + Held + Owed.
const (
	Issued      Bucket = iota + 1 // minus what was minted
	Pending                       // earned, not posted yet
	Free                          // at the member's disposal
	Held                          // reserved for an award
	Redeemed                      // spent
	Expired                       // lapsed
	Reversed                      // taken back; below zero only in a lot that came with a merge as a debt and was paid
	Moved                         // given to another account, negative where they came from one
	Owed                          // minus what a claw-back left the member owing
	Unrecovered                   // minus what a claw-back could not take; it takes what comes back to the lot
	Waived                        // minus what a pending-only claw-back leaves with the member for good
)

const bucketCount = int(Waived) + 1

var bucketNames = enum.Names{
	"", "issued", "pending", "free", "held", "redeemed", "expired", "reversed", "moved", "owed", "unrecovered",
	"waived",
}

// String returns the name, "unset" for the zero value.
func (b Bucket) String() string { return bucketNames.String(uint8(b)) }

// MarshalText returns the name, empty for the zero value.
func (b Bucket) MarshalText() ([]byte, error) { return choice.Marshal(bucketNames, "bucket", b) }

// UnmarshalText reads a name; the empty text is the zero value.
func (b *Bucket) UnmarshalText(text []byte) error {
	return choice.Unmarshal(bucketNames, "bucket", text, b)
}

// mayFall reports whether the bucket holds numbers of zero and below.
func (b Bucket) mayFall() bool { return b == Issued || b >= Moved }

// EventKind is what happened.
type EventKind uint8

// The kinds of event.
const (
	EventEarn EventKind = iota + 1
	EventPost
	EventCancel
	EventHold
	EventCapture
	EventRelease
	EventRedeem
	EventVoid
	EventLapse
	EventTransferOut
	EventTransferIn
	EventMergeOut
	EventMergeIn
	EventAdjust
	EventReinstate
	EventExtend
	EventExempt
	EventRepay   // a credit pays what the member owed
	EventRecover // points came back to a lot of a voided earn, and are taken
)

var eventNames = enum.Names{
	"", "earn", "post", "cancel", "hold", "capture", "release", "redeem", "void", "lapse", "transfer-out", "transfer-in",
	"merge-out", "merge-in", "adjust", "reinstate", "extend", "exempt", "repay", "recover",
}

// String returns the name, "unset" for the zero value.
func (k EventKind) String() string { return eventNames.String(uint8(k)) }

// MarshalText returns the name, empty for the zero value.
func (k EventKind) MarshalText() ([]byte, error) { return choice.Marshal(eventNames, "event", k) }

// UnmarshalText reads a name; the empty text is the zero value.
func (k *EventKind) UnmarshalText(text []byte) error {
	return choice.Unmarshal(eventNames, "event", text, k)
}
