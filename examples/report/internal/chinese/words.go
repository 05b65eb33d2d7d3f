package chinese

import (
	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/internal/odds"
)

// Words is the catalogue of the report.
var Words = &lang.Catalogue{
	Texts: lang.Join(frame, guest, front, method, quality, warnings, value, returns,
		survey, questions, classes, loyalty, console, odds.Chinese),
	Codes: lang.Join(codes, returnCodes, loyaltyCodes, reasons),
}

// frame is what stands around the chapters.
var frame = map[string]string{
	"Guest report": "客户报告", ": %s": "：%s", "Skip to the report": "跳到正文", "As of %s": "截至%s", "Please note": "请注意", "Contents": "目录",
	"not known": "不详",
	"Made with hotelcrm from %s, as of %s. Equal input gives this page again, byte for byte.": "由 hotelcrm 根据“%s”生成，截至%s。相同的输入生成逐字节相同的页面。",
	"Simulated hotel": "模拟酒店",

	".": "。", "%s.": "%s。", ", ": "、",

	"Who our guests are": "我们的客人是谁", "What they are worth": "客人价值几何", "Who comes back, and how sure we are": "谁会再来，把握多大",
	"How satisfied they are": "客人的满意度", "Classes, and what to do with each": "客户分类与对策", "Loyalty": "会员",
	"What changed since last year": "与上年相比的变化", "How it is counted": "统计口径", "Data quality": "数据质量",
	"How recently and how often they come, which segments they form, and how few of them bring most of the revenue.":            "客人最近何时入住、多久来一次、分成哪些细分，以及多少客人贡献了大部分收入。",
	"What they have brought, what the next years bring if nothing changes, and what could be made of them.":                     "他们已带来多少，若一切照旧今后几年会带来多少，以及还可挖掘多少。",
	"How many guests return and after how long, who is still a guest of ours, and how near the forecast came to what happened.": "多少客人会再来、隔多久再来，谁仍是我们的客人，预测与实际相差多少。",
	"What the guests say of their stay, what matters most to them, and what to fix first.":                                      "客人如何评价入住，最看重什么，应先改进什么。",
	"Every guest by the stage of the life cycle, by what they bring, and by a plan of classes, with what to do for each.":       "按生命周期阶段、贡献和分类方案，对每位客人分类，并给出相应对策。",
	"Who has which tier, who is near the next one, and who is about to drop.":                                                   "谁是什么等级，谁即将升级，谁即将降级。",
	"The last twelve months beside the twelve before them, and how the guests moved from class to class.":                       "最近十二个月与此前十二个月的对照，以及客人在各类之间的变动。",
	"What each score and each word means, and how to read this page.":                                                           "各得分与术语的含义，以及本页的读法。",
	"What was read, what was left out and why, and what to keep in mind.":                                                       "读取了什么，略去了什么及其原因，以及需要留意之处。",

	"How recently, and how often": "最近入住与入住频率", "Segments": "客户细分", "How few guests bring how much": "少数客人贡献多少", "The values of the guests": "客人的价值",
	"Customer equity": "客户资产", "Who comes back, and when": "谁会再来，何时再来", "Who is still a guest of ours": "谁仍是我们的客人",
	"The two years side by side": "两年对照", "From class to class": "各类之间的变动", "What each score means": "各得分的含义",
	"Definitions, and how to read this page": "定义与本页读法", "What came in, and what was left out": "读入与略去的数据", "How this report was made": "本报告的生成方式",

	"All models, with their parameters": "全部模型及参数", "All indicators, with their points": "全部指标及分值", "In short": "要点", "Values": "价值", "Scores": "得分", "Guests": "客人", "Worth": "价值", "Satisfaction": "满意度", "Classes": "分类", "Since last year": "与上年相比",
	"The parameters leave it between %s and %s (95\u00a0%%).": "参数的不确定性使其在 %s 至 %s 之间（95%%）。", "To fix first: %s.": "应先改进：%s。",
	"%s of %s count; %s were refused as wrong.": "共读取 %[2]s，计入 %[1]s 行，%[3]s 行因有误被拒。", "There are %s to keep in mind.": "另有 %s需要留意。",
	"%s rows": "%s 行", "%s notes": "%s 条提示", "%s guests": "%s 位客人", "%s times": "%s 次", "once": "1 次",
	"%s came %s, last on %s, and brought %s.":      "%s共入住 %s，最近一次为%s，带来收入 %s。",
	"%s came %s on %s and brought %s.":             "%[1]s于%[3]s入住 %[2]s，带来收入 %[4]s。",
	"%s came %s between %s and %s and brought %s.": "%[3]s至%[4]s，%[1]s共入住 %[2]s，带来收入 %[5]s。",

	"A table of guests does not say which of their visits were in the last year.":                                                                                             "客人汇总表看不出哪些入住发生在最近一年。",
	"Visits are not kept one by one here, so the years cannot be told apart; -asof DATE keeps them, and takes more memory.":                                                   "此处未逐次保留入住记录，无法区分年份；-asof DATE 可保留，但占用更多内存。",
	"The data begins on %s, so there is no year before the last to compare with.":                                                                                             "数据始于%s，没有可供对照的上一年。",
	"Arrivals from %s to %s, beside those from %s to %s":                                                                                                                      "%s至%s到店，对照%s至%s到店",
	"Counted are the guests and visits with an arrival in the span. A repeat guest here came more than once within the same twelve months, so both years are measured alike.": "统计到店日期在该时段内的客人与入住次数。此处的复购率按同一个十二个月内入住两次及以上计，因此两年口径一致。",
	"The data begins on %s, so the year before is not whole.":                                                                                                                 "数据始于%s，上一年并不完整。",
	"%s more gaps": "另 %s 处空白", "%s gaps": "%s 处空白", "%s with guests": "%s（有客人）", "%s without a guest here": "%s（此处无客人）",
	"Not in the table, but in summary.json: %s.": "未列入表中，见 summary.json：%s。",
	"Figure": "指标", "Year before": "上一年", "Last year": "最近一年", "Change": "变化", "Nights": "晚数",
	"Repeat guests": "复购率", "Average spend a visit, %s": "次均消费（%s）", "Average spend a guest, %s": "人均消费（%s）", "%s points": "%s 个百分点",
	"In the twelve months to %s, %s came %s and brought %s: guests %s, visits %s, revenue %s against the year before.": "截至%s的十二个月，%s共入住 %s，带来收入 %s；与上一年相比，客人数 %s，入住次数 %s，收入 %s。",
}

// codes are the words for stable codes.
var codes = map[string]string{
	"value": "分位数法", "ntile": "等人数法", "type7plus1": "第 7 类分位数加 1", "meansplit": "均值二分", "equalwidth": "等宽法", "logwidth": "等比法", "jenks": "自然断点法",
}
