package chinese

// quality is the quality of the data: what was read, and how the report was made.
var quality = map[string]string{
	"There is one row, and it counts.": "只有一行数据，已计入。", "All %s count. Nothing was left out.": "%s全部计入，没有略去。",
	"Of %s, %s count and %s were left out. Every row is in exactly one line of the table.": "共 %s：计入 %s 行，略去 %s 行。每行只归入下表一项。",
	"None was left out because of wrong data.":                                             "没有一行因数据有误而略去。", "All of those left out hold wrong data.": "略去的各行均为数据有误。",
	"%s of those left out hold wrong data; the others are left out by rule.": "略去的数据中 %s 行有误，其余按规则不计。",
	"Rows of the input by what became of them":                               "输入数据的去向", "Reason": "原因", "Rows": "行数", "All rows": "全部", "Counted": "计入",
	"One row a guest, as the source keeps it.": "每位客人一行，与数据源一致。", "The guest came and is known. What counts here makes up all other figures of this page.": "客人已入住且身份明确；本页其他数字均由此得出。",
	"A fee is not part of the revenue.": "取消费与未到费不计入收入。", "No visit; a fee is part of the revenue of a guest who has visits.": "不算入住；若客人有入住记录，取消费与未到费计入其收入。",

	"No guest": "无客人", "Anonymised or erased: the stay belongs to nobody any more.": "已匿名或已删除，这次住宿不再属于任何客人。",
	"Date missing": "缺日期", "Arrival and departure are both needed.": "到店日期与离店日期缺一不可。",
	"Dates reversed": "日期颠倒", "The departure lies before the arrival.": "离店日期早于到店日期。",
	"Implausible date": "日期不合理", "Dates such as 1900 or 2999 stand for “not known” in old systems.": "旧系统常以 1900 或 2999 之类的年份表示“不详”。",
	"In the future": "日期在未来", "The last stay is said to be over, but lies after the analysis date.": "标为已离店，日期却在分析日之后。",
	"Other currency": "币种不同", "Amounts are never converted, so one report has one currency.": "金额不做换算，一份报告只用一种货币。",
	"Unknown code": "代码不明", "The status, role or use is missing or not known.": "状态、身份或用途缺失或无法识别。",
	"Number of rooms": "房间数有误", "A number of rooms that cannot be.": "房间数不合理。", "Wrong count": "次数有误", "A number of visits or nights that cannot be.": "入住次数或晚数不合理。",
	"Wrong amount": "金额有误", "An amount beyond all measure.": "金额大得离谱。", "Unreadable": "无法读取", "A date, number or cell could not be read.": "日期、数字或单元格无法读取。",
	"Tentative": "暂定", "Asked for, but not confirmed.": "已询价，未确认。", "Booked": "已预订", "Confirmed, but the guest has not arrived yet.": "已确认，客人尚未到店。",
	"In house": "在住", "The guest has not left yet.": "客人尚未离店。", "Cancelled": "已取消", "Called off before arrival.": "到店前取消。", "No-show": "预订未到（No-show）", "The guest did not come.": "已预订但客人没有到店。",
	"Sharer": "同住客人", "Shared the room of another guest.": "与其他客人同住一间。", "Accompanying": "随行客人", "Travelled along on another guest's reservation.": "随其他客人的预订同行。",
	"House account": "非个人账户", "No person: a group master, a pseudo room or a company account.": "不是个人：团队主账、虚拟房或公司账户。",
	"Complimentary": "免费房", "Given away by the hotel.": "酒店赠送。", "House use": "自用房", "The hotel's own staff.": "酒店员工自用。", "Award stay": "积分房", "Paid with loyalty points.": "以会员积分支付。",
	"Day use": "日用房", "Arrival and departure on one day.": "当天到店当天离店。", "Repeated": "重复", "The same stay, or guest, was delivered again.": "同一住宿或客人重复提供。",
	"Superseded": "已被替代", "A later version of the same stay replaces it.": "已被同一住宿的较新版本替代。",
	"Before the window": "早于统计期", "Arrived before the period of the report.": "到店早于报告统计期。", "After the analysis date": "晚于分析日", "Arrived after the date as of which the report is made.": "到店晚于报告的分析日。",

	"Rows read": "读取行数", "Rows counted": "计入行数", "Currency": "币种", "Fees": "取消费与未到费", "Cost": "投入成本", "Profiles": "客人档案", "Programme": "会员计划",
	"SHA-256 of the file": "文件的 SHA-256", "SHA-256 of the stays": "住宿记录的 SHA-256",
	"as counted by the source": "按数据源的口径", "every stay is a visit": "每条住宿算一次", "rooms of one guest, house and arrival are one visit": "同一客人、门店、到店日期的客房合计一次",
	"%s, assumed": "%s（默认）", "%s, by the first row that names one": "%s（取自首个注明币种的行）", "count as revenue": "计入收入", "do not count": "不计",
	"%s bins, by the thresholds of %s": "%s 级，沿用%s的分界值", "%s, %s bins": "%s，%s 级", "%s, from %s": "%s，来源：%s", "not stated": "未说明",
	"Discount %s a year, %s, paid at the end of each; rounded half to even to %s": "年贴现率 %s，%s，年末计付，四舍六入五成双，保留 %s", "%s places": "%s 位小数",
	"%s, of the simulated hotel": "%s（模拟酒店）",
	"R package rfm 0.3.0":        "R 语言 rfm 包 0.3.0", "common Chinese practice": "国内通行做法", "hotel CRM literature": "酒店客户关系管理文献",
}
