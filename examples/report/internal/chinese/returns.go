package chinese

// returns is who comes back, and who is still a guest.
var returns = map[string]string{
	"By %s, %s of the guests (%s of %s) have come more than once, whenever they first came; were they a sample, the rate would lie between %s and %s (95\u00a0%%).":                                                             "截至%[1]s，%[2]s 的客人（%[4]s 位中的 %[3]s 位）入住不止一次（不论首次入住在何时）；若视作抽样，该比例在 %[5]s 至 %[6]s 之间（95%%）。",
	"A cohort is the guests who first came in one %s. Each cell is the part of them who came again so many %ss later; first means first in this data.":                                                                          "同期群是首次入住在同一%s的客人。每格为其中相隔若干%s后再次入住者的比例；“首次”以本数据为准。",
	"%s after %s lie in a %s that is not over, and are not in the table.":                                                                                                                                                       "%[2]s之后的 %[1]s落在尚未结束的%[3]s，未列入表中。",
	"The column +0 is of those who came a second time within the same %s. Whoever came in several counts in each, so the columns do not add up; how many have come back at all, by days since the first arrival, stands below.": "+0 列为当%s内第二次入住者。跨多期入住的客人在各期均计，故各列不可相加；累计有多少人再次入住（按首次入住后的天数）见下文。",
	"%s in summary.json only.": "%s仅列于 summary.json。", "%s older cohorts are": "更早的 %s 个同期群",
	"Guests who came again, by %s of the first arrival and %ss since": "再次入住的客人比例，按首次入住的%s与相隔%s数",
	"First came": "首次入住", "not over": "尚未结束", "not yet observed": "尚未观察到", "%s\u00a0Q%s": "%s\u00a0Q%s",
	"No %s of the data is over, so there are no cohorts to compare yet.": "数据中还没有完整的%s，暂无同期群可比。",
	"Time to the second visit": "多久后第二次入住", "Days": "天数", "Came back": "已再来", "Interval": "置信区间", "Watched": "观察人数",
	"Guests who have come back (Kaplan-Meier), with 95\u00a0% intervals":   "已再次入住的客人比例（卡普兰-迈耶估计，95% 置信区间）",
	"Fewer than half of the guests have come back by the end of watching.": "到观察期结束，再次入住的客人不到一半。", "Half of the guests have come back after %s.": "半数客人在 %s内再次入住。",
	"%s watched for up to %s, and %s came back. A guest who first came lately counts only for the days since.": "共观察 %s，最长 %s，其中 %s 位再次入住。近期首次入住的客人只计其后的天数。", "%s guests were": "%s 位客人",
	"days since the first arrival": "首次入住后的天数", "have come back": "已再次入住",
	"Share of guests who have come back, by days since the first arrival; the table has the figures": "首次入住若干天后已再次入住的客人比例，数字见表",

	"Who is still a guest is not known: %s.": "哪些客人仍活跃，无从得知：%s。", "What the guests are worth from now on is not known: %s.": "客人今后的价值无从得知：%s。",
	"No guest says goodbye, so a model reads it from how often each came, when last, and for how long the guest is known. Here it is %s, %s.": "客人流失时不会打招呼，只能由模型根据入住次数、最近一次入住和首次入住至今的时间来推断。这里采用 %s：%s。",
	"where every guest comes at a rate of their own and nobody leaves":                                                                        "每位客人按自己的频次入住，无人流失",
	"where every guest comes at a rate of their own and may leave after any visit but the first":                                              "每位客人按自己的频次入住，除首次外，每次入住后都可能流失",
	"where every guest comes at a rate of their own and may leave after any visit":                                                            "每位客人按自己的频次入住，每次入住后都可能流失",
	"where every guest comes at a rate of their own and may leave at any time":                                                                "每位客人按自己的频次入住，随时可能流失",
	"where every guest comes at a rate of their own and leaves the sooner the longer they have been one":                                      "每位客人按自己的频次入住，来店历史越长流失越快",
	"The data is too short to hold a part of it out, so no model could be put to the test; this one is the first of a fixed order that fits.": "数据太短，留不出保留期来检验模型；这是按固定次序第一个能拟合的模型。",
	"the last quarter of the days": "最后四分之一的天数", "the days that were asked for": "指定的天数",
	"All models were fitted to the visits through %s and had to foretell those until %s, %s; ":            "各模型先用截至%s的入住记录拟合，再预测此后至%s的入住（%s）；",
	"They were compared on every %s guest.":                                                               "比较时每 %s 位客人取一位。",
	"It was then fitted to all visits through %s of every %s guest, and every prediction is by that fit.": "随后用截至%s的全部入住记录重新拟合（每 %s 位客人取一位），所有预测均出自这次拟合。",
	"It was then fitted to all visits through %s, and every prediction is by that fit.":                   "随后用截至%s的全部入住记录重新拟合，所有预测均出自这次拟合。",
	"second": "2", "third": "3", "%sth": "%s", "Every %s guest.": "每 %s 位客人取一位。",
	"%s comes before it, but %s.":                                        "%s 次序在前，但%s。",
	"it takes for granted that whoever never came back is still a guest": "认定从未再来的客人仍为活跃客人", "it takes for granted that nobody ever leaves for good": "认定无人会永久流失",
	"its fit to all visits has no standard errors":                         "对全部入住记录的拟合没有标准误",
	"the fit has no standard errors, so its predictions have no intervals": "拟合没有标准误，预测也就没有区间", "nobody came on any occasion": "没有人入住",

	"All guests together, from the last day of the data on": "全体客人合计，自数据的最后一天起", "Expected": "预期", "expected": "预期", "Still guests": "仍是客人",

	"Expected visits of all guests known so far; new ones come on top.": "现有全部客人的预期入住次数，新客另计。", "Residual value, %s": "剩余价值（%s）",
	"All visits to come, discounted, times the expected revenue a visit; no cost is taken off.": "今后全部入住次数（已贴现）乘以预期次均收入，未扣成本。",

	"Discount: %s a year, effective, each visit from its own time on. Spend is expected by the Gamma-Gamma model from a guest's repeat visits; %s given the mean of all. Spends are rounded half to even to the digits of %s.": "贴现率为每年 %s（实际利率），每次入住从各自的时间起算。消费由伽马-伽马模型根据再次入住的消费估计；%s没有消费为正的再次入住，取全体均值。消费按 %s 的小数位数四舍六入五成双。",
	"%s guests without a positive spend there are": "%s 位客人",

	"How likely they are still guests": "仍是客人的概率", "visits ↓": "次数 ↓", "days →": "天数 →", "no guests": "无客人",
	"Mean P(alive) and guests by recency and frequency. The best guests are at the top left.":                    "按最近入住与入住频率看平均活跃概率与客人数，价值最高的客人在左上角。",
	"Colour and upper figure: mean P(alive) of the cell. Lower figure and bar: guests; the fullest cell has %s.": "颜色与上方数字：该格的平均活跃概率。下方数字与条形：客人数，最多的一格有 %s 位。",
	"under 10\u00a0%": "低于 10%", "10 to 25\u00a0%": "10% 至 25%", "25 to 50\u00a0%": "25% 至 50%", "50 to 75\u00a0%": "50% 至 75%", "75 to 90\u00a0%": "75% 至 90%", "90\u00a0% or more": "90% 及以上",

	"Expected and actual visits": "预期与实际入住次数", "came": "实际", "Came": "实际", "Through": "截至", "repeat visits so far": "累计再次入住次数",
	"Repeat visits so far, by day; * was held out": "累计再次入住次数，按日期；* 为保留期",
	"The model as fitted to all visits: repeat visits that it expects of guests of whom no more than the first visit is known, beside those that came.":                                                           "用全部入住记录拟合的模型：只知道首次入住时预期的再次入住次数，与实际对照。",
	"The model as fitted to the visits through %s: repeat visits that it expects of guests of whom no more than the first visit is known, beside those that came. The upright line is where the hold-out begins.": "用截至%s的入住记录拟合的模型：只知道首次入住时预期的再次入住次数，与实际对照。竖线处保留期开始。",
	"Cumulative repeat visits, as they came and as the model expects them; the table has the figures":                                                                                                             "累计再次入住次数：实际与模型预期，数字见表",

	"The fits": "模型的拟合", "Model": "模型", "Parameters": "参数", "Log-likelihood": "对数似然", "log-likelihood": "对数似然", "AIC": "AIC", "BIC": "BIC", "Gradient": "梯度", "gradient": "梯度",

	"Of %s, about %s were still guests of ours on %s, as the model has it. They are expected to come about %s\u00a0times in the year after that day, new guests not counted.": "%[1]s中，据模型估计截至%[3]s约 %[2]s 位仍是我们的客人，预计此后一年入住约 %[4]s\u00a0次，不含新客。",
	"All their visits to come, without an end, are expected to bring %s of revenue, discounted to that day at %s a year, no cost taken off.":                                  "他们今后的全部入住（不设期限）预计带来收入 %s，按年贴现率 %s 折算至该日，未扣成本。",
	"this one expected %s there, and %s came: %s.": "该模型预测 %s 次，实际 %s 次：%s。", "%s too many visits": "多估 %s", "%s too few visits": "少估 %s", "neither too many visits nor too few": "与实际相符",
	"In the test through %s the model expected %s.":                                                                                              "截至%s的检验中，模型%s。",
	"For comparison: the %s known on %s came %s in the year since.":                                                                              "作为对照：截至%[2]s已有的 %[1]s在其后一年入住 %[3]s。",
	"For comparison: the %s known on %s brought %s in the year since.":                                                                           "作为对照：截至%[2]s已有的 %[1]s在其后一年带来 %[3]s。",
	"%s was as good there guest by guest and nearer with its total, off by %s beside %s, but %s.":                                                "%s 在检验中逐位客人的表现相当，总数更接近（误差 %s，后者为 %s），但%s。",
	"%s was better there, but %s.":                                                                                                               "%s 在检验中表现更好，但%s。",
	"The sum of P(alive), the probability of each guest not to have left for good. Nobody sees a guest leave, so it cannot be tested by itself.": "全体客人活跃概率（尚未永久流失的概率）之和。客人何时流失无法观察，因此不能单独检验。",
	"The intervals (95\u00a0%, delta method) hold what the parameters leave open if the model is right, and nothing else. What a model gets wrong comes on top: the test shows how much that was once.": "区间（95%，Delta 法）只含模型成立时参数的不确定性。模型本身的偏差另计：检验给出了其中一次的大小。",
	"That mean is %s a visit; those who came once spent %s on average.": "该均值为每次 %s；仅入住一次的客人平均消费 %s。",
	"The parameters leave (95\u00a0%)":                                  "参数的不确定范围（95%）", "the parameters leave (95\u00a0%)": "参数范围（95%）", "Off so far": "累计误差",
	"How near the models came": "各模型预测的准确度", "Rank": "名次", "Off there": "保留期误差", "Log score": "对数得分", "Behind": "落后", "Error": "误差", "used": "采用", "used for all predictions": "用于全部预测", "each goes on as before": "人人照旧",
	"Visits from the day after %s through %s of %s who had come before, as foretold and as they came": "%[1]s的次日至%[2]s，此前入住过的 %[3]s的入住次数：预测与实际",
	"Off: of the visits in the test alone. Log score: the mean of −ln of the probability that the model had given to the number of visits which the guest then made; lower is better, and one distribution for all guests gets %s at best. Error: mean absolute error a guest.": "保留期误差只计检验期内的入住。对数得分：模型事先给予客人实际入住次数的概率，取其负自然对数的均值；越低越好，所有客人用同一分布最好也只有 %s。误差：每位客人的平均绝对误差。",
	"The log score ranks. Models within 1.96 standard errors (in brackets) of the lowest are not told apart and are ranked by their totals.":                                                                                                                                    "按对数得分排名。与最低者相差不到 1.96 个标准误（括号内）的模型不分高下，按总数排名。",
	"Compared on %s, by the visits from %s through %s; times in %ss, standard errors in brackets.":                                                                                                                                                                              "比较用%s，入住自%s至%s；时间单位为%s，括号内为标准误。",
	"First the fit that all predictions are by, to the visits through %s.":                                                                                                                                                                                                      "首行为全部预测所用的拟合，截至%s的入住。", "every %s guest (%s)": "每 %s 位客人取一位（%s 位）", "all guests (%s)": "全部客人（%s 位）",
	"The model of spend, of guests with spend on repeat visits; its likelihood is of amounts, not of visits":                                                                                                                                     "消费模型，取再次入住有消费的客人；其似然针对金额而非入住次数",
	"The likelihood says how well a model describes what it was fitted to, not how well it foretells; it chooses nothing here, and is compared among fits to the same guests only. The gradient is 0 at a maximum. summary.json has all digits.": "似然只说明模型对拟合数据描述得多好，不说明预测得多准；这里不以此选择模型，也只在拟合相同客人的模型之间比较。梯度在最大值处为 0。完整位数见 summary.json。",
	"Of the ranges for single guests, by the model used, %s were to hold what the guest then did, and %s did.":                                                                                                                                   "按所用模型给单个客人的区间，应有 %s 包含其后的实际次数，实有 %s。",
}

// returnCodes are the units of time, and the warnings of a fit.
var returnCodes = map[string]string{
	"day": "天", "week": "周", "month": "月", "quarter": "季度", "year": "年",
	"no-repeats": "没有客人再来，无从估计入住频率", "no-churn": "数据看不出有客人流失，不含流失的模型同样好", "boundary": "最大值在模型的边界上，等同于更简单的模型",
	"poorly-identified": "数据难以确定其中某个参数，预测仍可能可用", "not-converged": "未能证实最大值，不宜依赖这次拟合", "no-start": "似然没有有限的起点",
	"spend-dropped": "平均消费不大于 0 的客人已略去", "spend-correlated": "消费与入住次数相关，而模型假定二者无关", "no-mean": "全体平均消费为无穷大，应看中位数",
}
