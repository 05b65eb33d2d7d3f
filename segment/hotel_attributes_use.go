package segment

func behaviourAttributes() []Attribute {
	const family = "behaviour"
	used := func() []Level {
		return levels("never", "never", "没使用过", "first_time", "first time", "初次使用", "seldom", "seldom", "不经常使用", "often", "often", "经常使用")
	}
	return []Attribute{
		{
			ID: "stay_motive", Label: "Stay motive", LabelZH: "住宿动机", Family: family, Kind: Nominal, Open: true,
			Levels: levels("business_trip", "business trip", "公务出差", "meeting", "meeting", "参加会议", "sightseeing", "sightseeing", "旅游观光", "visiting", "visiting", "探亲访友"),
		},
		{
			ID: "choice_reason", Label: "Reason for choosing the hotel", LabelZH: "选择酒店依据", Family: family, Kind: Nominal, Open: true,
			Levels: levels("location", "location", "地理位置", "brand_image", "brand image", "品牌形象", "hardware", "hardware", "硬件设施", "service_attitude", "service attitude", "服务态度"),
		},
		{
			ID: "stay_status", Label: "Stay status", LabelZH: "客户入住次数", Family: family, Kind: Nominal,
			Levels: levels("has_stayed", "has stayed", "曾经入住", "stays_often", "stays often", "经常入住", "first_stay", "first stay", "首次入住", "may_stay", "may stay", "有可能入住"),
		},
		{
			ID: "stay_frequency", Label: "Stays per period", LabelZH: "客户入住频率", Family: family, Kind: Numeric, Count: true,
			Note: "the period is the caller's: month, quarter or year",
		},
		{
			ID: "stay_length", Label: "Length of a single stay", LabelZH: "单次入住时间", Family: family, Kind: Ordinal, Bands: bands("nights", 3, 7),
			Note:   edgeNote + "; exactly one week is over_1_week",
			Levels: levels("under_3_days", "under 3 days", "少于三天", "under_1_week", "under 1 week", "少于一周", "over_1_week", "1 week and over", "多于一周"),
		},
		{
			ID: "room_type", Label: "Room type chosen", LabelZH: "选择客房类型", Family: family, Kind: Ordinal,
			Levels: levels("ordinary", "ordinary", "一般客房", "standard", "standard", "标准客房", "luxury", "luxury", "豪华客房"),
		},
		{ID: "restaurant_use", Label: "Restaurant use", LabelZH: "使用餐厅状况", Family: family, Kind: Ordinal, Levels: used()},
		{ID: "telecom_use", Label: "Telecom use", LabelZH: "使用通信设施频率", Family: family, Kind: Ordinal, Levels: used()},
		{ID: "entertainment_use", Label: "Entertainment use", LabelZH: "光顾娱乐场所频率", Family: family, Kind: Ordinal, Levels: used()},
		{
			ID: "credit_standing", Label: "Credit standing", LabelZH: "客户信誉状况", Family: family, Kind: Ordinal,
			Levels: levels("poor", "poor", "差", "fair", "fair", "一般", "good", "good", "良好", "very_good", "very good", "很好"),
		},
	}
}

func consumptionAttributes() []Attribute {
	const (
		family = "consumption"
		note   = "the limits of the levels are the caller's; 较低 is printed before 低"
	)
	some := func() []Level {
		return levels("very_low", "very low", "较低", "low", "low", "低", "fairly_high", "fairly high", "较高", "high", "high", "高")
	}
	orNone := func() []Level { return append(levels("none", "none", "无"), some()...) }
	return []Attribute{
		{ID: "room_spend", Label: "Room spend", LabelZH: "住宿消费", Family: family, Kind: Ordinal, Levels: some(), Note: note},
		{ID: "restaurant_spend", Label: "Restaurant spend", LabelZH: "餐厅消费", Family: family, Kind: Ordinal, Levels: orNone(), Note: note},
		{ID: "telecom_spend", Label: "Telecom spend", LabelZH: "通信消费", Family: family, Kind: Ordinal, Levels: orNone(), Note: note},
		{ID: "entertainment_spend", Label: "Entertainment spend", LabelZH: "娱乐消费", Family: family, Kind: Ordinal, Levels: orNone(), Note: note},
		{ID: "mean_single_spend", Label: "Mean spend per stay", LabelZH: "平均单次消费", Family: family, Kind: Ordinal, Levels: some(), Note: note},
		{ID: "total_spend", Label: "Total spend", LabelZH: "总消费额", Family: family, Kind: Ordinal, Levels: some(), Note: note},
		{ID: "total_profit", Label: "Total profit", LabelZH: "总利润额", Family: family, Kind: Ordinal, Levels: some(), Note: note},
	}
}

func perceptionAttributes() []Attribute {
	const family = "perception"
	return []Attribute{
		{ID: "satisfaction", Label: "Satisfaction", LabelZH: "客户满意度", Family: family, Kind: Ordinal, Levels: contentLevels()},
		{
			ID: "complaints", Label: "Number of complaints", LabelZH: "客户抱怨次数", Family: family, Kind: Ordinal, Bands: bands("complaints", 1, 3),
			Note:   edgeNote + "; exactly 3 are over_3",
			Levels: levels("none", "none", "没有抱怨", "under_3", "under 3", "少于3次", "over_3", "3 and more", "高于3次"),
		},
		{
			ID: "special_request", Label: "Individual request", LabelZH: "个性化要求", Family: family, Kind: Nominal,
			Levels: yesNo(),
		},
		valueClass(),
	}
}

func yesNo() []Level { return levels("yes", "yes", "有", "no", "no", "无") }

// contentLevels are the five levels of satisfaction, lowest first.
func contentLevels() []Level {
	return levels("very_dissatisfied", "very dissatisfied", "很不满意", "dissatisfied", "dissatisfied", "不满意", "neutral", "neutral", "一般",
		"satisfied", "satisfied", "满意", "very_satisfied", "very satisfied", "很满意")
}
