package points_test

import (
	"errors"
	"testing"

	"github.com/hotelcrm/hotelcrm/loyalty/points"
)

// A message that is delivered again carries the moment of the first time.
func TestRepeatWithTheMomentOfTheFirstTime(t *testing.T) {
	d := open(t, plain())
	c := points.Redeem{Header: d.head(day(1, 3)), Currency: "points", Points: 1}
	c.Recorded = 2
	d.n = 0
	d.earn(day(1, 2), 100)
	c.ID = "award"
	d.do(c)
	d.n = 10
	d.earn(day(1, 4), 5)
	decision, err := d.rules.Decide(d.account, c)
	if err != nil || !decision.Repeat {
		t.Errorf("the same message again: %+v, %v", decision, err)
	}
	c.Points = 2
	if _, err := d.rules.Decide(d.account, c); !errors.Is(err, points.Conflict) {
		t.Errorf("another message under the same id: %v", err)
	}
}

// A check-out that is taken back and done again earns once.
func TestCancelledStayCanEarnAgain(t *testing.T) {
	d := open(t, plain())
	pending := func(c *points.Earn) { c.Pending, c.Stay = true, "S1" }
	id := d.earn(day(1, 1), 100, pending)
	d.do(points.Cancel{Header: d.head(day(1, 2)), Earn: id})
	again := d.earn(day(1, 3), 120, pending)
	d.do(points.Post{Header: d.head(day(1, 4)), Earn: again})
	d.want(day(1, 4), 120)
}

// What was cancelled has been taken back already; voiding it too must take nothing from others.
func TestVoidOfACancelledEarn(t *testing.T) {
	d := open(t, plain())
	d.earn(day(1, 1), 500)
	id := d.earn(day(1, 1), 100, func(c *points.Earn) { c.Pending = true })
	d.do(points.Cancel{Header: d.head(day(1, 2)), Earn: id})
	if _, err := d.try(points.Void{Header: d.head(day(1, 3)), Ref: id}); !errors.Is(err, points.Settled) {
		t.Errorf("error %v, want settled", err)
	}
	d.want(day(1, 3), 500)
}

// Whether points ever die is part of what a command says.
func TestPointsForEver(t *testing.T) {
	d := open(t, plain(func(c *points.Currency) { c.Life = points.Life{Months: 1} }))
	c := points.Earn{Header: d.head(day(1, 1)), Credits: []points.Credit{{Currency: "points", Points: 5, Forever: true}}}
	d.do(c)
	d.want(day(3, 1), 5)
	c.Credits = []points.Credit{{Currency: "points", Points: 5}}
	if _, err := d.try(c); !errors.Is(err, points.Conflict) {
		t.Errorf("the same id without it: %v", err)
	}
}
