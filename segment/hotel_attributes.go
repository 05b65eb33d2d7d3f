package segment

import "github.com/shopspring/decimal"

// HotelAttributes returns the attribute table of the literature: 29 attributes in five families, with the levels printed
// there, each ordinal in rank order from low to high.
//
// The table leaves open who owns an edge that two levels share. Here one rule holds for all bands, and every attribute
// says so in its Note: the edge belongs to the level above, [a, b). So a guest of exactly 20 is of 20_30, a stay of
// exactly one week (7 nights) is over_1_week, exactly 3 complaints are over_3, and a level such as under_1_week, which as
// worded holds the shorter ones too, begins where they end. The limits of the spend levels are not given at all: set
// Bands to give them before the attributes become a schema.
//
// Source: Gong (2009), thesis on customer relationship management of a hotel, table 3-2. Levels of satisfaction are
// printed there from best to worst; slips of the print are mended.
func HotelAttributes() []Attribute {
	out := demographicAttributes()
	out = append(out, behaviourAttributes()...)
	out = append(out, consumptionAttributes()...)
	return append(out, perceptionAttributes()...)
}

// edgeNote is the rule of every band.
const edgeNote = "an edge belongs to the level above it: [a, b)"

// bands returns bands whose edges belong to the level above.
func bands(of string, cuts ...int64) *Bands {
	out := &Bands{Of: of}
	for _, cut := range cuts {
		out.Cuts = append(out.Cuts, decimal.NewFromInt(cut))
	}
	return out
}

// levels returns levels of triples: id, English and Chinese label.
func levels(texts ...string) []Level {
	var out []Level
	for i := 0; i+2 < len(texts); i += 3 {
		out = append(out, Level{texts[i], texts[i+1], texts[i+2]})
	}
	return out
}

func demographicAttributes() []Attribute {
	const family = "demographic"
	return []Attribute{
		{
			ID: "sex", Label: "Sex", LabelZH: "性别", Family: family, Kind: Nominal,
			Levels: levels("male", "male", "男", "female", "female", "女"),
		},
		{
			ID: "age_band", Label: "Age", LabelZH: "年龄", Family: family, Kind: Ordinal, Note: edgeNote, Bands: bands("age in years", 20, 30, 40, 50),
			Levels: levels("under_20", "under 20", "20岁以下", "20_30", "20 to 30", "20-30岁", "30_40", "30 to 40", "30-40岁",
				"40_50", "40 to 50", "40-50岁", "50_plus", "50 and over", "50以上"),
		},
		{
			ID: "country", Label: "Country", LabelZH: "国家", Family: family, Kind: Nominal,
			Levels: levels("domestic", "domestic", "国内", "foreign", "foreign", "国外"),
		},
		{
			ID: "region", Label: "Region", LabelZH: "地区", Family: family, Kind: Nominal, Open: true,
			Levels: levels("hunan", "Hunan", "湖南", "guangdong", "Guangdong", "广东", "hubei", "Hubei", "湖北", "jiangxi", "Jiangxi", "江西",
				"beijing", "Beijing", "北京", "shanghai", "Shanghai", "上海", "zhejiang", "Zhejiang", "浙江"),
		},
		{
			ID: "household_size", Label: "Household size", LabelZH: "家庭大小", Family: family, Kind: Ordinal, Note: edgeNote, Bands: bands("persons", 3, 5),
			Levels: levels("1_2", "1 or 2", "1-2人", "3_4", "3 or 4", "3-4人", "5_plus", "5 and more", "5人以上"),
		},
		{
			ID: "monthly_income", Label: "Monthly income", LabelZH: "月收入", Family: family, Kind: Ordinal, Note: edgeNote,
			Bands: bands("CNY a month", 1500, 3000, 6000, 10000),
			Levels: levels("under_1500", "under 1,500", "1500元以下", "1500_3000", "1,500 to 3,000", "1500-3000元", "3000_6000", "3,000 to 6,000", "3000-6000元",
				"6000_10000", "6,000 to 10,000", "6000-10000元", "10000_plus", "10,000 and over", "10000元以上"),
		},
		{
			ID: "occupation", Label: "Occupation", LabelZH: "行业", Family: family, Kind: Nominal,
			Levels: levels("manager", "manager", "管理人员", "government", "government", "政府人员", "research", "research", "科研人员", "clerk", "clerk", "职员",
				"teacher", "teacher", "教师", "worker", "worker", "工人", "farmer", "farmer", "农民", "retired", "retired", "离退休人员",
				"unemployed", "unemployed", "待业人员", "student", "student", "学生", "other", "other", "其他"),
		},
		{
			ID: "education", Label: "Education", LabelZH: "教育背景", Family: family, Kind: Ordinal,
			Levels: levels("lower_secondary", "lower secondary", "初中及以下", "upper_secondary", "upper secondary", "高中", "technical", "technical", "中专",
				"junior_college", "junior college", "大专", "bachelor", "bachelor", "大学", "master", "master", "硕士", "doctor", "doctor", "博士"),
		},
	}
}
