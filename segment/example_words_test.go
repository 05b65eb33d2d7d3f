package segment_test

import (
	"errors"
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/rfm"
	"github.com/hotelcrm/hotelcrm/segment"
)

// count prints how many guests of the lake hotel satisfy each condition.
func count(conditions ...segment.Condition) {
	for _, c := range conditions {
		m, err := lakeHotel().Match(c)
		if err != nil {
			panic(err)
		}
		fmt.Printf("%s: %d\n", c, m.Rows().Count())
	}
}

func ExampleAllOf_regularsInGoodRooms() {
	count(segment.AllOf(segment.Is("visits", segment.GreaterEqual, "2"), segment.Is("room", segment.GreaterEqual, "mid")))
	// Output: visits >= 2 and room >= mid: 2
}

func ExampleAnyOf_regularsOrBigSpenders() {
	count(segment.AnyOf(segment.Is("visits", segment.GreaterEqual, "5"), segment.Is("revenue", segment.Greater, "20000")))
	// Output: visits >= 5 or revenue > 20000: 2
}

func ExampleNotThat_everybodyButNewGuests() {
	count(segment.NotThat(segment.Is("visits", segment.Equal, "1")))
	// Output: not (visits = 1): 3
}

func ExampleIs_exactAmount() {
	count(segment.Is("revenue", segment.LessEqual, "880"), segment.Is("revenue", segment.Less, "880.001"), segment.Is("revenue", segment.Equal, "880.001"))
	// Output:
	// revenue <= 880: 1
	// revenue < 880.001: 1
	// revenue = 880.001: 0
}

func ExampleIsBetween_ends() {
	count(segment.IsBetween("visits", "2", "7", segment.Closed), segment.IsBetween("visits", "2", "7", segment.ClosedLow))
	// Output:
	// visits in [2, 7]: 3
	// visits in [2, 7): 2
}

func ExampleIsIn_rooms() {
	count(segment.IsIn("room", "mid", "top"))
	// Output: room in {mid, top}: 2
}

func ExampleIsMissing_roomNotKnown() {
	count(segment.IsMissing("room"))
	// Output: room is missing: 1
}

func ExampleCompile_pathOfAMistake() {
	_, err := segment.Compile(lakeHotel().Schema(), segment.AllOf(
		segment.Is("visits", segment.GreaterEqual, "2"), segment.Is("room", segment.Equal, "suite"),
	))
	if wrong, ok := errors.AsType[*hotelcrm.ParamError](err); ok {
		fmt.Println(wrong.Param, wrong.Value)
	}
	// Output: of[1].value suite
}

func ExampleNewRows_guestsOfTwoMailings() {
	first, second := segment.NewRows(200), segment.NewRows(200)
	for i := range 120 {
		first.Add(i)
		second.Add(199 - i)
	}
	fmt.Println(first.CountAnd(second), "guests get both")
	first.AndNot(second)
	fmt.Println(first.Count(), "get the first alone")
	// Output:
	// 40 guests get both
	// 80 get the first alone
}

func ExampleSummaryAttributes_fromARegister() {
	summaries, err := hotelcrm.NewSummaries("CNY", hotelcrm.DateOf(2026, 6, 30), []hotelcrm.Summary{
		{Guest: "wang", Last: hotelcrm.DateOf(2026, 6, 16), Visits: 7, Nights: 11, RoomNights: 11},
	})
	if err != nil {
		panic(err)
	}
	schema, err := segment.NewSchema(segment.SummaryAttributes("CNY"), segment.StayAttributes("CNY"))
	if err != nil {
		panic(err)
	}
	b, err := segment.NewBuilder(schema, segment.TableSetup{AsOf: summaries.AsOf()}, summaries.Guests())
	if err != nil {
		panic(err)
	}
	b.Summaries(summaries)
	table, err := b.Build()
	if err != nil {
		panic(err)
	}
	for a, attribute := range schema.Guests() {
		if table.Has(a, 0) {
			fmt.Println(attribute.ID, table.Text(a, 0))
		}
	}
	// Output:
	// last_stay 2026-06-16
	// days_since 14
	// visits 7
	// nights 11
	// room_nights 11
	// revenue 0.00
	// repeat_revenue 0.00
}

func ExampleRFMAttributes_fourClasses() {
	for _, a := range segment.RFMAttributes(rfm.FourClasses()) {
		fmt.Println(a.ID, a.Kind, len(a.Levels))
	}
	// Output:
	// rfm_r numeric 0
	// rfm_f numeric 0
	// rfm_m numeric 0
	// rfm_segment nominal 5
}

func ExampleValueAttributes_wordsOfTheMatrix() {
	for _, level := range segment.ValueAttributes("CNY")[3].Levels {
		fmt.Println(level.ID, level.LabelZH)
	}
	// Output:
	// high-value 高价值
	// potential-value 潜在价值
	// secondary-value 次价值
	// low-value 低价值
}

func ExampleStayAttributes_whatAStayHas() {
	for _, a := range segment.StayAttributes("CNY") {
		fmt.Println(a.ID, a.Kind)
	}
	// Output:
	// arrival day
	// departure day
	// property nominal
	// nights numeric
	// room_nights numeric
	// revenue money
}

func ExampleGuestSource_sixSources() {
	for _, level := range segment.GuestSource().Levels {
		fmt.Println(level.ID, level.LabelZH)
	}
	// Output:
	// conference_group 会议团队
	// tour_group 旅游团队
	// contract 合约客户
	// walk_in 自来散客
	// ordinary_business 普通商务客人
	// executive 行政客人
}

func ExampleGuestClassAttributes_whatTheClassesAsk() {
	for _, a := range segment.GuestClassAttributes() {
		fmt.Println(a.ID, a.LabelZH)
	}
	// Output:
	// visits 入住次数
	// revenue 消费总额
	// guest_source 客户来源
	// room_grade 客房档次
	// special_status 特殊身份
}

func ExampleBehaviourAttributes_sevenMore() {
	fmt.Println(len(segment.HotelAttributes()), "attributes of the table and", len(segment.BehaviourAttributes()), "more")
	// Output: 29 attributes of the table and 7 more
}

func ExampleParseOp_arrowWrittenWrong() {
	op, err := segment.ParseOp(">=")
	fmt.Println(op == segment.GreaterEqual, err)
	_, err = segment.ParseOp("=>")
	fmt.Println(err)
	// Output:
	// true <nil>
	// hotelcrm: op: "=>" is not allowed; want one of all, any, not, =, !=, <, <=, >, >=, between, in, missing, sameStay
}

func ExampleParseEnds_edgeOfARange() {
	ends, err := segment.ParseEnds("[)")
	fmt.Println(ends == segment.ClosedLow, err)
	// Output: true <nil>
}

func ExampleParseTake_savedCondition() {
	take, err := segment.ParseTake("sum")
	fmt.Println(take == segment.SumOf, err)
	// Output: true <nil>
}

func ExampleParseKind_savedSchema() {
	kind, err := segment.ParseKind("money")
	fmt.Println(kind == segment.Money, err)
	// Output: true <nil>
}

func ExampleParseMode_savedPlan() {
	mode, err := segment.ParseMode("every")
	fmt.Println(mode == segment.Every, err)
	// Output: true <nil>
}
