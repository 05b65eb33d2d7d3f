package page

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

// chapters are what the page tells, in its order: who, what they are worth, how satisfied, what to do, what changed,
// and how far to believe it.
func (w *writer) chapters(v *view) []chapter {
	list := []chapter{
		{
			ID: "guests", Title: w.Say("Who our guests are"),
			Lead: w.Say("How recently and how often they come, which segments they form, and how few of them bring most of the revenue."),
			Parts: []passage{
				{"grid", w.Say("How recently, and how often")},
				{"segments", w.Say("Segments")},
				{"spread", w.Say("How few guests bring how much")},
			},
		},
		{
			ID: "worth", Title: w.Say("What they are worth"),
			Lead:  w.Say("What they have brought, what the next years bring if nothing changes, and what could be made of them."),
			Parts: w.worthParts(v),
		},
		{
			ID: "return", Title: w.Say("Who comes back, and how sure we are"),
			Lead:  w.Say("How many guests return and after how long, who is still a guest of ours, and how near the forecast came to what happened."),
			Parts: []passage{{"returns", w.Say("Who comes back, and when")}, {"alive", w.Say("Who is still a guest of ours")}},
		},
	}
	if v.Survey != nil {
		list = append(list, chapter{
			ID: "survey", Title: w.Say("How satisfied they are"),
			Lead: w.Say("What the guests say of their stay, what matters most to them, and what to fix first."),
		})
	}
	list = append(list, chapter{
		ID: "classes", Title: w.Say("Classes, and what to do with each"),
		Lead: w.Say("Every guest by the stage of the life cycle, by what they bring, and by a plan of classes, with what to do for each."),
	})
	if v.Loyalty != nil {
		list = append(list, chapter{
			ID: "loyalty", Title: w.Say("Loyalty"),
			Lead: w.Say("Who has which tier, who is near the next one, and who is about to drop."),
		})
	}
	list = append(
		list,
		chapter{
			ID: "change", Title: w.Say("What changed since last year"),
			Lead:  w.Say("The last twelve months beside the twelve before them, and how the guests moved from class to class."),
			Parts: []passage{{"years", w.Say("The two years side by side")}, {"moves", w.Say("From class to class")}},
		},
		chapter{
			ID: "method", Title: w.Say("How it is counted"),
			Lead:  w.Say("What each score and each word means, and how to read this page."),
			Parts: []passage{{"scores", w.Say("What each score means")}, {"terms", w.Say("Definitions, and how to read this page")}},
		},
		chapter{
			ID: "quality", Title: w.Say("Data quality"),
			Lead:  w.Say("What was read, what was left out and why, and what to keep in mind."),
			Parts: w.qualityParts(),
		},
	)
	for i := range list {
		list[i].Number = i + 1
	}
	return list
}

func (w *writer) worthParts(v *view) []passage {
	parts := []passage{{"value", w.Say("The values of the guests")}, {"equity", w.Say("Customer equity")}}
	if v.Amounts == nil {
		return parts
	}
	return append([]passage{{"amounts", w.Say("Which amount for which question")}}, parts...)
}

func (w *writer) qualityParts() []passage {
	parts := []passage{{"intake", w.Say("What came in, and what was left out")}}
	if len(w.Warnings) > 0 {
		parts = append(parts, passage{"warnings", w.Say("Please note")})
	}
	return append(parts, passage{"made", w.Say("How this report was made")})
}
