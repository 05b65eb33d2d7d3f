package segment

// GuestSource returns the attribute guest_source: where a guest comes from, by the sub-classes of the literature.
//
// Source: Gong (2009), section 2.2.1.
func GuestSource() Attribute {
	return Attribute{
		ID: "guest_source", Label: "Guest source", LabelZH: "客户来源", Family: "source", Kind: Nominal,
		Levels: levels("conference_group", "conference group", "会议团队", "tour_group", "tour group", "旅游团队", "contract", "contract guest", "合约客户",
			"walk_in", "walk-in, not known further", "自来散客", "ordinary_business", "ordinary business guest", "普通商务客人", "executive", "executive guest", "行政客人"),
	}
}

// SourceClasses returns the plan of the three source classes over the attribute of [GuestSource].
//
// Source: Gong (2009), section 2.2.1.
func SourceClasses() Plan {
	source := func(levels ...string) Condition { return IsIn("guest_source", levels...) }
	return Plan{
		Version: Version, ID: "source_classes", Revision: 1, Label: "Source classes", LabelZH: "客源分类", Source: "Gong (2009), section 2.2.1",
		Mode: Exclusive,
		Classes: []Class{
			{ID: "group", Label: "Group guests", LabelZH: "团队客户", When: source("conference_group", "tour_group")},
			{ID: "contract", Label: "Contract guests", LabelZH: "合约客户", When: source("contract")},
			{ID: "walk_in", Label: "Own-arrival guests", LabelZH: "自来散客", When: source("walk_in", "ordinary_business", "executive")},
		},
		Else: &Class{ID: "unknown", Label: "Source not known", LabelZH: "来源不明"},
	}
}
