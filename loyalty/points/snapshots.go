package points

import (
	"context"
	"sync"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Snapshots keeps states of accounts, so that a [Ledger] loads only the events that came after.
//
// A snapshot saves time and decides nothing: the journal alone is the truth, and what is not there, or cannot be read any
// more, is folded anew. So there are no errors. A database keeps one row an account with the bytes of
// [Account.MarshalBinary]; it need not write each state that it is offered, only one every hundred events, say.
type Snapshots interface {
	// Latest returns a state of the account at any event of this journal, the later the better; nil if there is none.
	Latest(ctx context.Context, account string) *Account
	// Keep is offered each new state, whose events are in the journal.
	Keep(ctx context.Context, a *Account)
}

// Cache is [Snapshots] in memory: the latest state of every account that was asked for. The zero Cache is empty and ready
// to use, by several goroutines and several ledgers of one journal at once.
type Cache struct {
	mu       sync.Mutex
	accounts map[string]*Account
}

// Latest returns the latest state that was kept, nil if there is none.
func (c *Cache) Latest(_ context.Context, account string) *Account {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.accounts[account]
}

// Keep takes a state in place of an earlier one.
func (c *Cache) Keep(_ context.Context, a *Account) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.accounts == nil {
		c.accounts = map[string]*Account{}
	}
	if old := c.accounts[a.id]; old == nil || old.version < a.version {
		c.accounts[a.id] = a
	}
}

// latest returns the snapshot of an account, the empty account if there is none.
func (l *Ledger) latest(ctx context.Context, id string) (*Account, error) {
	if l.Snapshots == nil {
		return NewAccount(id), nil
	}
	switch a := l.Snapshots.Latest(ctx, id); {
	case a == nil:
		return NewAccount(id), nil
	case a.id != id:
		return nil, refuse.Param("Snapshots", a.id, "a snapshot of account "+id)
	default:
		return a, nil
	}
}

// fold returns the account after events that the journal holds, and offers it to be kept.
func (l *Ledger) fold(ctx context.Context, a *Account, events []Event) (*Account, error) {
	if len(events) == 0 {
		return a, nil
	}
	next, err := Fold(a, events)
	if err == nil && l.Snapshots != nil {
		l.Snapshots.Keep(ctx, next)
	}
	return next, err
}
