package segment

// BehaviourAttributes returns the attributes that [BehaviourGroups] asks for beside those of [HotelAttributes]: what the
// groups are told apart by and the attribute table does not hold.
func BehaviourAttributes() []Attribute {
	const family = "behaviour"
	content := func(id, label, zh string) Attribute {
		return Attribute{ID: id, Label: label, LabelZH: zh, Family: "perception", Kind: Ordinal, Levels: contentLevels()}
	}
	demanding := func(id, label, zh string) Attribute {
		return Attribute{ID: id, Label: label, LabelZH: zh, Family: "perception", Kind: Nominal, Levels: yesNo()}
	}
	return []Attribute{
		{
			ID: "unused_reason", Label: "Why other facilities are not used", LabelZH: "未使用附属设施的原因", Family: family, Kind: Nominal,
			Levels: levels("budget", "economic reasons", "经济因素", "schedule", "schedule", "日程安排", "uninterested", "unhappy with the food or not interested", "不满意或不感兴趣"),
		},
		{
			ID: "main_spend", Label: "What most is spent on beside the room", LabelZH: "主要消费项目", Family: "consumption", Kind: Nominal,
			Levels: levels("restaurant", "restaurant", "餐厅", "meeting", "meetings", "会议", "entertainment", "entertainment", "娱乐", "telecom", "telecom", "通信", "none", "none", "无"),
		},
		content("meeting_satisfaction", "Satisfaction with meeting halls", "会议设施和服务满意度"),
		content("entertainment_satisfaction", "Satisfaction with entertainment", "娱乐设施满意度"),
		content("telecom_satisfaction", "Satisfaction with telecom", "通讯设施和服务满意度"),
		demanding("restaurant_demanding", "Demanding about setting and food", "对餐厅环境和饭菜质量要求较高"),
		demanding("room_demanding", "Demanding about room service", "对客房服务要求较高"),
	}
}

// BehaviourGroups returns the plan of the thirteen behaviour groups of the literature in the order in which they are
// printed, over the attributes of [HotelAttributes] and [BehaviourAttributes]. The groups share guests: by priority a guest
// is in the first that holds, in the mode Every in all that do.
//
// Read as follows: high spend is fairly_high or high, low spend very_low or low; content is satisfied or better, not
// content dissatisfied or worse; few complaints are fewer than 3, many 3 or more; whoever uses none of the other
// facilities has used restaurant, telecom and entertainment never.
//
// Source: Gong (2009), table 3-3, where management sets the groups by need.
func BehaviourGroups(mode Mode) Plan {
	class := func(id, label, zh string, when ...Condition) Class {
		return Class{ID: id, Label: label, LabelZH: zh, When: AllOf(when...)}
	}
	is := func(attr, level string) Condition { return Is(attr, Equal, level) }
	high := func(attr string) Condition { return Is(attr, GreaterEqual, "fairly_high") }
	content := func(attr string) Condition { return Is(attr, GreaterEqual, "satisfied") }
	discontent := func(attr string) Condition { return Is(attr, LessEqual, "dissatisfied") }
	few, many := Is("complaints", Less, "over_3"), is("complaints", "over_3")
	unused := AllOf(is("restaurant_use", "never"), is("telecom_use", "never"), is("entertainment_use", "never"))
	return Plan{
		Version: Version, ID: "behaviour_groups", Revision: 1, Label: "Behaviour groups", LabelZH: "客户行为分类", Source: "Gong (2009), table 3-3",
		Mode: mode,
		Classes: []Class{
			class("facilities_none_budget", "Uses no other facilities: economic reasons", "受目前自身经济因素影响,没有光顾酒店其他附属设施的客户", unused, is("unused_reason", "budget")),
			class("facilities_none_schedule", "Uses no other facilities: schedule", "受日程安排影响,没有光顾酒店其他附属设施的客户", unused, is("unused_reason", "schedule")),
			class("facilities_none_uninterested", "Uses no other facilities: unhappy or not interested", "对餐厅饭菜不满或对设施不感兴趣,没有光顾酒店其他附属设施的客户", unused, is("unused_reason", "uninterested")),
			class("restaurant_high_demanding", "High restaurant spend, demanding", "在餐厅消费额较高,对餐厅环境和饭菜质量要求较高的客户", high("restaurant_spend"), is("restaurant_demanding", "yes")),
			class("restaurant_low_undemanding", "Low restaurant spend, no special demands", "在餐厅消费额较低,对餐厅环境和饭菜质量无特殊要求的客户", IsIn("restaurant_spend", "very_low", "low"), is("restaurant_demanding", "no")),
			class("meeting_satisfied", "Conferences, content", "以会议消费为主,对会议厅的设施和服务感到满意,抱怨次数少的客户", is("main_spend", "meeting"), content("meeting_satisfaction"), few),
			class("meeting_dissatisfied", "Conferences, not content", "以会议消费为主,但对酒店提供的会议设施和服务不满意的客户", is("main_spend", "meeting"), discontent("meeting_satisfaction")),
			class("entertainment_satisfied", "Entertainment, content, high spend", "对酒店提供的娱乐设施感到满意,消费较高,抱怨次数少的客户", content("entertainment_satisfaction"), high("entertainment_spend"), few),
			class("entertainment_complaining", "Has used entertainment, complains", "使用过酒店娱乐设施,但有抱怨,不太满意的客户",
				Is("entertainment_use", Greater, "never"), Is("complaints", Greater, "none"), Is("entertainment_satisfaction", Less, "satisfied")),
			class("telecom_satisfied", "Telecom, content", "对酒店提供的通讯设施和服务感到满意,抱怨次数少的客户", content("telecom_satisfaction"), few),
			class("telecom_dissatisfied", "Telecom, not content, many complaints", "对酒店提供的通讯设施感到不满意,抱怨次数多的客户", discontent("telecom_satisfaction"), many),
			class("room_demanding", "Demanding about room service", "对客房服务要求较高的客户,包括客房的设施、房间的摆设以及房间的清洁状况等", is("room_demanding", "yes")),
			class("individual_requests", "Individual requests", "对酒店设施和服务提出个性化服务要求的,酒店需根据情况特殊满足的客户", is("special_request", "yes")),
		},
		Else: &Class{ID: "no_group", Label: "In no group", LabelZH: "未分组"},
	}
}
