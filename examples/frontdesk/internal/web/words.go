package web

import (
	"net/http"
	"strings"

	"github.com/hotelcrm/hotelcrm/examples/internal/lang"
	"github.com/hotelcrm/hotelcrm/examples/internal/odds"
)

// language returns what a reader asks for: in the address, else by the browser's settings.
func language(r *http.Request) lang.Printer {
	asked := r.URL.Query().Get("lang")
	if p, err := lang.New(asked, words); err == nil {
		return p
	}
	if strings.HasPrefix(strings.ToLower(r.Header.Get("Accept-Language")), "zh") {
		return chinese
	}
	return english
}

// The languages of the pages.
var (
	english = lang.English(words)
	chinese = lang.Chinese(words)
)

// words are what the pages say; package lang says how to add some.
var words = &lang.Catalogue{
	Texts: lang.Join(odds.Chinese, map[string]string{
		"Front desk":                          "前台",
		"Arrivals":                            "今日抵店",
		"Nobody is expected.":                 "今日没有预抵客人。",
		"Further arrivals that are not shown": "未显示的抵店客人",
		"Find a guest":                        "查找客人",
		"Number or name":                      "客户号或姓名",
		"Search":                              "查找",
		"Found":                               "查找结果",
		"Nobody was found.":                   "没有找到客人。",
		"Arrivals and search":                 "抵店与查找",
		"Guest":                               "客人",
		"House":                               "酒店",
		"Nights":                              "晚数",
		"State":                               "状态",
		"Tier":                                "会员等级",
		"Class":                               "客户分类",
		"Score":                               "得分",
		"Worth of stays to come":              "未来入住价值",
		"Still a guest":                       "仍为活跃客人",
		"Stays in the next year":              "未来一年入住次数",
		"Satisfaction":                        "满意度",
		"Points to spend":                     "可用积分",
		"Visits":                              "入住次数",
		"Last day here":                       "最近离店",
		"First arrival":                       "首次入住",
		"Revenue":                             "消费总额",
		"Why this class":                      "分类依据",
		"No class with a condition holds.":    "不符合任何有条件的分类。",
		"It would be another class with":      "以下变化会改变分类",
		"Test":                                "条件",
		"Value":                               "数值",
		"Holds":                               "成立",
		"yes":                                 "是",
		"no":                                  "否",
		"Score and thresholds":                "得分与分界值",
		"Axis":                                "维度",
		"Cuts":                                "分界值",
		"It would be “%s” with":               "以下变化会使其成为“%s”",
		"Thresholds found on %s.":             "分界值确定于%s。",
		"Without another stay the score of “%s” falls on %s.": "若不再入住，“%s”的得分将于%s下降。",
		"To the next tier":                   "升级进度",
		"So far":                             "已有",
		"Needed":                             "需要",
		"Missing":                            "还差",
		"one of these ways is enough":        "满足其中一项即可",
		"counted until":                      "统计截止",
		"There is no higher tier.":           "已是最高等级。",
		"Points that will lapse":             "将到期积分",
		"From":                               "到期日",
		"Entitled to":                        "权益",
		"Consent":                            "授权",
		"None was ever given: no marketing.": "从未授权：不得营销。",
		"granted":                            "已同意",
		"Since":                              "起始日期",
		"Details":                            "说明",
		"%s: %s":                             "%s：%s",
		"withdrawn":                          "已撤回",
		"not known":                          "未知",
		"not a member":                       "非会员",
		"This cannot be shown":               "无法显示",
		"Nothing is known of this guest.":    "没有该客人的资料。",
		"Please try again.":                  "请重试。",
		"Business date":                      "营业日",
		"%d of %d":                           "%d／%d",
		"All houses":                         "所有酒店",
		"Arrival":                            "到店日期",
		"Last stays":                         "最近几次入住",
		"day use":                            "日用房",
		"%s nights":                          "%s 晚",
		"Today: %s, %s":                      "今日：%s，%s",
		"Spent":                              "消费额",
		"Unhappy (%s of %s)":                 "不满意（%s／%s）",
		"%s on %s: ask what was wrong.":      "%s，%s：请询问原因。",
		"recent, often, spend":               "最近、次数、消费",
		"until %s":                           "至 %s",
		"%s held":                            "另有 %s 已预留",
		"Points owed":                        "欠积分",
		"taken off the next points":          "从今后所得积分中抵扣",
		"Mailings go by the score alone, here under “%s”.": "营销邮件只按得分分组，该客人属于“%s”。",
	}),
	Codes: map[string]string{
		"marketing": "营销", "profiling": "画像分析", "email": "电子邮件", "sms": "短信", "phone": "电话", "post": "信函", "wechat": "微信", "app": "应用",
		"booked":          "已预订",
		"in-house":        "在住",
		"recency":         "距上次入住天数",
		"frequency":       "入住次数",
		"monetary":        "消费总额",
		"given":           "提供",
		"on-request":      "视情况提供",
		"metric.nights":   "晚数",
		"metric.spend":    "消费额",
		"metric.stays":    "入住次数",
		"metric.points":   "基础积分",
		"metric.no-shows": "预订未到次数",
		"metric.brands":   "品牌数",
		"metric.events":   "活动次数",
		"metric.years":    "年数",
	},
	English: map[string]string{
		"booked":          "Booked",
		"in-house":        "In house",
		"recency":         "Days since the last stay",
		"frequency":       "Number of visits",
		"monetary":        "Revenue",
		"given":           "given",
		"on-request":      "on request",
		"metric.nights":   "Nights",
		"metric.spend":    "Spend",
		"metric.stays":    "Stays",
		"metric.points":   "Base points",
		"metric.no-shows": "No-shows",
		"metric.brands":   "Brands",
		"metric.events":   "Events",
		"metric.years":    "Years",
	},
}
