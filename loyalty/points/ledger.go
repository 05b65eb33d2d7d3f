package points

import (
	"context"
	"slices"
)

// Ledger decides commands on the accounts of a journal. It holds no state of its own.
type Ledger struct {
	Journal   Journal
	Rules     Rules
	Snapshots Snapshots // nil: all events of an account are loaded and folded each time
}

// Account returns the present state of an account.
//
// Errors: those of the journal; [ErrEvent], wrapped, for events that do not follow on each other or on the snapshot.
// Cost: O(events) since the snapshot, all events without one.
func (l *Ledger) Account(ctx context.Context, id string) (*Account, error) {
	from, err := l.latest(ctx, id)
	if err != nil {
		return nil, err
	}
	events, err := l.Journal.Load(ctx, id, from.version)
	if err != nil {
		return nil, err
	}
	return l.fold(ctx, from, events)
}

// Do decides a command on an account and writes the events, those of the receiving account included. For a repeat it
// writes nothing and returns the events of the first time.
//
// Errors: as [Rules.Decide] and [Ledger.Account]; a [*VersionError] if another writer came between: do it again.
// Cost: that of both.
func (l *Ledger) Do(ctx context.Context, id string, c Command) (Decision, error) {
	a, err := l.Account(ctx, id)
	if err != nil {
		return Decision{}, err
	}
	decision, err := l.Rules.Decide(a, c)
	if err != nil {
		return Decision{}, err
	}
	if decision.Repeat {
		decision.Events, err = l.decided(ctx, id, decision)
		return decision, err
	}
	if len(decision.Events) == 0 {
		return decision, nil
	}
	accounts, batches := []*Account{a}, []Batch{a.batch(decision.Events)}
	for _, e := range decision.Events {
		if e.Kind != EventTransferOut && e.Kind != EventMergeOut {
			continue
		}
		to, in, err := l.incoming(ctx, a, e)
		if err != nil {
			return Decision{}, err
		}
		accounts, batches = append(accounts, to), append(batches, in)
	}
	if err := l.Journal.Append(ctx, batches...); err != nil {
		return Decision{}, err
	}
	if l.Snapshots == nil {
		return decision, nil
	}
	for i, b := range batches {
		if _, err := l.fold(ctx, accounts[i], b.Events); err != nil {
			return decision, err
		}
	}
	return decision, nil
}

// batch is what a decision on the account adds to it.
func (a *Account) batch(events []Event) Batch {
	return Batch{Account: a.id, Expected: a.version, Events: events}
}

// decided returns the events of an earlier decision.
func (l *Ledger) decided(ctx context.Context, id string, of Decision) ([]Event, error) {
	if of.First == 0 {
		return nil, nil
	}
	events, err := l.Journal.Load(ctx, id, of.First-1)
	return slices.DeleteFunc(events, func(e Event) bool { return e.Seq > of.Last }), err
}

// incoming decides what the other account of a transfer or merge makes of it.
func (l *Ledger) incoming(ctx context.Context, from *Account, e Event) (*Account, Batch, error) {
	to, err := l.Account(ctx, e.Peer)
	if err != nil {
		return nil, Batch{}, err
	}
	c, err := Incoming(from, e)
	if err != nil {
		return nil, Batch{}, err
	}
	c.Recorded = max(c.Recorded, to.recorded)
	decision, err := l.Rules.Decide(to, c)
	if err != nil {
		return nil, Batch{}, err
	}
	return to, to.batch(decision.Events), nil
}
