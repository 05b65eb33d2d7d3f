package web

import (
	"net/http"
	"strings"
)

// The languages of the pages.
const (
	english = "en"
	chinese = "zh"
)

// language returns what a reader asks for: in the address, else by the browser's settings.
func language(r *http.Request) string {
	switch r.URL.Query().Get("lang") {
	case english:
		return english
	case chinese:
		return chinese
	}
	if strings.HasPrefix(strings.ToLower(r.Header.Get("Accept-Language")), chinese) {
		return chinese
	}
	return english
}

// words are the texts of the pages: English, Chinese.
var words = map[string][2]string{
	"desk":          {"Front desk", "前台"},
	"arrivals":      {"Arrivals", "今日抵店"},
	"none":          {"Nobody is expected.", "今日没有预抵客人。"},
	"more":          {"Further arrivals that are not shown", "未显示的抵店客人"},
	"find":          {"Find a guest", "查找客人"},
	"findHint":      {"Guest number or name", "客户号或姓名"},
	"search":        {"Search", "查找"},
	"found":         {"Found", "查找结果"},
	"nothing":       {"Nobody was found.", "没有找到客人。"},
	"back":          {"Arrivals and search", "抵店与查找"},
	"other":         {"中文", "English"},
	"guest":         {"Guest", "客人"},
	"house":         {"House", "酒店"},
	"nights":        {"Nights", "夜数"},
	"booked":        {"Booked", "已预订"},
	"in-house":      {"In house", "已入住"},
	"state":         {"State", "状态"},
	"tier":          {"Tier", "会员等级"},
	"class":         {"Class", "客户分类"},
	"action":        {"What to do", "建议"},
	"score":         {"Score", "得分"},
	"worth":         {"Worth of stays to come", "未来住宿价值"},
	"alive":         {"Still a guest", "仍为活跃客人"},
	"nextYear":      {"Stays in the next year", "未来一年入住次数"},
	"satisfaction":  {"Satisfaction", "满意度"},
	"points":        {"Points to spend", "可用积分"},
	"history":       {"Stays so far", "历史住宿"},
	"visits":        {"Visits", "入住次数"},
	"last":          {"Last day here", "最近离店"},
	"first":         {"First arrival", "首次入住"},
	"revenue":       {"Revenue", "消费总额"},
	"why":           {"Why this class", "分类依据"},
	"whyElse":       {"No class with a condition holds.", "不符合任何有条件的分类。"},
	"flip":          {"It would be another class with", "以下变化会改变分类"},
	"test":          {"Test", "条件"},
	"value":         {"Value", "数值"},
	"held":          {"Holds", "成立"},
	"yes":           {"yes", "是"},
	"no":            {"no", "否"},
	"thresholds":    {"Score and thresholds", "得分与分界"},
	"axis":          {"Axis", "维度"},
	"recency":       {"Days since the last stay", "距上次入住天数"},
	"frequency":     {"Number of visits", "入住次数"},
	"monetary":      {"Revenue", "消费总额"},
	"cuts":          {"Cuts", "分界"},
	"cutsSince":     {"Thresholds found on", "分界确定日期"},
	"progress":      {"To the next tier", "升级进度"},
	"have":          {"So far", "已有"},
	"need":          {"Needed", "需要"},
	"missing":       {"Missing", "还差"},
	"one":           {"one of these ways is enough", "满足其中一项即可"},
	"counted":       {"counted until", "统计截止"},
	"top":           {"There is no higher tier.", "已是最高等级。"},
	"lapses":        {"Points that will lapse", "将到期积分"},
	"on":            {"From", "到期日"},
	"entitled":      {"Entitled to", "权益"},
	"given":         {"given", "提供"},
	"on-request":    {"on request", "视情况提供"},
	"consent":       {"Consent", "授权"},
	"noConsent":     {"None was ever given: no marketing.", "从未授权:不得营销。"},
	"granted":       {"granted", "已同意"},
	"withdrawn":     {"withdrawn", "已撤回"},
	"unknown":       {"not known", "未知"},
	"noMember":      {"no member", "非会员"},
	"of":            {"of", "/"},
	"interval":      {"95\u00a0% within", "95% 区间"},
	"discount":      {"discounted a year at", "年折现率"},
	"metric.nights": {"Nights", "夜数"}, "metric.spend": {"Spend", "消费额"}, "metric.stays": {"Stays", "住宿次数"}, "metric.points": {"Base points", "基础积分"},
	"metric.no-shows": {"No-shows", "未到次数"}, "metric.brands": {"Brands", "品牌数"}, "metric.events": {"Events", "活动次数"}, "metric.years": {"Years", "年数"},
	"problem": {"This cannot be shown", "无法显示"},
	"noGuest": {"Nothing is known of this guest.", "没有该客人的资料。"},
	"later":   {"Please try again.", "请重试。"},
	"date":    {"Business date", "营业日期"},
}

// say returns a text in a language, and the key itself where there is none.
func say(lang, key string) string {
	pair, ok := words[key]
	switch {
	case !ok:
		return key
	case lang == chinese:
		return pair[1]
	}
	return pair[0]
}

// choose returns the Chinese label if that is asked for and known.
func choose(lang, en, zh string) string {
	if lang == chinese && zh != "" {
		return zh
	}
	return en
}
