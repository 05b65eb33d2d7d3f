package valuation

import (
	"fmt"
	"math/big"
	"slices"

	"github.com/hotelcrm/hotelcrm/internal/plural"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/shopspring/decimal"
)

// Chain is the Markov model of a guest's relation with the hotel: what a period brings depends on the guest's state,
// and so does the state of the next period, on nothing else. It describes one way of treating the guests; [Chain.Stop]
// gives another.
type Chain struct {
	States     []string            `json:"states"`     // 1 to 200, no two alike
	Transition [][]decimal.Decimal `json:"transition"` // chance of going from the row's state to the column's: at most 30 decimal places, each row 1 in all
	Reward     []decimal.Decimal   `json:"reward"`     // of a period in the state: margin less cost
}

// ChainValue is what a guest is worth in each state.
type ChainValue struct {
	States     []StateValue `json:"states"` // in the order of the chain
	Convention Convention   `json:"convention"`
}

// StateValue is what a guest is worth in one state, rounded once.
type StateValue struct {
	State  string          `json:"state"`
	Amount decimal.Decimal `json:"amount"`
}

// maxStates bounds a chain, since exact elimination takes the cube of it.
const maxStates = 200

// RecencyChain returns the chain of guests who are mailed each period until they are given up: states by the number of
// periods since the last purchase, then former guests.
//
//	state  1: margin - mailing,  2..J: -mailing,  former: 0
//
// A guest in state j buys with chance p(j) and is in state 1 then, else in the next.
//
// Input: purchase p(1) to p(J), at most 199 of them; margin of a purchase; mailing, the cost per guest and period.
// Errors: a [*hotelcrm.ParamError].
// Source: P. Pfeifer and R. Carraway (2000), Modeling customer relationships as Markov chains, Journal of Interactive
// Marketing 14(2).
func RecencyChain(purchase []decimal.Decimal, margin, mailing decimal.Decimal) (Chain, error) {
	if err := checkPurchase("purchase", purchase); err != nil {
		return Chain{}, err
	}
	if err := checkDecimal("margin", margin); err != nil {
		return Chain{}, err
	}
	if err := checkDecimal("mailing", mailing); err != nil {
		return Chain{}, err
	}
	one := decimal.NewFromInt(1)
	var c Chain
	for j, p := range purchase {
		row := make([]decimal.Decimal, len(purchase)+1)
		row[0], row[j+1] = p, one.Sub(p)
		c.States = append(c.States, fmt.Sprintf("recency %d", j+1))
		c.Transition = append(c.Transition, row)
		c.Reward = append(c.Reward, mailing.Neg())
	}
	c.Reward[0] = margin.Sub(mailing)
	former := make([]decimal.Decimal, len(purchase)+1)
	former[len(purchase)] = one
	c.States, c.Transition, c.Reward = append(c.States, "former"), append(c.Transition, former), append(c.Reward, decimal.Decimal{})
	return c, c.Validate()
}

// Validate returns a [*hotelcrm.ParamError] for the first thing out of range, with the row and column of a chance, else
// nil. Rows must add up to 1 exactly: of thirds, write one as 0.3334.
func (c Chain) Validate() error {
	n := len(c.States)
	if n == 0 || n > maxStates {
		return refuse.Param("Chain.States", plural.Of(n, "state", "states"), fmt.Sprintf("1 to %d", maxStates))
	}
	if len(c.Transition) != n {
		return refuse.Param("Chain.Transition", plural.Of(len(c.Transition), "row", "rows"), fmt.Sprintf("%d", n))
	}
	if len(c.Reward) != n {
		return refuse.Param("Chain.Reward", plural.Of(len(c.Reward), "reward", "rewards"), fmt.Sprintf("%d", n))
	}
	seen := make(map[string]bool, n)
	for i, state := range c.States {
		if seen[state] {
			return refuse.Param(fmt.Sprintf("Chain.States[%d]", i), state, "no two states alike")
		}
		seen[state] = true
		if err := c.checkRow(i); err != nil {
			return err
		}
	}
	return nil
}

func (c Chain) checkRow(i int) error {
	param := fmt.Sprintf("Chain.Transition[%d]", i)
	if len(c.Transition[i]) != len(c.States) {
		return refuse.Param(param, plural.Of(len(c.Transition[i]), "chance", "chances"), fmt.Sprintf("%d", len(c.States)))
	}
	sum := decimal.NewFromInt(0)
	for j, p := range c.Transition[i] {
		if err := checkChance(fmt.Sprintf("%s[%d]", param, j), p); err != nil {
			return err
		}
		sum = sum.Add(p)
	}
	if !sum.Equal(decimal.NewFromInt(1)) {
		return refuse.Param(param, sum.String(), "chances that add up to 1 exactly")
	}
	return checkDecimal(fmt.Sprintf("Chain.Reward[%d]", i), c.Reward[i])
}

// Value returns what a guest is worth in each state.
//
//	infinite  V = (I - P/(1+d))⁻¹·R
//	finite    V = Σ (P/(1+d))^t·R  t = 0..n-1
//
// Input: n is conv.Horizon.N, at most 600: the rewards of n periods. An unset timing is StartOfPeriod, the source's
// own: the sums above, with the first reward now. At the end of the period all is worth 1/(1+d) of that.
// Result: correctly rounded, as by [Annuity]; the linear system is solved exactly where the rate is rational and the
// cost below allows it. Else values are known to 60 digits, and one that close to a boundary of rounding counts as on
// it.
// Errors: a [*hotelcrm.ParamError], also for an endless sum at a rate of 0 or less, which has no value.
// Cost: for s states, infinite: O(s³) products of integers that grow to s times the digits of a chance and the rate,
// for chances of 4 places about 1 ms for 20 states, 10 ms for 50 and 3 s for 200. Finite: O(n·s²) products of integers
// that grow to n times those digits. Where that would take more than some seconds, as for 200 states and chances of
// more than 4 places, and at a rate converted from another period, every product has 120 digits, for 200 states about 1
// s.
// Source: P. Pfeifer and R. Carraway (2000).
func (c Chain) Value(conv Convention) (ChainValue, error) {
	conv, t, err := c.prepare(conv)
	if err != nil {
		return ChainValue{}, err
	}
	return c.rounded(c.solve(conv, t), conv, t), nil
}

// prepare checks the chain and what it is valued under.
func (c Chain) prepare(conv Convention) (Convention, terms, error) {
	if err := c.Validate(); err != nil {
		return conv, terms{}, err
	}
	conv, err := conv.resolved(StartOfPeriod)
	if err != nil {
		return conv, terms{}, err
	}
	if err := checkTerms("Horizon.N", conv.Horizon.N); err != nil {
		return conv, terms{}, err
	}
	t := conv.terms()
	if conv.Infinite && t.num.Cmp(t.den) >= 0 {
		return conv, t, refuse.Param("Convention.Rate", conv.Rate.String(), "above 0, as the rewards never end")
	}
	if c.tooLong(conv, t) {
		t.rational, t.exact = false, false
	}
	return conv, t, nil
}

// maxChainBits bounds the work on exact integers: states² times the bits of a chance and the rate, or
// 1/400,000 of periods²·states² times them.
const maxChainBits int64 = 800_000

// tooLong reports whether exact integers would take more than some seconds.
func (c Chain) tooLong(conv Convention, t terms) bool {
	places := 0
	for _, row := range c.Transition {
		for _, p := range row {
			places = max(places, int(-p.Exponent()))
		}
	}
	bits, states := pow10(places).BitLen()+t.den.BitLen(), len(c.States)
	if conv.Infinite {
		return int64(states*states*bits) > maxChainBits
	}
	sums := int64(conv.Horizon.N * states)
	return sums*sums*int64(bits) > 400_000*maxChainBits
}

// fractions are values of the states with one denominator.
type fractions struct {
	nums []*big.Int
	den  *big.Int
}

func (c Chain) rounded(v fractions, conv Convention, t terms) ChainValue {
	out := ChainValue{Convention: conv, States: make([]StateValue, len(c.States))}
	for i, state := range c.States {
		out.States[i] = StateValue{State: state, Amount: t.round(v.nums[i], v.den)}
	}
	return out
}

// Stop returns the chain in which the guests of the named states are given up: no more cost, no more purchases, value
// 0.
//
// Errors: a [*hotelcrm.ParamError] for an unknown state or a chain that is not valid.
func (c Chain) Stop(states ...string) (Chain, error) {
	if err := c.Validate(); err != nil {
		return Chain{}, err
	}
	stopped := make([]bool, len(c.States))
	for _, state := range states {
		i := slices.Index(c.States, state)
		if i < 0 {
			return Chain{}, refuse.Param("states", state, "a state of the chain")
		}
		stopped[i] = true
	}
	return c.without(stopped), nil
}

func (c Chain) without(stopped []bool) Chain {
	out := Chain{States: slices.Clone(c.States), Transition: slices.Clone(c.Transition), Reward: slices.Clone(c.Reward)}
	for i, stop := range stopped {
		if stop {
			out.Transition[i] = make([]decimal.Decimal, len(c.States))
			out.Transition[i][i] = decimal.NewFromInt(1)
			out.Reward[i] = decimal.Decimal{}
		}
	}
	return out
}
