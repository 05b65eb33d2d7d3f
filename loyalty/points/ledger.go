package points

import (
	"context"
	"slices"
)

// Ledger decides commands on the accounts of a journal. It holds no state of its own.
type Ledger struct {
	Journal Journal
	Rules   Rules
}

// Account returns the present state of an account.
//
// Cost: O(events) each time; a program that keeps snapshots folds only what came after.
func (l *Ledger) Account(ctx context.Context, id string) (*Account, error) {
	events, err := l.Journal.Load(ctx, id, 0)
	if err != nil {
		return nil, err
	}
	return Fold(NewAccount(id), events)
}

// Do decides a command on an account and writes the events, those of the receiving account included. For a repeat it
// writes nothing and returns the events of the first time.
//
// Errors: as [Rules.Decide]; a [*VersionError] if another writer came between: do it again.
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
	batches := []Batch{{Account: id, Expected: a.version, Events: decision.Events}}
	for _, e := range decision.Events {
		if e.Kind != EventTransferOut && e.Kind != EventMergeOut {
			continue
		}
		in, err := l.incoming(ctx, a, e)
		if err != nil {
			return Decision{}, err
		}
		batches = append(batches, in)
	}
	if err := l.Journal.Append(ctx, batches...); err != nil {
		return Decision{}, err
	}
	return decision, nil
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
func (l *Ledger) incoming(ctx context.Context, from *Account, e Event) (Batch, error) {
	to, err := l.Account(ctx, e.Peer)
	if err != nil {
		return Batch{}, err
	}
	c, err := Incoming(from, e)
	if err != nil {
		return Batch{}, err
	}
	c.Recorded = max(c.Recorded, to.recorded)
	decision, err := l.Rules.Decide(to, c)
	if err != nil {
		return Batch{}, err
	}
	return Batch{Account: e.Peer, Expected: to.version, Events: decision.Events}, nil
}
