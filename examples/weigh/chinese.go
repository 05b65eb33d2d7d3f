package main

// chinese holds labels and sentences of the page under their English; package lang says how to add some.
var chinese = map[string]string{
	"Weights and what to fix first": "权重与优先改进", "Weights and priorities": "权重与优先级", "Skip to the page": "跳到正文", "Please note": "请注意",
	"Contents": "目录", "Built-in hotel": "内置酒店", "": "", ", ": "、", ".": "。", "%s to %s": "%s 至 %s", "%s of %s": "%s／%s", "of %s": "共 %s",
	"%s guests": "%s 位客人", "%s questions": "%s 题", "%s answers": "%s 个答案", "%s experts": "%s 位专家", "%s wrong rows": "%s 行错误数据",
	"Made with hotelcrm from %s. Equal input gives this page again, byte for byte.": "由 hotelcrm 根据 %s 生成。同样的输入逐字节得到同样的页面。",

	"%s score %s between %s and %s (95\u00a0%% interval %s).": "%s平均得分 %s（量表 %s 至 %s，95%% 置信区间 %s）。",
	"To be fixed first: %s.":                                  "应先改进：%s。",
	"%s together give %s the most weight, %s.":                "%s共同认为“%s”权重最大，为 %s。", "The judgements give %s the most weight, %s.": "按判断，“%s”权重最大，为 %s。",
	"mean score": "平均得分", "between %s and %s, weights by %s": "量表 %s 至 %s，权重取自%s", "guests": "位客人", "%s, %s missing": "%s，缺 %s", "%s, %s, %s missing": "%s，%s，缺 %s",
	"to be fixed first": "项应先改进", "consistency ratio": "一致性比率", "random index %s, table %s": "随机指标 %s，取自 %s", "consensus": "共识度",
	"1 if all experts weigh alike": "各专家权重相同时为 1", "experts accepted": "位专家通过一致性检验", "consistency ratio of 0.1 or less": "一致性比率不超过 0.1",

	"What to fix": "改进什么", "What matters, and how it does": "什么重要，做得如何", "Question": "问题", "Cell (Gong 2009)": "分区（Gong 2009）",
	"Every question by its weight (%s) and the mean of its answers. The lines are the means of all questions.": "各题按权重（取自%s）与答案均值排列，两条线为全部问题的均值。",
	"The strokes are 95\u00a0% intervals of the answers.":                                                      "横线为答案均值的 95% 置信区间。",
	"Questions by cell, those to be fixed first; numbers as in the chart":                                      "各题按分区排列，应先改进者在前；编号同图",
	"Importance": "重要性", "Performance": "绩效", "Gap": "差距", "Chance": "概率", "What to do": "对策", "Cell (classical)": "分区（经典）", "classical:": "经典：",
	"importance": "重要性", "performance": "绩效", "gap": "差距", "chance": "概率",
	"performance →": "绩效 →", "importance →": "重要性 →", "cut at %s": "分界 %s",
	"Importance and performance of each question; the table below has the figures":                                                                                                              "各题的重要性与绩效，数字见下表",
	"Chance is how likely the question's true place is in its cell, given how many answered; a value near a half says that it lies on a line.":                                                  "概率指在现有作答人数下，该题真实位置落在此分区的可能性；接近一半，说明它就在分界线上。",
	"Gap is standardised importance less standardised performance: above 0, guests care more than they get.":                                                                                    "差距为标准化的重要性减去标准化的绩效：大于 0，说明客人看重的多于得到的。",
	"Gong (2009) and the classical reading (%s) draw the same cells and name them differently: good work on what matters less is an opportunity to the one and possible overkill to the other.": "Gong（2009）与经典读法（%s）的分区相同，名称不同：在次要之处做得好，前者视为机会，后者视为可能过度。",
	"Cuts at means always find something to fix, even in an excellent hotel.":                                                                                                                   "以均值划线，再好的酒店也总有要改进之处。",
	"Martilla and James (1977)": "Martilla 与 James，1977", "keep up the good work": "继续保持", "concentrate here": "重点改进", "possible overkill": "可能过度", "low priority": "次要",

	"Scores": "得分", "Part": "项目", "Score": "得分", "95\u00a0% interval": "95% 置信区间", "Guests": "客人", "all questions": "全部问题", "Mean scores with 95\u00a0% intervals": "平均得分与 95% 置信区间",
	"A guest's score is S = Σ X·P, answers times weights (%s), between %s and %s. Below: the %s.": "客人得分 S = Σ X·P，即答案乘以权重（取自%s），量表 %s 至 %s。下表为%s。",

	"Judgements": "专家判断", "What the judgements say": "专家判断的结果", "Weights by %s.": "权重方法：%s。", "Alternative": "方案", "Weights": "权重", "Weight": "权重", "Weights: %s": "权重：%s",
	"Alternatives: the sum of their weights under each criterion, times the criterion's weight": "各方案：在每个准则下的权重乘以准则权重之和",
	", and the spread (standard deviation) of the experts' own":                                 "，以及各专家权重的离散程度（标准差）", "Spread": "标准差", "Criterion": "准则", "Criteria": "准则",
	"%s, %s, their judgements put together": "%s，%s，判断合并", "%s, %s, arithmetic mean of their weights": "%s，%s，权重算术平均", "%s, %s, geometric mean of their weights": "%s，%s，权重几何平均",
	"consistency ratio %s (random index %s, %s): accepted":                        "一致性比率 %s（随机指标 %s，%s）：通过",
	"consistency ratio %s (random index %s, %s): above %s, ask again":             "一致性比率 %s（随机指标 %s，%s）：高于 %s，应重新询问",
	"no consistency ratio: one comparison is missing":                             "没有一致性比率：缺 1 个比较",
	"no consistency ratio: %s comparisons are missing":                            "没有一致性比率：缺 %s 个比较",
	"no consistency ratio: the table %s has no random index for so many criteria": "没有一致性比率：%s 表没有这么多准则的随机指标",
	"no consistency ratio": "没有一致性比率", "; geometric index %s": "；几何一致性指标 %s", "; circular triads: %s": "；循环判断 %s 处",
	"Ask again": "应重新询问", "Furthest from the others": "与其余判断相差最远", "%s: a proposal for the expert, not a correction": "%s：供专家参考，不作更正",
	"Judgement": "判断", "Given": "给出", "The others say": "其余判断推得", "Nearest on the scale": "最近的标度", "Ratio if so": "改后比率", "Ratio now": "现比率", "%s over %s": "%s 比 %s", "given": "给出", "say the others": "其余判断推得", "nearest on the scale": "最近的标度", "ratio if so": "改后比率", "ratio now": "现比率",
	"Consensus %s: 1 if all experts weigh alike, 0 if each puts all weight on another criterion.":      "共识度 %s：各专家权重相同时为 1，各自把全部权重给不同准则时为 0。",
	"%s of %s have a consistency ratio of 0.1 or less; nobody is left out.":                            "%[2]s中 %[1]s 位的一致性比率不超过 0.1；未排除任何人。",
	"Judgements to ask again, of the experts whose judgements agree worst: proposals, not corrections": "一致性最差的专家应重新询问的判断：仅为建议，不作更正",
	"Expert %s: ": "专家 %s：", "And %s more.": "另有 %s。",

	"Other weights": "其他权重", "The same questions, weighed otherwise": "同样的问题，另一种权重", "Weights side by side": "各种权重对照", "%s (used)": "%s（采用）",
	"Weights from answers measure how much the answers differ, or what goes with the overall rating; judgement says what matters. Where they disagree, ask why.": "由答案得出的权重衡量答案差异的大小，或与总体评价的关联；判断则说明什么重要。两者不一致时，应问为什么。",
	"Weight that lies elsewhere than by %s":                                                   "与%s不同的权重",
	"Drivers: Johnson's relative weights for %s, R² %s, n %s; an association, not a promise.": "驱动因素：对 %s 的约翰逊相对权重，R² %s，样本 %s；这是关联，不是承诺。",
	"No weights by %s: %s.": "%s得不出权重：%s。",

	"How it was made": "制作说明", "How this page was made": "本页如何得出", "Input": "输入", "Decimal places of weights": "权重的小数位数",
	"%s, by largest remainder: they sum to exactly 1": "%s 位，按最大余数法，合计恰为 1", "Weights from judgements": "判断得出的权重", "Random index": "随机指标",
	"Answers": "答案", "Missing answers": "缺失答案", "%s; no score below %s of the weight answered": "%s；按权重作答不足 %s 则不计分", "Cuts of the grid": "分界线",
	"at the means of the questions; on the line is high": "取各题均值，落在线上视为高", "Made with": "生成工具", "; %s left out": "；略去 %s",
}

// chineseCodes are the words for stable codes.
var chineseCodes = map[string]string{
	"judgement": "专家判断", "tree": "指标体系", "drivers": "驱动因素", "standard-deviation": "标准差", "entropy": "熵权", "critic": "CRITIC", "deviation-maximum": "离差最大化",
	"first-component": "第一主成分", "equal": "等权", "geometric-mean": "几何平均", "eigenvector": "特征向量", "harker": "Harker 法", "least-eigenvalue": "最小特征值",
	"saaty": "Saaty 表", "saaty-revised": "Saaty 修订表", "alonso-lamata": "Alonso–Lamata 表", "simulated": "模拟表", "donegan-dodd": "Donegan–Dodd 表",
	"alonso-lamata-line": "Alonso–Lamata 直线", "mean-of-scores": "各客人得分的均值", "score-of-means": "各题均值的得分", "by-level": "权重分给同组其他问题", "flat": "权重按比例分给全部已答问题",
	"the overall rating": "总体评价",
}

// chineseTold are the formats of texts that come finished in English: warnings, and why a source gives no weights.
var chineseTold = map[string]string{
	"experts with a consistency ratio above %s: %s of %s": "一致性比率高于 %s 的专家：%s／%s", "consistency ratio %s is above %s": "一致性比率 %s 高于 %s",
	"preferences go round in a circle": "偏好成环", "comparisons are missing: there is no consistency ratio": "缺少比较，没有一致性比率",
	"%s: items have the same value throughout: weight 0": "%s：有的问题答案全部相同，权重为 0", "%s: the method gives every item 0: equal weights": "%s：各题权重均为 0，按等权处理",
	"%s: eigenvalues are below 0, as pairs of items have blanks in different rows; they were set to 0": "%s：因各题缺答的行不同，有的特征值小于 0，已置为 0",
	"%s: correlations of pairs with blanks are beyond one and were cut":                                "%s：因缺答，有的相关系数超出 1，已截断",
	"%s: the last component kept and the next have the same eigenvalue":                                "%s：保留的最后一个主成分与下一个特征值相同", "%s: %s was added to all values": "%s：各值均加 %s",
	"%s: preferences go round in a circle": "%s：偏好成环", "%s: comparisons are missing: there is no consistency ratio": "%s：缺少比较，没有一致性比率", "%s: consistency ratio %s is above %s": "%s：一致性比率 %s 高于 %s",
	"%s nodes have scores of fewer than %s guests in effect; read their intervals with care, or shrink them": "%s 项的有效受访者不足 %s 位，其区间仅供参考",
	"1 node has a score of fewer than %s guests in effect; read its interval with care, or shrink it":        "1 项的有效受访者不足 %s 位，其区间仅供参考",
	"%s drivers have a slope against their correlation with %s; read their relative weights instead":         "%s 个驱动因素的斜率与其和 %s 的相关方向相反，应看相对权重",
	"1 driver has a slope against its correlation with %s; read its relative weight instead":                 "1 个驱动因素的斜率与其和 %s 的相关方向相反，应看相对权重",
	noGridText: "没有权重，全部问题等权，因此没有重要性与绩效的图：请提供 -judgements、-tree FILE 或 -overall", spreadText: "权重来自答案差异的大小，并不表示问题的重要程度",
	"nobody answered %s: it is not in the grid": "无人回答 %s，不在图中",
	noWeight: "各题权重均为 0",
	"nobody answered %s, and it takes two guests at least":         "无人回答 %s，至少需要两位客人",
	"only one guest answered %s, and it takes two guests at least": "只有一位客人回答 %s，至少需要两位客人", "both %s and %s": "%s 与 %s",
}
