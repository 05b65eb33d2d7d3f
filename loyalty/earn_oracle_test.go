package loyalty_test

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"pgregory.net/rapid"
)

// plainStay is what a stay counts, worked out day by day and in fractions.
type plainStay struct {
	ends                  hotelcrm.Date
	nights, stays, points int64
	spend                 *big.Rat
	folios                []loyalty.Folio
	forPoints, forTier    int
	admitted              []int
}

// plainStays joins folios by asking for each pair whether they touch.
func plainStays(folios []loyalty.Folio, forPoints, forTier int) []*plainStay {
	var out []*plainStay
	for _, f := range folios {
		joined := &plainStay{folios: []loyalty.Folio{f}, forPoints: forPoints, forTier: forTier}
		rest := out[:0:0]
		for _, s := range out {
			touches := slices.ContainsFunc(s.folios, func(x loyalty.Folio) bool {
				return x.Property == f.Property && x.Arrival <= f.Departure && f.Arrival <= x.Departure
			})
			if touches {
				joined.folios = append(joined.folios, s.folios...)
			} else {
				rest = append(rest, s)
			}
		}
		out = append(rest, joined)
	}
	for _, s := range out {
		s.count()
	}
	return out
}

// count goes through the stay day by day.
func (s *plainStay) count() {
	slices.SortFunc(s.folios, func(a, b loyalty.Folio) int {
		return cmp.Or(cmp.Compare(a.Arrival, b.Arrival), cmp.Compare(a.Seq, b.Seq), cmp.Compare(a.ID, b.ID))
	})
	taken := map[hotelcrm.Date]int{}
	first := s.folios[0].Arrival
	for _, f := range s.folios {
		s.ends = max(s.ends, f.Departure)
		free := max(f.Rooms, 1)
		for d := f.Arrival; d < max(f.Departure, f.Arrival+1); d++ {
			if s.forPoints > 0 {
				free = min(free, s.forPoints-taken[d])
			}
		}
		for d := f.Arrival; d < max(f.Departure, f.Arrival+1); d++ {
			taken[d] += free
		}
		s.admitted = append(s.admitted, free)
	}
	for d := first; d < s.ends; d++ {
		rooms := 0
		for _, f := range s.folios {
			if f.Arrival <= d && d < f.Departure {
				rooms += max(f.Rooms, 1)
			}
		}
		s.nights += int64(min(rooms, s.forTier))
	}
	if s.nights > 0 {
		s.stays = 1
	}
	s.earn()
}

// earn gives 3 points for 7 of food and beverage, up to 150, and 2.5 for 1 of all else but fees, rounded half up.
func (s *plainStay) earn() {
	food, rest := new(big.Rat), new(big.Rat)
	for i, f := range s.folios {
		sums := map[hotelcrm.Department]int64{}
		for _, c := range f.Charges {
			sums[c.Department] += c.Amount.Shift(2).IntPart()
		}
		cents := func(d hotelcrm.Department) *big.Rat {
			return big.NewRat(sums[d]*int64(s.admitted[i])/int64(max(f.Rooms, 1)), 100)
		}
		food.Add(food, cents(hotelcrm.FoodBeverage))
		rest.Add(rest, cents(hotelcrm.Rooms))
	}
	s.spend = new(big.Rat).Add(food, rest)
	s.points = halfUp(new(big.Rat).Mul(rest, big.NewRat(5, 2)))
	if top := big.NewRat(150, 1); food.Cmp(top) > 0 {
		food = top
	}
	s.points += halfUp(food.Mul(food, big.NewRat(3, 7)))
}

// halfUp rounds, and gives 0 for less than 0.
func halfUp(r *big.Rat) int64 {
	r = new(big.Rat).Add(r, big.NewRat(1, 2))
	return max(0, new(big.Int).Div(r.Num(), r.Denom()).Int64())
}

func TestEarningAgreesWithThePlainWay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		forPoints, forTier := rapid.IntRange(0, 3).Draw(t, "rooms for points"), rapid.IntRange(1, 3).Draw(t, "rooms for tier")
		p, err := loyalty.ParseProgramme(fmt.Appendf(nil, `{"format":1,"id":"x","currency":"EUR","versions":[{"id":"1","tiers":[{"id":"guest"}],`+
			`"stays":{"roomsForPoints":%d,"roomsForTier":%d},"earn":{"rounding":"half-up","rates":[`+
			`{"id":"food","points":3,"per":7,"departments":["food-beverage"],"upTo":150},{"id":"base","points":2.5}]}}]}`, forPoints, forTier))
		if err != nil {
			t.Fatal(err)
		}
		e, err := loyalty.Compile(p)
		if err != nil {
			t.Fatal(err)
		}
		g := guest()
		for k := range rapid.IntRange(0, 7).Draw(t, "folios") {
			g.Folios = append(g.Folios, drawFolio(t, k))
		}
		out, err := e.Earn(&g, loyalty.Earning{})
		if err != nil {
			t.Fatal(err)
		}
		var got, want []string
		for _, a := range out.Activities {
			got = append(got, fmt.Sprintf("%s %s: %d nights, %d stays, %d points, %s", a.Date, a.Property, a.Nights, a.Stays, a.Points, a.Spend.StringFixed(2)))
		}
		for _, s := range plainStays(g.Folios, forPoints, forTier) {
			if s.nights+s.stays+s.points != 0 || s.spend.Sign() != 0 {
				want = append(want, fmt.Sprintf("%s %s: %d nights, %d stays, %d points, %s", s.ends, s.folios[0].Property, s.nights, s.stays, s.points, s.spend.FloatString(2)))
			}
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Fatalf("got  %v\nwant %v", got, want)
		}
	})
}
