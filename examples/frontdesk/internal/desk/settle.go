package desk

import (
	"context"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/store"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
	"github.com/hotelcrm/hotelcrm/loyalty/points/posting"
)

// settlement is what brings the ledger of a guest to what the programme says of the guest's stays, as it was reckoned on
// one state of the database. For a guest who is no member it is empty.
type settlement struct {
	values, guest int64 // revisions of the saved values, and of stays and membership
	batch         points.Batch
	earned        map[string]int64 // by the key of the stay in the ledger
}

// change is what is about to be kept: a stay or a membership.
type change struct {
	stay   *hotelcrm.Stay
	member *Member
	loaded bool // history is loaded: commands bear the date of the stay, not that of the house
}

// reckon reckons a settlement with all stays of a guest, as they will be after a change.
func (d *Desk) reckon(tx *store.Tx, k *knowledge, guest string, c change) (*settlement, error) {
	out := &settlement{values: k.revision}
	var err error
	if out.guest, err = tx.GuestRevision(guest); err != nil {
		return nil, err
	}
	m := c.member
	if m == nil {
		m = new(Member)
		if found, err := tx.Member(guest, m); err != nil || !found {
			return out, err
		}
	}
	stays, err := tx.StaysOf(guest)
	if err != nil {
		return nil, err
	}
	due, err := k.earnings(m, c.among(stays, guest))
	if err != nil {
		return nil, err
	}
	b, err := d.open(tx, k, guest, nil)
	if err != nil {
		return nil, err
	}
	head := points.Header{Recorded: b.now, Date: k.House.BusinessDate}
	if c.loaded {
		head.Date = 0
	}
	err = b.post(k, due.credits, head)
	out.earned, out.batch = due.sums(), b.batch
	return out, err
}

// holds reports whether nothing has changed since a settlement was reckoned.
func (s *settlement) holds(tx *store.Tx, k *knowledge, guest string, revision int64) (bool, error) {
	if s == nil || s.values != k.revision || s.guest != revision {
		return false, nil
	}
	head, err := tx.Head(guest)
	return s.earned == nil || s.batch.Expected == head.Version, err
}

// settlements were reckoned ahead of the write they are for, by guest. Nil: none was, yet.
type settlements map[string]*settlement

// settle brings the ledger of a guest to what is due after a change that is about to be kept, and returns what each stay
// has earned. What was reckoned ahead need not be reckoned again, unless something has changed since.
//
// Errors: errLong.
func (d *Desk) settle(tx *store.Tx, k *knowledge, guest string, c change, ahead settlements) (map[string]int64, error) {
	revision, err := tx.GuestRevision(guest)
	switch {
	case err != nil:
		return nil, err
	case ahead == nil && revision >= d.aheadFrom:
		return nil, errLong
	}
	due := ahead[guest]
	holds, err := due.holds(tx, k, guest, revision)
	if err != nil {
		return nil, err
	}
	if !holds {
		if due, err = d.reckon(tx, k, guest, c); err != nil {
			return nil, err
		}
	}
	return due.earned, tx.Append(context.Background(), due.batch)
}

// among returns the stays of a guest with the one that is about to be kept.
func (c change) among(stays []hotelcrm.Stay, guest string) []hotelcrm.Stay {
	if c.stay == nil {
		return stays
	}
	stays = slices.DeleteFunc(stays, func(s hotelcrm.Stay) bool { return s.Property == c.stay.Property && s.ID == c.stay.ID })
	if c.stay.Guest == guest {
		stays = append(stays, *c.stay)
	}
	return stays
}

// post decides what brings the account to the credits.
func (b *book) post(k *knowledge, credits []loyalty.Credit, head points.Header) error {
	poster := posting.Poster{Engine: k.engine, Currency: points.Currency{Name: PointsCurrency}}
	commands, err := poster.PostAll(b.account, credits, head)
	for i := 0; i < len(commands) && err == nil; i++ {
		err = b.do(commands[i])
	}
	return err
}

// sums returns the points of each stay by its key in the ledger.
func (e *earned) sums() map[string]int64 {
	out := map[string]int64{}
	for _, c := range e.credits {
		out[posting.StayKey(c.Property, c.Source)] += c.Points
	}
	return out
}
