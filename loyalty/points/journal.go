package points

import (
	"context"
	"slices"
	"sync"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Journal keeps the events of accounts. A database behind it needs one table with the account and the sequence number
// as its key.
type Journal interface {
	// Append adds the events of all batches, or of none. It returns a [*VersionError] if one of the accounts is not at
	// the version that its batch expects.
	Append(ctx context.Context, batches ...Batch) error
	// Load returns the events of an account with sequence numbers above after, in order; none for an unknown account.
	Load(ctx context.Context, account string, after uint64) ([]Event, error)
}

// Batch is what one decision adds to one account.
type Batch struct {
	Account  string
	Expected uint64 // the version that the decision was made on
	Events   []Event
}

// Memory is a [Journal] in memory, for tests and small programs. The zero Memory is empty and ready to use, by several
// goroutines at once.
type Memory struct {
	mu       sync.Mutex
	accounts map[string][]Event
}

// Append adds the events of all batches, or of none.
//
// Errors: a [*VersionError] if an account has moved on; a [*hotelcrm.ParamError] for two batches of one account.
func (j *Memory) Append(ctx context.Context, batches ...Batch) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	for i, b := range batches {
		if actual := uint64(len(j.accounts[b.Account])); actual != b.Expected {
			return &VersionError{Account: b.Account, Expected: b.Expected, Actual: actual}
		}
		if slices.ContainsFunc(batches[:i], func(o Batch) bool { return o.Account == b.Account }) {
			return refuse.Param("batches", b.Account, "one per account")
		}
	}
	if j.accounts == nil {
		j.accounts = map[string][]Event{}
	}
	for _, b := range batches {
		j.accounts[b.Account] = append(j.accounts[b.Account], b.Events...)
	}
	return nil
}

// Load returns the events of an account with sequence numbers above after.
func (j *Memory) Load(ctx context.Context, account string, after uint64) ([]Event, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	events := j.accounts[account]
	return slices.Clone(events[min(after, uint64(len(events))):]), nil
}

// Accounts returns the names of all accounts in order.
func (j *Memory) Accounts() []string {
	j.mu.Lock()
	defer j.mu.Unlock()
	names := make([]string, 0, len(j.accounts))
	for name := range j.accounts {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}
