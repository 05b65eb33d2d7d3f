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

// inBoth is a text in English and in Chinese.
type inBoth struct{ en, zh string }

// defaultPlan looks at frozen scores and at plain history, first match wins.
func defaultPlan() segment.Plan {
	class := func(id string, label, action inBoth, when ...segment.Condition) segment.Class {
		return segment.Class{ID: id, Label: label.en, LabelZH: label.zh, Action: action.en, ActionZH: action.zh, When: segment.AllOf(when...)}
	}
	is := segment.Is
	return segment.Plan{
		Version: segment.Version, ID: "front-desk", Revision: 1, Label: "Front desk classes", LabelZH: "前台客户分类", Mode: segment.Exclusive,
		Classes: []segment.Class{
			class("top", inBoth{"Top guest", "顶级客户"}, inBoth{"greet by name, upgrade if the house permits", "以姓氏尊称迎接，房态允许时升级"},
				is("rfm_m", segment.GreaterEqual, "5"), is("rfm_f", segment.GreaterEqual, "5"), is("days_since", segment.LessEqual, "365")),
			class("regular", inBoth{"Regular", "常客"}, inBoth{"usual room, ask for news", "按惯例安排常住房，问候近况"},
				is("visits", segment.GreaterEqual, "4"), is("days_since", segment.LessEqual, "365")),
			class("missed", inBoth{"Regular who stayed away", "流失的常客"}, inBoth{"thank for coming back, ask what was missing", "感谢再次光临，询问此前有何不足"},
				is("visits", segment.GreaterEqual, "4"), is("days_since", segment.Greater, "365")),
			class("returning", inBoth{"Coming back", "回头客"}, inBoth{"thank for coming back", "感谢再次光临"}, segment.IsBetween("visits", "2", "3", segment.Closed)),
			class("new", inBoth{"First stay was recent", "新客户"}, inBoth{"welcome, offer membership", "欢迎入住，邀请入会"},
				is("visits", segment.Equal, "1"), is("days_since", segment.LessEqual, "365")),
		},
		Else: &segment.Class{
			ID: "once", Label: "Was here once, long ago", LabelZH: "很久前来过一次", Action: "welcome as a new guest", ActionZH: "按新客欢迎",
		},
	}
}
