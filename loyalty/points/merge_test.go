package points_test

import (
	"errors"
	"math"
	"testing"

	"github.com/hotelcrm/hotelcrm/loyalty/points"
)

// house keeps several accounts of one programme.
type house struct {
	t      *testing.T
	ledger *points.Ledger
	n      int
}

func newHouse(t *testing.T, rules points.Rules) *house {
	ledger, _ := mustLedger(t, rules)
	return &house{t: t, ledger: ledger}
}

func (h *house) head(month, day_ int) points.Header {
	h.n++
	return points.Header{ID: "h" + string(rune('a'+h.n)), Date: day(month, day_), Recorded: points.Instant(h.n)}
}

func (h *house) do(account string, c points.Command) points.Decision {
	h.t.Helper()
	d, err := h.ledger.Do(h.t.Context(), account, c)
	if err != nil {
		h.t.Fatalf("%T: %v", c, err)
	}
	return d
}

func (h *house) stay(account, key string, n int64) points.Decision {
	h.t.Helper()
	return h.do(account, points.Earn{
		Header: h.head(1, 1), Stay: key, Credits: []points.Credit{{Currency: "points", Points: n}, {Currency: "nights", Points: 2}},
	})
}

func (h *house) balance(account, currency string) points.Balance {
	h.t.Helper()
	a, err := h.ledger.Account(h.t.Context(), account)
	if err != nil {
		h.t.Fatal(err)
	}
	b, err := a.Balance(currency, day(12, 1))
	if err != nil {
		h.t.Fatal(err)
	}
	return b
}

func (h *house) want(account string, points, nights int64) {
	h.t.Helper()
	if p, n := h.balance(account, "points").Points, h.balance(account, "nights").Points; p != points || n != nights {
		h.t.Errorf("%s has %d points and %d nights, want %d and %d", account, p, n, points, nights)
	}
}

// What a guest gave a spouse is no second credit of the stay if both turn out to be one person.
func TestMergeOfWhatWasTransferredBefore(t *testing.T) {
	h := newHouse(t, plain())
	h.stay("anne", "S1", 100)
	h.do("anne", points.Transfer{Header: h.head(1, 2), Currency: "points", Points: 40, To: "ann"})
	h.do("ann", points.Merge{Header: h.head(1, 3), Into: "anne"})
	h.want("anne", 100, 2)
}

// The business key of a stay outlives its points.
func TestMergeRemembersStaysWhoseSpentPointsDidNotCome(t *testing.T) {
	h := newHouse(t, plain())
	h.do("old", points.Earn{Header: h.head(1, 1), Stay: "S1", Credits: []points.Credit{{Currency: "points", Points: 100}}})
	h.do("old", points.Redeem{Header: h.head(1, 2), Currency: "points", Points: 100})
	h.do("old", points.Merge{Header: h.head(1, 3), Into: "new"})
	if d := h.stay("new", "S1", 100); !d.Repeat {
		h.want("new", 0, 0)
	}
	h.do("new", points.Merge{Header: h.head(1, 4), Into: "newest"})
	if d := h.stay("newest", "S1", 100); !d.Repeat {
		h.want("newest", 0, 0)
	}
}

// A stay that is voided after the merge is taken back from where its points went.
func TestVoidOfAnEarnAfterTheMerge(t *testing.T) {
	for _, test := range []struct {
		policy                    points.Clawback
		spent                     int64
		want, unrecovered, nights int64
	}{
		{points.WithinBalance, 0, 50, 0, 0},
		{points.WithinBalance, 120, 0, 70, 0},
		{points.DebtAllowed, 120, -70, 0, 0},
	} {
		h := newHouse(t, plain(clawback(test.policy)))
		earn := points.Earn{Header: h.head(1, 1), Stay: "S1", Credits: []points.Credit{{Currency: "points", Points: 100}, {Currency: "nights", Points: 2}}}
		h.do("old", earn)
		h.do("new", points.Earn{Header: h.head(1, 1), Credits: []points.Credit{{Currency: "points", Points: 50}}})
		h.do("old", points.Merge{Header: h.head(1, 3), Into: "new"})
		if test.spent > 0 {
			h.do("new", points.Redeem{Header: h.head(1, 4), Currency: "points", Points: test.spent})
		}
		h.do("old", points.Void{Header: h.head(1, 5), Ref: earn.ID})
		h.do("old", points.Merge{Header: h.head(1, 6), Into: "new"})
		h.want("old", 0, 0)
		h.want("new", test.want, test.nights)
		if b := h.balance("new", "points"); b.Unrecovered != test.unrecovered || b.Available != max(0, test.want) {
			t.Errorf("%v: %+v, want %d unrecovered", test.policy, b, test.unrecovered)
		}
	}
}

// What comes back to an account can be sent on, also where the account it was merged into is closed too.
func TestMergeOnAlongAChain(t *testing.T) {
	h := newHouse(t, plain())
	h.stay("a", "S1", 100)
	redeem := points.Redeem{Header: h.head(1, 2), Currency: "points", Points: 60}
	h.do("a", redeem)
	h.do("a", points.Merge{Header: h.head(1, 3), Into: "b"})
	h.do("b", points.Merge{Header: h.head(1, 4), Into: "c"})
	h.do("a", points.Void{Header: h.head(1, 5), Ref: redeem.ID})
	h.do("a", points.Merge{Header: h.head(1, 6), Into: "b"})
	h.do("b", points.Merge{Header: h.head(1, 7), Into: "c"})
	h.want("c", 100, 2)
	_, err := h.ledger.Do(h.t.Context(), "d", points.Merge{Header: h.head(1, 8), Into: "b"})
	if !errors.Is(err, points.AccountClosed) {
		t.Errorf("merge into a closed account: %v", err)
	}
}

func TestDebtsOfTwoAccountsOverflow(t *testing.T) {
	rules := plain()
	owing := points.Part{Terms: points.Terms{Currency: "points", Earned: day(1, 1), Active: day(1, 1)}, Owed: math.MaxInt64}
	c := points.Receive{Header: points.Header{ID: "m", Date: day(1, 2)}, From: "G-2", Merged: true, Parts: []points.Part{owing, owing}}
	if _, err := rules.Decide(points.NewAccount("G-1"), c); !errors.Is(err, points.Overflow) {
		t.Errorf("error %v, want overflow", err)
	}
}

// What comes later pays a debt that came with a merge.
func TestDebtThatCameWithAMerge(t *testing.T) {
	h := newHouse(t, plain(clawback(points.DebtAllowed)))
	earn := points.Earn{Header: h.head(1, 1), Credits: []points.Credit{{Currency: "points", Points: 100}}}
	h.do("old", earn)
	h.do("old", points.Redeem{Header: h.head(1, 2), Currency: "points", Points: 80})
	h.do("old", points.Void{Header: h.head(1, 3), Ref: earn.ID})
	h.do("old", points.Merge{Header: h.head(1, 4), Into: "new"})
	h.want("new", -80, 0)
	h.stay("new", "S2", 50)
	h.do("new", points.Merge{Header: h.head(1, 5), Into: "newest"})
	h.stay("newest", "S3", 100)
	h.want("newest", 70, 4)
	if b := h.balance("newest", "points"); b.Owed != 0 || b.Available != 70 {
		t.Errorf("%+v, want nothing owed", b)
	}
}

// A claw-back after a merge takes no piece that another stay gave.
func TestVoucherOfAnotherStayIsLeft(t *testing.T) {
	h := newHouse(t, points.Rules{Version: "1", Currencies: []points.Currency{{Name: "points", Kind: points.Voucher}, {Name: "nights", Kind: points.Qualifying}}})
	earn := points.Earn{Header: h.head(1, 1), Stay: "S1", Credits: []points.Credit{{Currency: "points", Points: 1}}}
	h.do("old", earn)
	h.do("new", points.Earn{Header: h.head(2, 1), Stay: "S2", Credits: []points.Credit{{Currency: "points", Points: 1}}})
	h.do("old", points.Merge{Header: h.head(2, 2), Into: "new"})
	h.do("new", points.Redeem{Header: h.head(2, 3), Currency: "points", Points: 1}) // the older one, of S1
	h.do("old", points.Void{Header: h.head(2, 4), Ref: earn.ID})
	h.do("old", points.Merge{Header: h.head(2, 5), Into: "new"})
	if b := h.balance("new", "points"); b.Points != 1 || b.Unrecovered != 1 {
		t.Errorf("%+v, want one piece left and one unrecovered", b)
	}
}
