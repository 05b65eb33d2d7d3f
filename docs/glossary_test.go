package docs_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm/rfm"
	"github.com/hotelcrm/hotelcrm/satisfaction"
	"github.com/hotelcrm/hotelcrm/segment"
	"github.com/hotelcrm/hotelcrm/segment/funnel"
	"github.com/hotelcrm/hotelcrm/segment/lifecycle"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/shopspring/decimal"
)

// TestGlossaryHasTheLabelsOfTheCode: the tables of labels hold what the functions they are named for return, in that order.
func TestGlossaryHasTheLabelsOfTheCode(t *testing.T) {
	page := read(t, "glossary.md")
	for _, set := range labelSets(t) {
		if set.rows == nil {
			continue // no actions
		}
		want := fmt.Sprintf("### `%s`\n\n| English | 中文 |\n| --- | --- |\n%s\n", set.name, strings.Join(set.rows, ""))
		if !strings.Contains(page, want) {
			t.Errorf("glossary.md is not what the code says; want\n%s", want)
		}
	}
}

// TestGlossaryHasTermsOfEveryPackage: each package has a table of terms, and no term is there twice in one table.
func TestGlossaryHasTermsOfEveryPackage(t *testing.T) {
	_, terms, _ := strings.Cut(read(t, "glossary.md"), "\n## Terms\n")
	for _, name := range publicPackages(t) {
		if name == "." {
			name = "hotelcrm"
		}
		_, section, ok := strings.Cut(terms, ": `"+name+"`\n")
		if !ok {
			t.Errorf("no terms of package %s", name)
		}
		section, _, _ = strings.Cut(section, "\n### ")
		seen := map[string]bool{}
		for line := range strings.Lines(section) {
			if seen[line] && line != "\n" {
				t.Errorf("%s: twice: %s", name, line)
			}
			seen[line] = true
		}
	}
}

type labelSet struct {
	name string
	rows []string
}

func (s *labelSet) add(english, chinese string) {
	s.rows = append(s.rows, "| "+english+" | "+chinese+" |\n")
}

// addNew is add, except for no action and one that is there.
func (s *labelSet) addNew(english, chinese string) {
	row := "| " + english + " | " + chinese + " |\n"
	if english != "" && !slices.Contains(s.rows, row) {
		s.rows = append(s.rows, row)
	}
}

func labelSets(t *testing.T) []labelSet {
	return append(segmentLabels(), append(attributeLabels(), answerLabels(t)...)...)
}

func segmentLabels() []labelSet {
	var sets []labelSet
	for _, preset := range []struct {
		name string
		set  rfm.Set
	}{
		{"rfm.Hotel", rfm.Hotel()},
		{"rfm.TenSegments", rfm.TenSegments()},
		{"rfm.EightClasses", rfm.EightClasses()},
		{"rfm.FourClasses", rfm.FourClasses()},
	} {
		s, actions := labelSet{name: preset.name}, labelSet{name: preset.name + ", actions"}
		for _, c := range preset.set.All() {
			s.add(c.Label, c.LabelZH)
			actions.addNew(c.Action, c.ActionZH)
		}
		sets = append(sets, s, actions)
	}
	for _, preset := range []struct {
		name string
		plan segment.Plan
	}{
		{"segment.ValueMatrix", segment.ValueMatrix(decimal.NewFromInt(1), decimal.NewFromInt(1))},
		{"segment.GuestClasses", segment.GuestClasses(segment.GuestClassReading{})},
		{"segment.SourceClasses", segment.SourceClasses()},
	} {
		s, actions := labelSet{name: preset.name}, labelSet{name: preset.name + ", actions"}
		for _, c := range preset.plan.All() {
			s.add(c.Label, c.LabelZH)
			actions.addNew(c.Action, c.ActionZH)
		}
		sets = append(sets, s, actions)
	}
	stages, way := labelSet{name: "lifecycle.Stage"}, labelSet{name: "funnel.Relationship"}
	for _, stage := range lifecycle.Stages() {
		stages.add(stage.Label(), stage.LabelZH())
	}
	for _, stage := range funnel.Relationship().Stages {
		way.add(stage.Label, stage.LabelZH)
	}
	return append(sets, stages, way)
}

func attributeLabels() []labelSet {
	var sets []labelSet
	for _, table := range []struct {
		name       string
		attributes []segment.Attribute
	}{
		{"segment.SummaryAttributes", segment.SummaryAttributes("CNY")},
		{"segment.RFMAttributes", segment.RFMAttributes(rfm.Hotel())},
		{"segment.ValueAttributes", segment.ValueAttributes("CNY")},
		{"segment.StayAttributes", segment.StayAttributes("CNY")},
		{"segment.HotelAttributes", segment.HotelAttributes()},
	} {
		s := labelSet{name: table.name}
		for _, a := range table.attributes {
			s.add(a.Label, a.LabelZH)
		}
		sets = append(sets, s)
	}
	return sets
}

func answerLabels(t *testing.T) []labelSet {
	words, err := satisfaction.Ladder(5, 4, 3, 2, 1)
	if err != nil {
		t.Fatal(err)
	}
	ladder, keywords := labelSet{name: "satisfaction.Ladder"}, labelSet{name: "satisfaction.Keywords"}
	for _, level := range words.Levels {
		ladder.add(level.Label, level.LabelZH)
	}
	for _, level := range satisfaction.Keywords().Levels {
		keywords.add(level.Label, level.LabelZH)
	}
	grid, cells := labelSet{name: "satisfaction.ThesisLabels"}, labelSet{name: "satisfaction.ThesisLabels, actions"}
	for cell := satisfaction.Keep; cell <= satisfaction.Low; cell++ {
		label := satisfaction.ThesisLabels().Of(cell)
		grid.add(label.Name, label.NameZH)
		cells.addNew(label.Action, label.ActionZH)
	}
	tree := labelSet{name: "satisfaction.HotelTree"}
	tree.add(satisfaction.HotelTree().Root.Label, satisfaction.HotelTree().Root.LabelZH)
	for _, factor := range satisfaction.HotelTree().Root.Children {
		tree.add(factor.Label, factor.LabelZH)
	}
	advice, actions := labelSet{name: "valuation.ValueClass"}, labelSet{name: "valuation.ValueClass, actions"}
	for class := valuation.HighValue; class <= valuation.LowValue; class++ {
		advice.add(class.Advice().Label, class.Advice().LabelZH)
		actions.addNew(class.Advice().Action, class.Advice().ActionZH)
	}
	return []labelSet{ladder, keywords, grid, cells, tree, advice, actions}
}
