package satisfaction

// Label is what a cell is called and what to do about the indicators in it.
type Label struct {
	Name     string `json:"name"`
	NameZH   string `json:"nameZh,omitempty"`
	Action   string `json:"action"`
	ActionZH string `json:"actionZh,omitempty"`
}

// Labels holds the label of each cell.
type Labels struct {
	Source      string `json:"source"`
	Keep        Label  `json:"keep"`
	Fix         Label  `json:"fix"`
	Opportunity Label  `json:"opportunity"`
	Low         Label  `json:"low"`
}

// Of returns the label of a cell, the zero Label for one that is unset.
func (l Labels) Of(c Cell) Label {
	switch c {
	case Keep:
		return l.Keep
	case Fix:
		return l.Fix
	case Opportunity:
		return l.Opportunity
	case Low:
		return l.Low
	}
	return Label{}
}

// ThesisLabels returns the reading in which good work on what matters less is an opportunity.
//
// Source: Gong (2009), section 3.3.1.
func ThesisLabels() Labels {
	return Labels{
		Source:      "Gong (2009)",
		Keep:        Label{"advantage", "优势区", "keep", "保持"},
		Fix:         Label{"fix first", "修补区", "improve or repair, else guests leave", "改进或修补，否则客人会流失"},
		Opportunity: Label{"opportunity", "机会区", "may attract guests and raise profit", "可用来吸引客人、增加利润"},
		Low:         Label{"low priority", "维持区", "look for chances to raise satisfaction", "寻找提升满意度的机会"},
	}
}

// ClassicalLabels returns the reading of importance-performance analysis.
//
// Source: J. A. Martilla and J. C. James (1977), Journal of Marketing 41, 77-79.
func ClassicalLabels() Labels {
	return Labels{
		Source:      "Martilla and James (1977)",
		Keep:        Label{"keep up the good work", "", "keep", ""},
		Fix:         Label{"concentrate here", "", "improve", ""},
		Opportunity: Label{"possible overkill", "", "spend less here, or tell guests about it", ""},
		Low:         Label{"low priority", "", "leave", ""},
	}
}
