package chinese

// console is what the report prints for a terminal; cells stand between tabs.
var console = map[string]string{
	"rows\t%s": "读取行数\t%s", "counted\t%s": "计入行数\t%s", "  left out, %s\t%s": "  略去：%s\t%s",
	"guests\t%s": "客人\t%s", "visits\t%s": "入住次数\t%s", "nights\t%s": "晚数\t%s", "revenue\t%s %s": "收入\t%s %s",
	"best 20 %% (%s) bring\t%s%s": "消费最高的 20%%（%s）贡献\t%s%s", " after refunds": "（已扣退款）",
	"segment\tguests\tvisits\t%s\tshare": "细分\t客人\t入住次数\t%s\t占比", "classes": "分类", "life cycle": "生命周期", "%s %s (%s)": "%s %s（%s）",
	"tiers: %s; %s near the next, %s about to drop": "等级：%s；即将升级 %s 位，即将降级 %s 位", "note: %s": "提示：%s",
	"written to %s: %s, %s, %s": "已写入 %s：%s、%s、%s", "thresholds saved to %s": "分界值已存入 %s",
}
