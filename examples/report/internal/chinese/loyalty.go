package chinese

// loyalty is the members and their tiers.
var loyalty = map[string]string{
	"On %s, none of %s a tier above %s.": "截至%s，%s的等级均不高于%s。", "%s members has": "%s 位会员", "On %s, %s of %s a tier above %s (%s)%s.": "截至%[1]s，%[3]s中有 %[2]s 位的等级高于%[4]s（%[5]s）%[6]s。", "%s members have": "%s 位会员",
	"; they have brought %s of the revenue": "，贡献收入的 %s", "The programme is %s%s%s.": "会员计划为%s%s%s。", "; in force are the rules “%s”": "，现行规则为“%s”", "Source: %s.": "来源：%s。",
	"written for the simulated hotel of this report; the programme of no real house":                                                    "为本报告的模拟酒店编写，并非任何真实酒店的计划",
	"a status lasts 12 months from the day on which it was last earned; then the member falls to what the last 12 months still support": "等级自最近一次达标之日起保留 12 个月，到期降至最近 12 个月仍能支持的等级",
	"Tiers on %s, the highest on top: share of members and share of the revenue they have brought":                                      "%s的会员等级，最高者在上：会员占比与贡献的收入占比",
	"members": "会员", "of members": "的会员", "in 12 months": "晚／12 个月", "a member": "人均", "%s members": "%s 位会员", "nights": "晚",
	"Members by tier on %s; nights and revenue of all their visits, and nights of the visits that ended in the 12 months to that day": "%s各等级会员；历次入住的晚数与收入，以及截至当日 12 个月内离店的入住晚数",
	"Tier": "等级", "Members": "会员数", "Nights, 12 months": "近 12 个月晚数", "Revenue a member": "人均收入", "Reached by": "达标条件", "All": "合计",
	"every member": "全体会员", "not by stays": "不凭入住", "; pays %s of the rate": "；按房价的 %s 支付", "%s %s": "%[2]s %[1]s", "%s months": "%s 个月", "in any %s": "任意 %s内",
	"in %s from the day the tier began": "获得等级起 %s内", "in %s of membership": "会籍年度 %s内", "in all": "累计", "in a calendar year": "自然年内", ", the one before": "（上一周期）",
	"%s events": "%s 次活动", "%s no-shows": "%s 次预订未到", "%s brands": "%s 个品牌", "base points": "基础积分", "events": "活动", "no-shows": "预订未到", "brands": "品牌",

	"Near the next tier": "即将升级", "Nobody is": "没有会员", "%s members are": "%s 位会员", "%s at least half way to the next tier and within %s of it.": "%s距下一等级已过半，且所差不超过 %s。",
	"For %s of them any one stay is enough.": "其中 %s 位任意入住一次即可升级。", "Besides, %s one stay and more nights than that: the stay is enough.": "此外，%s所差晚数较多，但只差一次入住：入住一次即可升级。", "%s members lack": "%s 位会员",
	"What is missing is counted as if it were spent on %s; nights that leave the window later are missing again.": "所差按%s当日补足计算；此后滑出统计期的晚数须重新补足。",
	"Members near the next tier, by the nights that are missing on %s":                                            "即将升级的会员，按%s尚差的晚数", "Next tier": "下一等级",
	"Those of them with the most revenue so far, by id as in guests.csv; what is missing is counted on %s": "其中累计收入最高者，编号同 guests.csv；所差按%s计算", "Those of them with the most revenue so far, by id as in guests.csv": "其中累计收入最高者，编号同 guests.csv",
	"Who can still keep it, those with the most revenue so far first, by id as in guests.csv; on its last day older nights no longer count": "尚可保级者，累计收入高者在前，编号同 guests.csv；到最后有效日，较早的晚数已不计",
	"No longer likely to keep it (%s): less than half of what it takes is there, or more nights or stays are missing than days are left.":   "已难以保级（%s 位）：所需尚不足一半，或所差晚数或次数多于剩余天数。",
	"A reward is to be chosen within %s by %s.": "%[2]s须在 %[1]s内选择奖励。",
	"Tier and next": "现等级与下一等级", "Missing": "还差", "missing": "还差", "any stay": "任意一次入住",

	"About to drop": "即将降级", "Falls": "等级变动", "Valid through": "有效期至", "through": "有效期至", "Keeps it today": "今日保级还需", "keeps it today:": "今日保级还需", "On its last day": "最后有效日还需", "on its last day:": "最后有效日还需", "as today": "同今日",
	"Nobody falls to a lower tier within %s, by %s.": "%s内（至%s）没有会员降级。", "%s members fall": "%s 位会员",
	"%s to a lower tier within %s, by %s, unless enough stays come in time; %s can still keep the tier, and for %s that is no longer likely.": "%s将在 %s内（至%s）降级，除非及时有足够的入住；其中 %s 位尚可保级，%s 位已难以保级。",
	"Whoever has already earned the tier anew is not among them.":                                                                             "已重新达标者不在其列。",

	"The rules, checked": "规则检查", "How visits count for the programme:": "入住如何计入计划：", "%s (%s)": "%s（%s）",
	"The check of the rules finds nothing doubtful: every tier can be reached and rested on, none is harder to keep than to reach, and rules are in force on every day.": "规则检查未发现可疑之处：各等级均可达到并停留，没有保级难于升级者，每一天都有现行规则。",
	"The check of the rules finds %s things that are probably not meant; the first %s of them:":                                                                          "规则检查发现 %s 处可能并非本意，先列 %s 处：", "The check of the rules finds %s probably not meant:": "规则检查发现 %s可能并非本意：", "%s things that are": "%s 处",
	"Every guest of this report is taken for a member from the last day of the first visit; who has joined is not known.":                                                   "本报告的每位客人自首次入住的最后一天起视为会员；实际谁已入会并不知道。",
	"A visit counts on its last day, for a guest still in the house on the analysis date with the nights slept by then.":                                                    "入住在最后一天计入；分析日仍在住的客人，计至当时已住的晚数。",
	"Nights are calendar nights, whatever the number of rooms. A visit with a night is one stay.":                                                                           "晚数按日历日计算，与房间数无关。过夜即计一次入住。",
	"Spend is the revenue of the visit as this report counts it, rounded half to even to the digits of the currency; fees of no-shows and cancellations are no part of it.": "消费为本报告计入的该次收入，按币种小数位数四舍六入五成双；取消费与未到费不计。",
	"A visit without a night brings spend, but is no stay.":                                                                                                                 "当日离店计消费，但不计入住次数。",
	"No visit of this data has a night, so every visit counts as a stay.":                                                                                                   "本数据没有过夜记录，因此每次到店计一次入住。",
	"Of %s these stays tell nothing; they count as 0.":                                                                                                                      "%s无法从入住记录得知，按 0 计。",

	"The status of a guest in the loyalty programme at the close of %s, from the visits through that day and nothing else: no gifts, matches or cards.": "客人在%s日终的会员等级，仅凭截至当日的入住计算，不含赠予、等级匹配或付费卡。",
	"The last day of a status if nothing more happens (tier_until in guests.csv; empty for one without an end).":                                        "若再无入住，该等级的最后有效日（guests.csv 中的 tier_until；长期有效者为空）。",
	"Nights to the next tier": "距下一等级的晚数",
	"The fewest nights that reach it if they were spent on the analysis date (nights_to_next in guests.csv). Empty at the top, and where nights alone do not lead there.": "若在分析日补足，达到下一等级所需的最少晚数（guests.csv 中的 nights_to_next）。最高等级以及仅凭晚数不能升级者为空。",
	"A member whose status ends within %s and who has not yet earned it anew.":                                                                                            "等级将在 %s内到期且尚未重新达标的会员。",
}

// loyaltyCodes are what a check of the rules finds.
var loyaltyCodes = map[string]string{
	"version-gap": "两版规则之间有一段时间没有现行规则", "ends": "最后一版规则之后没有现行规则", "impossible-condition": "通往某等级的一条路径无人可走", "unreachable-tier": "某等级无法停留：达到者已达更高等级",
	"by-grant-only": "某等级不能凭消费达到", "retain-above-promote": "能升到某等级的条件却不足以保级", "upper-bound": "活动越多反而失去等级", "rollover-without-threshold": "结转没有门槛",
	"milestone-end": "里程碑的最后一档不成其为一档", "low-pay-rate": "折扣超过一半：所填是否为实付比例", "rising-pay-rate": "等级更高，实付比例反而更高", "class-gap": "有客人不属于任何类别", "class-overlap": "有客人同属两个类别",
	"shared-boundary": "同一数值既是一类的终点又是另一类的起点", "disagreement": "两套规则对同一客人的等级判断不一", "too-many-conditions": "条件过多，未能全部检查",
}

// reasons are why rows and answers are left out.
var reasons = map[string]string{
	"missing-guest": "缺客人编号", "unknown-code": "代码不明", "unreadable": "无法读取", "repeat": "重复", "superseded": "已被取代", "unknown-guest": "没有入住的客人", "wrong-amount": "金额有误", "wrong-count": "数目有误",
}
