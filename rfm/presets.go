package rfm

// Hotel returns the house's own set for hotels: twelve segments over 5 x 5 x 5 scores that name every cell, with no
// rest and no overlap, so that their order does not matter.
//
// Recency says whether a guest is active (5-4), due (3) or away (2-1), frequency whether the guest comes often (5-4),
// sometimes (3-2) or seldom (1), and monetary tells big spenders (5-4) from others where the hotel would act
// differently. Scores are ranks: "seldom" is the lowest frequency score, which may be more than one stay.
func Hotel() Set {
	active, due, away := Range{4, 5}, Range{3, 3}, Range{1, 2}
	often, some, seldom := Range{4, 5}, Range{2, 3}, Range{1, 1}
	high, low := Range{4, 5}, Range{1, 3}
	return Set{
		Version: Version, ID: "hotel", Label: "Hotel guests", LabelZH: "酒店客群", Source: "hotelcrm",
		Bins: [3]int{5, 5, 5},
		Segments: []Segment{
			{"champions", "Champions", "核心贵宾", "recognise by name, keep the best room for them", "以姓氏尊称，为其预留最好的房间", active, often, high},
			{"regulars", "Regulars", "忠诚常客", "thank, raise spend per stay: dining, upgrades", "致谢，以餐饮和升级房型提升单次消费", active, often, low},
			{"rising", "Rising big spenders", "高潜新贵", "invite to the programme, give a reason for the next stay", "邀请入会，给一个再次入住的理由", active, some, high},
			{"returning", "Returning guests", "回头客", "build the habit: offers for the same season or purpose", "培养习惯：按同一季节或同一目的推送优惠", active, some, low},
			{"new-premium", "Big spenders, new or rare", "高端新客", "personal welcome back within a month", "一个月内专人问候，欢迎再来", active, seldom, high},
			{"new", "New or rare guests", "新客", "ask how the stay was, offer a second one", "回访入住感受，邀请再次入住", active, seldom, low},
			{"due-regulars", "Regulars now due", "待归常客", "remind in time: their usual rhythm has passed", "及时提醒：已过惯常入住周期", due, often, Range{}},
			{"due", "Guests now due", "待归客", "a light reminder with the season's offer", "附当季优惠，温馨提醒", due, some, Range{}},
			{"fading", "Seldom here, fading", "渐远低频客", "one offer, then let go", "发送一次优惠，之后不再打扰", due, seldom, Range{}},
			{"win-back", "Big spenders to win back", "重点挽回客", "call in person, ask what went wrong", "专人致电，了解不满意之处", away, Range{2, 5}, high},
			{"lapsed", "Lapsed guests", "沉睡客", "win-back mailing with a date on it", "发送限时挽回邮件", away, Range{2, 5}, low},
			{"gone", "Seldom here, long ago", "久未到店的低频客", "no calls, at most a mailing that costs little; keep the profile until it expires", "不致电，至多发一封低成本邮件；档案保留至到期", away, seldom, Range{}},
		},
	}
}

// TenSegments returns the ten segments of the R package rfm over 5 x 5 x 5 scores, first match wins, with Others for the
// ten cells that none of them holds.
//
// Source: R package rfm 0.3.0, rfm_segment, default ranges of its documentation.
func TenSegments() Set {
	return Set{
		Version: Version, ID: "ten", Label: "Ten segments", LabelZH: "十类客户", Source: "R package rfm 0.3.0",
		Bins: [3]int{5, 5, 5},
		Segments: []Segment{
			{ID: "champions", Label: "Champions", LabelZH: "冠军客户", R: Range{5, 5}, F: Range{5, 5}, M: Range{5, 5}},
			{ID: "potential-loyalist", Label: "Potential Loyalist", LabelZH: "潜在忠诚客户", R: Range{3, 5}, F: Range{3, 5}, M: Range{2, 5}},
			{ID: "loyal", Label: "Loyal Customers", LabelZH: "忠诚客户", R: Range{2, 4}, F: Range{2, 4}, M: Range{2, 4}},
			{ID: "promising", Label: "Promising", LabelZH: "有望客户", R: Range{3, 4}, F: Range{1, 3}, M: Range{3, 5}},
			{ID: "new", Label: "New Customers", LabelZH: "新客户", R: Range{4, 5}, F: Range{1, 3}, M: Range{1, 5}},
			{ID: "cant-lose", Label: "Can't Lose Them", LabelZH: "不可失去客户", R: Range{1, 2}, F: Range{3, 4}, M: Range{4, 5}},
			{ID: "at-risk", Label: "At Risk", LabelZH: "流失风险客户", R: Range{1, 2}, F: Range{2, 5}, M: Range{4, 5}},
			{ID: "need-attention", Label: "Need Attention", LabelZH: "需关注客户", R: Range{1, 3}, F: Range{3, 5}, M: Range{3, 5}},
			{ID: "about-to-sleep", Label: "About To Sleep", LabelZH: "将沉睡客户", R: Range{2, 3}, F: Range{1, 3}, M: Range{1, 4}},
			{ID: "lost", Label: "Lost", LabelZH: "流失客户", R: Range{1, 1}, F: Range{1, 5}, M: Range{1, 5}},
		},
		Rest: &Segment{ID: "others", Label: "Others", LabelZH: "其他客户"},
	}
}

// EightClasses returns the eight classes common in Chinese practice, over 2 x 2 x 2 scores: each axis is high or low
// against the mean, high recency meaning recent. Use it with [MeanSplit].
//
// Every cell is named. Monetary high is 重要 (important), low is 一般 (ordinary).
func EightClasses() Set {
	high, low := Range{2, 2}, Range{1, 1}
	return Set{
		Version: Version, ID: "eight", Label: "Eight classes", LabelZH: "八类客户", Source: "common Chinese practice",
		Bins: [3]int{2, 2, 2},
		Segments: []Segment{
			{"important-value", "Important: value", "重要价值客户", "serve first, keep", "优先服务，重点维护", high, high, high},
			{"important-develop", "Important: develop", "重要发展客户", "raise frequency", "提高到店频次", high, low, high},
			{"important-keep", "Important: keep", "重要保持客户", "contact actively", "主动联系", low, high, high},
			{"important-win-back", "Important: win back", "重要挽留客户", "win back", "重点挽留", low, low, high},
			{"ordinary-value", "Ordinary: value", "一般价值客户", "raise spend per stay", "提升单次消费", high, high, low},
			{"ordinary-develop", "Ordinary: develop", "一般发展客户", "develop as the case allows", "视情况发展", high, low, low},
			{"ordinary-keep", "Ordinary: keep", "一般保持客户", "contact as the case allows", "视情况联系", low, high, low},
			{"ordinary-win-back", "Ordinary: win back", "一般挽留客户", "small return on winning back", "挽留收益不大", low, low, low},
		},
	}
}

// FourClasses returns the four classes of the hotel CRM literature over 2 recency, 2 frequency and 3 monetary scores.
//
// The literature names 4 of the 12 cells and gives no cuts and no class for the other 8; they are the Rest. It does
// not say whether a guest who is away, comes often and spends much is "important to win back"; here that guest is not,
// since its table asks for medium spend.
func FourClasses() Set {
	high, low := Range{2, 2}, Range{1, 1}
	return Set{
		Version: Version, ID: "four", Label: "Four classes", LabelZH: "四类客户", Source: "hotel CRM literature",
		Bins: [3]int{2, 2, 3},
		Segments: []Segment{
			{"high-value", "High value", "高价值客户", "", "", high, high, Range{3, 3}},
			{"win-back", "Important to win back", "重要挽留客户", "", "", low, high, Range{2, 2}},
			{"new", "New", "新客户", "", "", high, low, Range{1, 1}},
			{"low-value", "Low value", "低价值客户", "", "", low, low, Range{1, 1}},
		},
		Rest: &Segment{ID: "rest", Label: "Not classed", LabelZH: "未分类客户"},
	}
}
