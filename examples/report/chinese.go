package main

import "github.com/hotelcrm/hotelcrm/examples/internal/lang"

// How to add words. English is written where it is used and is the key here:
//
//	{{t "Guests"}}, {{t "%s of %s" .A .B}}     in a template
//	a.Say("no amount"), a.Say("up to %s", x)  in Go; whole sentences, since words stand in another order in Chinese:
//	                                          "%s of %s": "%[2]s 的 %[1]s"
//	lang.Count(a.Printer, n, "guest", "guests")   1 guest, 1,234 guests; here "%s guests": "%s 位客人"
//	a.Name("stepped-down")                    a stable code; in Codes here, and in English where the code itself is no word
//	a.Pick(label, labelZH)                    names that come in both languages, such as those of segments
//	a.day(date), a.Percent("12.5")            dates and numbers
//
// Each chapter has a file of its own, chinese_NAME.go with a map chineseNAME, which Join below gets. A text that two chapters
// say stands in one of them. Then take the chapter out of the list pending in chinese_test.go: from there on the test fails
// on any English of that chapter. What is English on purpose stands in an element with lang="en", or in the list of names
// of that test. summary.json and guests.csv stay English: their codes are stable.
var chinese = &lang.Catalogue{Texts: lang.Join(chineseFrame), Codes: chineseCodes}

// chineseFrame is what stands around the chapters.
var chineseFrame = map[string]string{
	"Guest report": "客户报告", ": %s": "：%s", "Skip to the report": "跳到正文", "As of %s": "截至%s", "Please note": "请注意", "Contents": "目录",
	"not known": "不详",
	"Made with hotelcrm from %s, as of %s. Equal input gives this page again, byte for byte.": "由 hotelcrm 根据 %s 生成，截至%s。同样的输入逐字节得到同样的页面。",
	"Simulated hotel": "模拟酒店",

	"Rows": "数据行", "Recency and frequency": "近度与频度", "Segments": "细分", "80/20": "二八分布", "Values": "价值", "Returns": "回头客",
	"Equity": "客户资产", "Still guests": "活跃客人", "Classes": "分类", "Satisfaction": "满意度", "Tiers": "会员等级", "Scores": "得分",
	"Definitions": "定义", "How it was made": "生成方式",
}

// chineseCodes are the words for stable codes.
var chineseCodes = map[string]string{}
