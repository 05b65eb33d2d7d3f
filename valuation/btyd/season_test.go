package btyd_test

import (
	"math"
	"slices"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
	"pgregory.net/rapid"
)

// beach has all its guests from May to September, most of them in July and August.
func beach(t testing.TB) btyd.Season {
	t.Helper()
	season, err := btyd.NewSeason([12]float64{4: 1, 5: 3, 6: 8, 7: 8, 8: 2})
	if err != nil {
		t.Fatal(err)
	}
	return season
}

func flat(t testing.TB) btyd.Season {
	t.Helper()
	season, err := btyd.NewSeason([12]float64{7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7})
	if err != nil {
		t.Fatal(err)
	}
	return season
}

func TestSeasonOfABeach(t *testing.T) {
	season := beach(t)
	between := func(from, to string) float64 {
		return season.Between(day(t, from), day(t, to), valuation.Day)
	}
	wantClose(t, "a year", between("2025-03-10", "2026-03-10"), 365, 1e-13)
	wantClose(t, "the winter", between("2025-10-01", "2026-05-01"), 0, 1e-15)
	const all = 31*1 + 30*3 + 62*8 + 30*2
	wantClose(t, "the first ten days of July", between("2025-07-01", "2025-07-11"), 365*80./all, 1e-13)
	wantClose(t, "backwards", between("2025-07-11", "2025-07-01"), -365*80./all, 1e-13)
	wantClose(t, "in weeks", season.Between(day(t, "2025-07-01"), day(t, "2025-07-11"), valuation.Week), 365*80./all/7, 1e-13)
	wantClose(t, "a flat season", flat(t).Between(day(t, "2024-01-01"), day(t, "2025-01-01"), valuation.Day), 366, 1e-13)
}

// The guest of two Augusts is not lost in November: no season time has passed since.
func TestSeasonReadsSilence(t *testing.T) {
	offsets := []int{0, 2, 4}
	arrivals := []hotelcrm.Date{day(t, "2024-08-01"), day(t, "2025-09-25"), day(t, "2024-08-01"), day(t, "2025-07-01")}
	watch := btyd.Watch{First: day(t, "2024-01-01"), Last: day(t, "2026-04-30"), End: day(t, "2026-08-31")}
	split, err := btyd.SplitOf(valuation.Month, offsets, arrivals, watch)
	if err != nil {
		t.Fatal(err)
	}
	got, err := beach(t).Split(split, offsets, arrivals)
	if err != nil {
		t.Fatal(err)
	}
	late := got.Histories[0]
	if silence := late.T - late.Tx; silence > 0.4 || split.Histories[0].T-split.Histories[0].Tx < 6 || late.X != 1 {
		t.Errorf("got %v for %v", late, split.Histories[0])
	}
	m := btyd.BGNBD{R: .6, Alpha: 5, A: .9, B: 2.5, Unit: valuation.Month}
	if with, without := m.Alive(late), m.Alive(split.Histories[0]); with <= without {
		t.Errorf("alive %v, without the season %v", with, without)
	}
	if got.HeldOut <= split.HeldOut {
		t.Errorf("the summer held out has %v months, want more than %v", got.HeldOut, split.HeldOut)
	}
	same, err := flat(t).Split(split, offsets, arrivals)
	if err != nil {
		t.Fatal(err)
	}
	for i, h := range same.Histories {
		wantClose(t, "tx of a flat season", h.Tx, split.Histories[i].Tx, 1e-12)
		wantClose(t, "t of a flat season", h.T, split.Histories[i].T, 1e-12)
	}
}

func TestSeasonOfArrivals(t *testing.T) {
	var arrivals []hotelcrm.Date
	for d := day(t, "2023-01-01"); d <= day(t, "2025-12-31"); d++ {
		arrivals = append(arrivals, d)
		if _, month, _ := d.Civil(); month == 7 {
			arrivals = append(arrivals, d, d)
		}
	}
	season, err := btyd.SeasonOf(arrivals, day(t, "2023-01-01"), day(t, "2025-12-31"))
	if err != nil || season.Validate() != nil {
		t.Fatal(season, err)
	}
	wantClose(t, "July against June", season.Weights[6]/season.Weights[5], 3, 1e-12)
	wantClose(t, "December against June", season.Weights[11]/season.Weights[5], 1, 1e-12)
	_, err = btyd.SeasonOf(arrivals, day(t, "2023-01-01"), day(t, "2023-12-30"))
	refusetest.Param(t, err, "to")
	_, err = btyd.SeasonOf(nil, day(t, "2023-01-01"), day(t, "2023-12-31"))
	refusetest.Param(t, err, "weights")
}

func TestSeasonRefuses(t *testing.T) {
	_, err := btyd.NewSeason([12]float64{3: math.NaN()})
	refusetest.Param(t, err, "weights[3]")
	_, err = btyd.NewSeason([12]float64{0: -1})
	refusetest.Param(t, err, "weights[0]")
	refusetest.Param(t, btyd.Season{}.Validate(), "Season.Weights")
	_, err = btyd.Season{}.Split(&btyd.Split{}, []int{0}, nil)
	refusetest.Param(t, err, "Season.Weights")

	// Two visits in a winter that counts for nothing.
	offsets, arrivals := []int{0, 2}, []hotelcrm.Date{day(t, "2024-12-01"), day(t, "2024-12-20")}
	split, err := btyd.SplitOf(valuation.Week, offsets, arrivals, btyd.Watch{First: day(t, "2024-01-01"), Last: day(t, "2025-12-31")})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := beach(t).Split(split, offsets, arrivals); err == nil {
		t.Error("visits out of season were taken")
	}
	_, err = beach(t).Split(split, []int{0}, nil)
	refusetest.Param(t, err, "offsets")
}

func TestSeasonTimeAddsUp(t *testing.T) {
	first := day(t, "2020-01-01")
	rapid.Check(t, func(t *rapid.T) {
		var weights [12]float64
		for month := range weights {
			weights[month] = rapid.Float64Range(0, 5).Draw(t, "weight")
		}
		weights[0] += 0.1
		season, err := btyd.NewSeason(weights)
		if err != nil {
			t.Fatal(err)
		}
		days := []int{rapid.IntRange(0, 3000).Draw(t, "a"), rapid.IntRange(0, 3000).Draw(t, "b"), rapid.IntRange(0, 3000).Draw(t, "c")}
		slices.Sort(days)
		a, b, c := first.AddDays(days[0]), first.AddDays(days[1]), first.AddDays(days[2])
		parts := season.Between(a, b, valuation.Week) + season.Between(b, c, valuation.Week)
		if whole := season.Between(a, c, valuation.Week); math.Abs(parts-whole) > 1e-9*(1+whole) {
			t.Fatalf("parts %v, whole %v", parts, whole)
		}
	})
}
