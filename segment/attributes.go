package segment

import (
	"github.com/hotelcrm/hotelcrm/rfm"
	"github.com/hotelcrm/hotelcrm/valuation"
)

// SummaryAttributes returns the attributes that [Builder.Summaries] fills: the dates first_stay and last_stay, the counts
// days_since, visits, nights and room_nights, the amounts revenue and repeat_revenue.
func SummaryAttributes(currency string) []Attribute {
	const family = "history"
	return []Attribute{
		{ID: "first_stay", Label: "First arrival", LabelZH: "首次入住日期", Family: family, Kind: Day},
		{ID: "last_stay", Label: "Last day in the house", LabelZH: "最近入住日期", Family: family, Kind: Day},
		{ID: "days_since", Label: "Days since the last stay", LabelZH: "距上次入住天数", Family: family, Kind: Numeric, Count: true},
		{ID: "visits", Label: "Number of visits", LabelZH: "入住次数", Family: family, Kind: Numeric, Count: true},
		{ID: "nights", Label: "Nights", LabelZH: "晚数", Family: family, Kind: Numeric, Count: true},
		{ID: "room_nights", Label: "Room nights", LabelZH: "间夜数", Family: family, Kind: Numeric, Count: true},
		{ID: "revenue", Label: "Revenue", LabelZH: "消费总额", Family: family, Kind: Money, Currency: currency},
		{ID: "repeat_revenue", Label: "Revenue after the first visit", LabelZH: "首次入住后的消费额", Family: family, Kind: Money, Currency: currency},
	}
}

// RFMAttributes returns the attributes that [Builder.Scores] and [Builder.Segments] fill: the counts rfm_r, rfm_f and
// rfm_m, and the nominal rfm_segment, whose levels are the segments of the set.
func RFMAttributes(set rfm.Set) []Attribute {
	const family = "rfm"
	segments := Attribute{ID: "rfm_segment", Label: set.Label, LabelZH: set.LabelZH, Family: family, Kind: Nominal}
	for _, s := range set.All() {
		segments.Levels = append(segments.Levels, Level{s.ID, s.Label, s.LabelZH})
	}
	return []Attribute{
		{ID: "rfm_r", Label: "Recency score", LabelZH: "最近入住得分", Family: family, Kind: Numeric, Count: true},
		{ID: "rfm_f", Label: "Frequency score", LabelZH: "入住频率得分", Family: family, Kind: Numeric, Count: true},
		{ID: "rfm_m", Label: "Monetary score", LabelZH: "消费金额得分", Family: family, Kind: Numeric, Count: true},
		segments,
	}
}

// ValueAttributes returns the attributes that [Builder.Historic], [Builder.Current], [Builder.Potential] and
// [Builder.Matrix] fill: the amounts historic_value and current_value, the number potential, the nominal value_class.
func ValueAttributes(currency string) []Attribute {
	const family = "value"
	return []Attribute{
		{ID: "historic_value", Label: "Historic value", LabelZH: "历史价值", Family: family, Kind: Money, Currency: currency},
		{ID: "current_value", Label: "Current value", LabelZH: "当前价值", Family: family, Kind: Money, Currency: currency},
		{ID: "potential", Label: "Potential, in points", LabelZH: "增值潜力", Family: family, Kind: Numeric},
		valueClass(),
	}
}

// valueClass is the attribute of the value matrix.
func valueClass() Attribute {
	a := Attribute{ID: "value_class", Label: "Value class", LabelZH: "客户价值属性", Family: "value", Kind: Nominal}
	for c := valuation.HighValue; c <= valuation.LowValue; c++ {
		a.Levels = append(a.Levels, Level{c.String(), c.Advice().Label, c.Advice().LabelZH})
	}
	return a
}

// StayAttributes returns the attributes of stays that [Builder.Visits] fills: the dates arrival, which windows look at, and
// departure, the open nominal property, the counts nights and room_nights, the amount revenue.
func StayAttributes(currency string) []Attribute {
	return []Attribute{
		{ID: arrivalID, Label: "Arrival", LabelZH: "到店日期", Kind: Day},
		{ID: "departure", Label: "Departure", LabelZH: "离店日期", Kind: Day},
		{ID: "property", Label: "Property", LabelZH: "门店", Kind: Nominal, Open: true},
		{ID: "nights", Label: "Nights", LabelZH: "晚数", Kind: Numeric, Count: true},
		{ID: "room_nights", Label: "Room nights", LabelZH: "间夜数", Kind: Numeric, Count: true},
		{ID: "revenue", Label: "Revenue", LabelZH: "消费额", Kind: Money, Currency: currency},
	}
}
