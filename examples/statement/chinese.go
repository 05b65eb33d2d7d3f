package main

// chinese holds labels and sentences under their English; package lang says how to add some.
var chinese = map[string]string{
	"Member statement": "会员对账单", "Skip to the page": "跳到正文", "Contents": "目录", "Please note": "请注意",
	"All tiers, lowest first": "全部等级，由低到高", "written to %s": "已写入 %s", "no findings": "没有发现问题",
	"for ever": "长期有效", "through %s": "有效期至%s", ", as known on %s": "（以%s所知为准）", "not yet a member": "尚未入会",
	"%s on %s": "%[2]s%[1]s", ", %s": "（%s）", ": %s": "：%s", ", ": "、", "; ": "；", ".": "。", " and ": "，且", ", or ": "，或",

	"points": "积分", "%s can be spent": "可用 %s", "; %s more are pending": "；另有 %s 待入账", "never": "不会", "no": "无",
	"points lapse": "积分过期", "as things stand": "按目前情况", "for their age": "到期失效", "for want of activity": "因长期无消费",
	"lapse on %s": "将于%s过期", "to %s": "距%s", "the only way": "唯一途径", "the nearest of %s ways": "%s 种途径中最接近的", "or %s": "或%s",

	"%s ends: from %s it is %s": "%[1]s等级即将结束：自%[2]s起为%[3]s", "; to keep it: %s": "；保级还需%s", "%s is near: %s": "离%s已近：还需%s",
	"choose the reward for %s before %s": "请在%[2]s之前选择%[1]s的奖励", "%s of %s was not done: %s": "%[2]s 的 %[1]s 未能执行：%[3]s",
	" (%s asked, %s there)": "（需要 %s，现有 %s）",

	"The way to %s": "升级至%s", "Progress": "进度", "There is no higher tier that activity reaches.": "没有可凭消费达到的更高等级。",
	"One of these ways is enough.": "满足其中一项即可。", "To keep %s: %s.": "保持%s还需：%s。", "%s is earned again already: %s.": "%s已可保级：%s。",
	"With what is booked the tier on %s is %s, without it %s.": "若已预订的都入住，%[1]s时为%[2]s，否则为%[3]s。",
	"%s of %s": "%s／%s", "%s (%s needed)": "%s（需 %s）", "%s, at most %s": "%s，至多 %s", "all years": "历年", "all that was": "累计", "since %s": "自 %s 起", "%s to %s": "%s 至 %s",
	"nothing is missing": "已满足", "spend %s": "消费 %s", "%s %s": "%s %s", "years as %s": "年%s",

	"Points account": "积分账户", "%s points, of which %s can be spent": "积分 %s，其中可用 %s", "%s more are pending": "另有 %s 待入账",
	"%s are reserved": "%s 已预留", "%s are not active yet": "%s 尚未生效", "%s are owed": "欠 %s",
	"When points lapse, if nothing happens": "若无消费，积分过期日", "lapse on": "失效日", "why": "原因", "their age": "到期",
	"want of activity: a stay or an award puts it off": "长期无消费：入住或兑换可延期", "nothing lapses as things stand": "按目前情况不会过期",
	"Lots that still hold points": "仍有余额的积分批次", "earned": "获得日", "from": "来源", "rule": "规则", "rules of": "规则版本", "issued": "发放",
	"left": "剩余", "good through": "有效至", " (pending)": "（待入账）", "while there is activity": "有消费即有效", "by hand": "人工",
	"rate “%s”": "基础（%s）", "bonus of %s": "%s加成", "least of a stay": "每次入住下限", "campaign “%s”": "活动“%s”", "milestone: %s": "里程碑：%s",
	"Every line, in the order in which it was recorded": "全部明细，按入账顺序", "date": "日期", "what": "事项", "details": "说明", "change": "变动",
	"balance": "余额", "earned, pending": "获得（待入账）", "of %s": "撤销 %s",
	"How points were earned": "积分如何产生", "Each line is worked out exactly and rounded once. %s points in all.": "每行精确计算，只舍入一次。共 %s 积分。",
	"Points by line": "积分逐笔明细", "stay": "入住", "of": "依据", "exactly": "精确值", "tier": "等级", " (%s cut: %s)": "（减 %s：%s）",

	"Benefits of %s": "%s的权益", "The member pays %s of the rate.": "会员价为房价的 %s。", "Of %d award nights in a row the cheapest is free.": "连续 %d 晚积分兑换，其中最便宜的一晚免费。", "What the tier has": "该等级的权益", "benefit": "权益", "given": "提供", "Milestones": "里程碑",
	"Reached so far": "已达成", "milestone": "里程碑", "at": "达到", "reward": "奖励", "%s points": "%s 积分", "one of %s": "%s中任选一项", "two of %s": "%s中任选两项", "any %s of %s": "%[2]s中任选 %[1]s 项",
	"every %s": "每 %s", "at %s": "满 %s", " or ": "或", "lounge": "行政酒廊", "food": "餐饮", "suite": "套房升级", "club access": "行政酒廊", "suite upgrade": "套房升级",
	"credit": "消费抵扣", "suite nights": "套房晚", "gift": "礼品", "discount": "折扣", "donation": "捐赠", "free night": "免费房晚",
	"not earned again": "未再达到", "the rules changed": "规则变更", "by the rules": "按规则",
	"to be chosen before %s":    "请在 %s 之前选择",
	"How the status came about": "等级由来", "Every change of status, with its reason": "每次等级变化及原因", "because": "依据",
	"What will happen if nothing more is done": "若不再消费，将会如何", "held: %s": "实际持有：%s",

	"The same stays under %s": "同样的入住，若按%s", "Both programmes side by side": "两种计划对照", "this programme": "本计划", "the other one": "另一计划",
	"": "", "valid": "有效期", "points of stays and events": "入住与活动积分", "points of milestones": "里程碑积分", "missing to the next tier": "距下一等级",
	"%s missing to %s": "距%[2]s还差%[1]s", "Every change of status there": "另一计划下的等级变化",
	"It has no %s: grants of these are left out.": "它没有 %s，相应的授予已略去。",
	"%s of %s would not have been possible: %s.":  "%[2]s 的 %[1]s 将无法执行：%[3]s。",
	"Of all %s members in the file %s stay where they are, %s move up, %s down and %s aside; points of stays go from %s to %s.": "文件中 %s 位会员：%s 位不变，%s 位升级，%s 位降级，%s 位平移；入住积分由 %s 变为 %s。",

	"About this statement": "关于本对账单", "Rules: %s %s, version %s (%s). Source: %s.": "规则：%s %s，版本 %s（%s）。来源：%s。", "Not counted: %s.": "未计入：%s。", "%s lines": "%s 条", "not known yet, or dated after this day": "尚未获知或尚未发生",
	"Points are spent from the lots that end first. The day on which points lapse is the first day without them.": "先到期的积分先用。失效日当天即不再有效。",
	"Made with hotelcrm from %s. Equal input gives this statement again, byte for byte.":                          "由 hotelcrm 根据 %s 生成。同样的输入逐字节得到同样的对账单。",

	"%s %s (%s)": "%s %s（%s）", "%s: %s (%s)": "%s：%s（%s）",

	"severity": "程度", "finding": "发现", "where": "位置", "what it means": "含义",
}

// chineseCodes are the words for stable codes.
var chineseCodes = map[string]string{
	"enrolled": "入会", "promoted": "升级", "renewed": "续期", "kept": "保级", "lapsed": "到期", "stepped-down": "降级", "for-life": "终身", "moved": "转换",
	"granted": "授予", "grant-ended": "授予结束",
	"enrolment": "入会", "activity": "消费", "lifetime": "累计", "match": "等级匹配", "challenge": "挑战", "gift": "赠送", "purchase": "购买", "card": "联名卡",
	"floor": "统一保底", "operator": "人工",
	"nights": "房晚", "stays": "次入住", "points": "基础积分", "spend": "消费", "events": "次活动", "noShows": "次未到", "brands": "个品牌", "years": "年",
	"earn": "获得", "post": "入账", "cancel": "取消", "hold": "预留", "capture": "扣除预留", "release": "释放预留", "redeem": "兑换", "void": "撤销",
	"lapse": "过期", "adjust": "人工调整", "reinstate": "恢复", "extend": "延期", "exempt": "免过期", "repay": "偿还", "recover": "追回",
	"base": "基础", "bonus": "加成", "campaign": "活动", "cap": "上限", "first-members": "名额已满", "budget": "预算用尽",
	"none": "无", "on-request": "视情况", "given": "有", "error": "错误", "warning": "警告", "note": "提示",
	"insufficient": "积分不足", "not-found": "找不到", "settled": "已结清", "not-voidable": "不可撤销", "backdated": "倒签日期", "conflict": "内容冲突",
	"out-of-order": "次序有误", "overflow": "超出上限",
	"repeat": "重复", "superseded": "已被取代", "tentative": "暂定", "booked": "已预订", "in-house": "在住", "cancelled": "已取消", "not-yet": "尚未发生",
	"no-rules": "当日无规则", "before-enrolment": "入会之前", "other-member": "属其他会员", "role": "身份不计", "payer": "付款人不计", "free": "免费入住",
	"rate": "价格不计", "day-use": "日用房", "room-limit": "超出房间数",
}
