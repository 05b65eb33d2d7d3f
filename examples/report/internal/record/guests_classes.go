package record

import "strings"

// classes appends the classes of guest i to a row of guests.csv: by the plan, several in a row, by the stage of life,
// and by contribution.
func (w *guestsWriter) classes(b []byte, i int) []byte {
	c := w.Classes
	if c.Classes.Codes != nil {
		b = appendCell(b, c.Classes.List[c.Classes.Codes[i]].ID)
	} else {
		var ids []string
		c.Classes.Each(i, func(k int) { ids = append(ids, c.Classes.List[k].ID) })
		b = appendCell(b, strings.Join(ids, ";"))
	}
	b = append(b, ',')
	if c.Life != nil {
		c.Life.Each(i, func(k int) { b = append(b, c.Life.List[k].ID...) })
	}
	return append(append(b, ','), c.Grades.Each[i].String()...)
}
