package segment

// GuestClassAttributes returns the attributes that [GuestClasses] asks for: visits and revenue as in [SummaryAttributes],
// guest_source, room_grade and special_status.
func GuestClassAttributes() []Attribute {
	var out []Attribute
	for _, a := range SummaryAttributes("CNY") {
		if a.ID == "visits" || a.ID == "revenue" {
			out = append(out, a)
		}
	}
	return append(
		out, GuestSource(),
		Attribute{
			ID: "room_grade", Label: "Room grade", LabelZH: "客房档次", Family: "behaviour", Kind: Ordinal,
			Levels: levels("economy", "economy", "经济客房", "mid", "mid", "中档客房", "top", "top", "高级客房"),
		},
		Attribute{ID: "special_status", Label: "Special status", LabelZH: "特殊身份", Family: "status", Kind: Nominal, Levels: yesNo()},
	)
}

// GuestClassReading says how the guest classes are read where their wording leaves a choice.
type GuestClassReading struct {
	// FiveIsOrdinary reads 五次以下 as five or fewer: a guest of exactly 5 visits then meets the visits of both rows, and
	// the spend decides. Otherwise it is under five.
	FiveIsOrdinary bool `json:"fiveIsOrdinary,omitempty"`
	// VisitsAndSpend leaves out the guest source of the ordinary row and the room grade of the ordinary and the business
	// row, for hotels that do not keep them.
	VisitsAndSpend bool `json:"visitsAndSpend,omitempty"`
}

// GuestClasses returns the plan of the four guest classes of the literature, over the attributes of
// [GuestClassAttributes]. Each row is read as all of its cells together:
//
//	vip_member               special status, or an important business guest, or the top room
//	new_guest                the first visit
//	ordinary_guest           tour groups and walk-ins; 2 to 4 visits; below 20,000; economy room
//	ordinary_business_guest  business, contract and frequent guests; 5 visits or more; 20,000 to 100,000; mid room
//
// Important business guests are those of source executive. Contract guests share the row of the business guests, and so
// does every other source: 5 visits make a frequent guest. Both ends of 20,000 to 100,000 belong to the row. VIP stands
// first, so that a VIP on the first visit is one.
//
// The table has gaps, which [Classifier.Lint] lists: guests in them are of the class unclassed.
//
// Source: Gong (2009), table 4-1.
func GuestClasses(reading GuestClassReading) Plan {
	most := "4"
	if reading.FiveIsOrdinary {
		most = "5"
	}
	ordinary := []Condition{IsBetween("visits", "2", most, Closed), Is("revenue", Less, "20000")}
	business := []Condition{Is("visits", GreaterEqual, "5"), IsBetween("revenue", "20000", "100000", Closed)}
	if !reading.VisitsAndSpend {
		ordinary = append(ordinary, IsIn("guest_source", "tour_group", "walk_in"), Is("room_grade", Equal, "economy"))
		business = append(business, Is("room_grade", Equal, "mid"))
	}
	return Plan{
		Version: Version, ID: "guest_classes", Revision: 1, Label: "Guest classes", LabelZH: "客户分类", Source: "Gong (2009), table 4-1",
		Mode: Exclusive,
		Classes: []Class{
			{
				ID: "vip_member", Label: "VIP member", LabelZH: "VIP会员", Action: "VIP service, personalised", ActionZH: "VIP个性化服务",
				When: AnyOf(Is("special_status", Equal, "yes"), Is("guest_source", Equal, "executive"), Is("room_grade", Equal, "top")),
			},
			{ID: "new_guest", Label: "New guest", LabelZH: "新顾客", Action: "standard service", ActionZH: "标准服务", When: Is("visits", Equal, "1")},
			{ID: "ordinary_guest", Label: "Ordinary guest", LabelZH: "普通顾客", Action: "standard service", ActionZH: "标准服务", When: AllOf(ordinary...)},
			{ID: "ordinary_business_guest", Label: "Ordinary business guest", LabelZH: "普通商务顾客", Action: "special care", ActionZH: "特别关怀", When: AllOf(business...)},
		},
		Else: &Class{ID: "unclassed", Label: "Fits no class of the plan", LabelZH: "不符合任何类别"},
	}
}
