package chinese

// survey is how satisfied the guests are.
var survey = map[string]string{
	"The satisfaction index is %s on the scale %s, by %s with a score; from one alone there is no interval.": "满意度指数为 %s（量表 %s），来自 %s有效问卷；仅一份问卷没有区间。",
	"The satisfaction index is %s on the scale %s, by %s with a score.":                                      "满意度指数为 %s（量表 %s），来自 %s有效问卷。", "%s questionnaires": "%s 份",
	"With so many, the mean of all such guests lies between %s and %s: intervals made this way hold the true mean in 95 of 100 surveys.": "按这一样本量，这类客人的总体均值在 %s 至 %s 之间：这样得出的区间，100 次调查中有 95 次包含真值。",
	"From %s: %s, of which %s%s.": "来源：%s，共 %s，其中 %s计入%s。", "%s count": "%s 行", "; refused: %s": "；拒收：%s", "survey of the simulated hotel": "模拟酒店的问卷调查",
	"Of %s asked for, %s were given (%s)%s.": "应有 %s，实有 %s 个（%s）%s。", ", %s %s": "，%[2]s %[1]s 个",
	"blank": "空白", "not-applicable": "不适用", "refused": "拒答", "not-asked": "未询问",
	"No guest of this report is named in it": "其中没有本报告的客人", "%s of this report answered (%s of all)": "本报告的 %s作答（占全体 %s）",
	"; %s of guests without a stay that counts": "；%s属于没有计入入住的客人", "%s rows are": "%s 行", "; %s no guest": "；%s未注明客人", "%s rows name": "%s 行",
	": these count in the index, and stand for nobody in guests.csv":                                                                "：这些问卷计入指数，但不对应 guests.csv 中的任何人",
	"The questions are those of the tree of overall guest satisfaction (%s), of equal weight within each factor and equal factors.": "问题取自客户总体满意度指标体系（%s），因素内各题等权，各因素等权。",
	"The questions are of no known tree, so they stand on one level, all of equal weight.":                                          "问题不属于已知的指标体系，因此同列一层、全部等权。",
	"A guest's score is the weighted mean of the answers; the weight of a missing answer goes to the other questions beside it, and below half of the weight answered there is no score. The index is the mean of the guests' scores, who count alike. Who answers a survey may differ from who does not; no interval covers that.": "客人的得分为各题回答的加权均值；缺失答案的权重分给同组其他问题，按权重作答不到一半则不计分。指数为客人得分的均值，每人同等计入。作答者与未作答者可能不同，这一点任何区间都不能涵盖。",
	"Importance is the declared weight of the question, since too little goes along with the overall rating to derive it.":                                                                                                                                  "重要性取问题的设定权重，因为与总体评价的关联太弱，无法推导。",
	"Importance is the declared weight of the question, since the survey does not ask for an overall rating from which it could be derived.":                                                                                                                "重要性取问题的设定权重，因为问卷没有可供推导的总体评价。",
	"Importance is derived: how much of the overall rating goes along with the question (Johnson's relative weights, as shares of R² = %s). It is association, not proof that a change of the one changes the other, and is taken as known in the chances.": "重要性由数据推导：该题与总体评价的关联程度（约翰逊相对权重，占 R² = %s 的份额）。这是关联，不证明改变其一就会改变另一；计算概率时视为已知。",
	"The lines lie at the means of the questions, importance %s and performance %s; on a line is high. The chance is that of the true performance lying in the cell. Labels: %s.":                                                                           "两条线为各题的均值：重要性 %s，绩效 %s；落在线上视为高。概率指真实绩效落在该分区的可能性。分区名称出自 %s。",
	"The survey gives no score: none of its %s can be used. Answers are read on the scale %s: say another with -survey-scale, such as 0-10.":                                                                                                                "问卷得不出分数：%s均不可用。答案按量表 %s 读取，可用 -survey-scale 另行指定，如 0-10。",

	"Factor": "因素", "Weight": "权重", "weight": "权重", "Mean": "均值", "mean": "均值", "scores": "个得分", "Answered": "作答率", "answered": "作答率",
	"Factors, with 95\u00a0%% intervals of their means, on the scale %s":   "各因素的均值与 95%% 置信区间，量表 %s",
	"Questions, with 95\u00a0%% intervals of their means, on the scale %s": "各问题的均值与 95%% 置信区间，量表 %s",
	"What matters, and how well it is done":                                "什么重要，做得如何", "The questions of the chart by number": "图中各题，按编号", "Importance": "重要性", "importance": "重要性", "Chance": "概率", "chance": "概率",
	"Questions by performance and importance; the table below has the figures": "各题按绩效与重要性的分布，数字见下表", "performance, mean": "绩效，均值", "%s questions": "%s 题",
	"What to fix first": "应先改进什么", "Nothing lies in the cell of what is important and not good.": "没有既重要又做得不好的问题。",
	"%s. The widest gap between importance and performance stands first.":                                                                                       "%s。重要性与绩效差距最大者在前。",
	"Cuts at the means always find something to fix, however good the house is: a question near the cut, with a chance near 50\u00a0%, may lie on either side.": "以均值划线，酒店再好也总有要改进之处：靠近分界线、概率接近 50% 的问题，可能属于任何一边。",
	"importance %s, mean %s, in this cell with a chance of %s":                                                                                                  "重要性 %s，均值 %s，属于该分区的概率 %s",
	"Gong (2009), table 3-1": "Gong（2009）表 3-1", "Gong (2009)": "Gong（2009）",
}
