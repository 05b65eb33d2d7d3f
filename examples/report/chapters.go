package main

// chapter is one of the page. Its lead says in a sentence what it answers.
type chapter struct {
	ID          string
	Number      int
	Title, Lead string
	Parts       []passage
}

// passage is a section of a chapter that the table of contents names.
type passage struct{ ID, Title string }

// Chapter returns the chapter of an id.
func (v *view) Chapter(id string) chapter {
	for _, one := range v.Chapters {
		if one.ID == id {
			return one
		}
	}
	return chapter{}
}

// chapters are what the page tells, in its order: who, what they are worth, how satisfied, what to do, what changed, and how
// far to believe it.
func (a *analysis) chapters(v *view) []chapter {
	list := []chapter{
		{
			ID: "guests", Title: a.Say("Who our guests are"),
			Lead: a.Say("How recently and how often they come, which segments they form, and how few of them bring most of the revenue."),
			Parts: []passage{
				{"grid", a.Say("How recently, and how often")},
				{"segments", a.Say("Segments")},
				{"spread", a.Say("How few guests bring how much")},
			},
		},
		{
			ID: "worth", Title: a.Say("What they are worth"),
			Lead:  a.Say("What they have brought, what the next years bring if nothing changes, and what could be made of them."),
			Parts: []passage{{"value", a.Say("The values of the guests")}, {"equity", a.Say("Customer equity")}},
		},
		{
			ID: "return", Title: a.Say("Who comes back, and how sure we are"),
			Lead:  a.Say("How many guests return and after how long, who is still a guest of ours, and how near the forecast came to what happened."),
			Parts: []passage{{"returns", a.Say("Who comes back, and when")}, {"alive", a.Say("Who is still a guest of ours")}},
		},
	}
	if v.Survey != nil {
		list = append(list, chapter{
			ID: "survey", Title: a.Say("How satisfied they are"),
			Lead: a.Say("What the guests say of their stay, what matters most to them, and what to fix first."),
		})
	}
	list = append(list, chapter{
		ID: "classes", Title: a.Say("Classes, and what to do with each"),
		Lead: a.Say("Every guest by the plan of the house, by the stage of the life cycle, and by what they bring, with an action for each."),
	})
	if v.Loyalty != nil {
		list = append(list, chapter{
			ID: "loyalty", Title: a.Say("Loyalty"),
			Lead: a.Say("Who has which tier, who is near the next one, and who is about to drop."),
		})
	}
	list = append(
		list,
		chapter{
			ID: "change", Title: a.Say("What changed since last year"),
			Lead:  a.Say("The last twelve months beside the twelve before them, and how the guests moved from class to class."),
			Parts: []passage{{"years", a.Say("The two years side by side")}, {"moves", a.Say("From class to class")}},
		},
		chapter{
			ID: "method", Title: a.Say("How it is counted"),
			Lead:  a.Say("What each score and each word means, and how to read this page."),
			Parts: []passage{{"scores", a.Say("What each score means")}, {"terms", a.Say("Definitions, and how to read this page")}},
		},
		chapter{
			ID: "quality", Title: a.Say("Data quality"),
			Lead:  a.Say("What was read, what was left out and why, and what to keep in mind."),
			Parts: a.qualityParts(),
		},
	)
	for i := range list {
		list[i].Number = i + 1
	}
	return list
}

func (a *analysis) qualityParts() []passage {
	parts := []passage{{"intake", a.Say("What came in, and what was left out")}}
	if len(a.warnings) > 0 {
		parts = append(parts, passage{"warnings", a.Say("Please note")})
	}
	return append(parts, passage{"made", a.Say("How this report was made")})
}
