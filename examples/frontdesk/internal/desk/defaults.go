package desk

import (
	_ "embed"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
	"github.com/hotelcrm/hotelcrm/rfm"
	"github.com/hotelcrm/hotelcrm/satisfaction"
	"github.com/hotelcrm/hotelcrm/segment"
)

//go:embed programme.json
var programme []byte

// PointsCurrency is what the guests of the default programme earn and spend.
const PointsCurrency = "points"

// Defaults returns the values of a new database: a programme of four tiers, points that live for two calendar years
// after the one they were earned in, six guest classes and the survey of the hotel tree from 1 to 5.
func Defaults(businessDate hotelcrm.Date) (Values, error) {
	p, err := loyalty.ParseProgramme(programme)
	if err != nil {
		return Values{}, err
	}
	scale, err := satisfaction.Direct(1, 5)
	if err != nil {
		return Values{}, err
	}
	tree := satisfaction.HotelTree()
	tree.Scales = []satisfaction.Scale{scale}
	return Values{
		House:     House{Currency: p.Currency, BusinessDate: businessDate},
		Programme: p,
		Rules: points.Rules{Version: "2026-01", Currencies: []points.Currency{{
			Name: PointsCurrency, Kind: points.Redeemable, Burn: points.SoonestExpiry, Life: points.Life{Months: 24, Cut: points.YearEnd},
			Clawback: points.DebtAllowed, Grace: 30,
		}}},
		Plan:     defaultPlan(),
		Segments: rfm.Hotel(),
		Tree:     tree,
	}, nil
}

// defaultPlan looks at frozen scores and at plain history, first match wins.
func defaultPlan() segment.Plan {
	class := func(id, label, zh, action string, when ...segment.Condition) segment.Class {
		return segment.Class{ID: id, Label: label, LabelZH: zh, Action: action, When: segment.AllOf(when...)}
	}
	is := segment.Is
	return segment.Plan{
		Version: segment.Version, ID: "front-desk", Revision: 1, Label: "Front desk classes", LabelZH: "前台客户分类", Mode: segment.Exclusive,
		Classes: []segment.Class{
			class("top", "Top guest", "顶级客户", "greet by name, upgrade if the house permits",
				is("rfm_m", segment.GreaterEqual, "5"), is("rfm_f", segment.GreaterEqual, "5"), is("days_since", segment.LessEqual, "365")),
			class("regular", "Regular", "常客", "usual room, ask for news", is("visits", segment.GreaterEqual, "4"), is("days_since", segment.LessEqual, "365")),
			class("missed", "Regular who stayed away", "流失的常客", "thank for coming back, ask what was missing",
				is("visits", segment.GreaterEqual, "4"), is("days_since", segment.Greater, "365")),
			class("returning", "Coming back", "回头客", "thank for coming back", segment.IsBetween("visits", "2", "3", segment.Closed)),
			class("new", "First stay was recent", "新客户", "welcome, offer membership", is("visits", segment.Equal, "1"), is("days_since", segment.LessEqual, "365")),
		},
		Else: &segment.Class{ID: "once", Label: "Was here once, long ago", LabelZH: "很久前来过一次", Action: "welcome as a new guest"},
	}
}
