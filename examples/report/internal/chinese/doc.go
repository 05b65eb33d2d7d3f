// Package chinese is what the report says in Chinese.
//
// English is written where it is used and is the key here:
//
//	{{t "Guests"}}, {{t "%s of %s" .A .B}}     in a template
//	p.Say("no amount"), p.Say("up to %s", x)  in Go; whole sentences, since words stand in another order in Chinese:
//	                                          "%s of %s": "%[2]s 的 %[1]s"
//	lang.Count(p, n, "guest", "guests")       1 guest, 1,234 guests; here "%s guests": "%s 位客人"
//	p.Name("stepped-down")                    a stable code; in Codes here, and in English where the code itself is no word
//	p.Pick(label, labelZH)                    names that come in both languages, such as those of segments
//	prose.Day(p, date), p.Percent("12.5")     dates and numbers
//
// Each chapter has a file of its own with a map of its name, which Join gets in Words. A text that two chapters say
// stands in one of them. What is English on purpose stands in an element with lang="en", or in the list of names of the
// test of the whole page. summary.json and guests.csv stay English: their codes are stable.
package chinese
