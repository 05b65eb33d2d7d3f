package tree

import (
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/hotelcrm/hotelcrm/internal/plural"
	"github.com/hotelcrm/hotelcrm/segment"
)

// PMML writes the tree as a TreeModel of PMML 4.4. Missing values are treated as the tree treats them: by
// weightedConfidence where it sends them down all branches, else by defaultChild or a branch of their own; levels never
// seen count as missing.
//
// Input: dates are numbers to the model, that of a [hotelcrm.Date]; money is minor units.
// Result: agrees with the tree but for one case that PMML has no words for: a tree of splits into sets of levels that also
// sends missing values down all branches. There a level that is in neither set ends at the node; [Tree.Routed] avoids it.
// Errors: those of w; [ErrEmpty] for a zero tree.
// Source: Data Mining Group, PMML 4.4, TreeModel (dmg.org).
func (t *Tree) PMML(w io.Writer) error {
	if len(t.nodes) == 0 {
		return ErrEmpty
	}
	p := &pmml{tree: t}
	p.document()
	_, err := io.WriteString(w, p.out.String())
	return err
}

type pmml struct {
	tree *Tree
	out  strings.Builder
}

func (p *pmml) line(depth int, format string, args ...any) {
	p.out.WriteString(strings.Repeat("\t", depth))
	fmt.Fprintf(&p.out, format, args...)
	p.out.WriteByte('\n')
}

// quoted returns a text as the value of an XML attribute, in quotes.
func quoted(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	_ = xml.EscapeText(&b, []byte(text)) // a Builder never fails
	b.WriteByte('"')
	return b.String()
}

func number(v float64) string { return `"` + strconv.FormatFloat(v, 'g', -1, 64) + `"` }

func (p *pmml) document() {
	t := p.tree
	p.out.WriteString(xml.Header)
	p.line(0, `<PMML version="4.4" xmlns="http://www.dmg.org/PMML-4_4">`)
	p.line(1, `<Header description="decision tree of %s"/>`, plural.Of(t.guests, "guest", "guests"))
	p.line(1, `<DataDictionary numberOfFields="%d">`, len(t.attributes)+1)
	for i := range t.attributes {
		p.field(&t.attributes[i])
	}
	p.field(&t.class)
	p.line(1, `</DataDictionary>`)
	p.line(1, `<TreeModel functionName="classification" splitCharacteristic="multiSplit" missingValueStrategy=%s noTrueChildStrategy="returnLastPrediction">`, quoted(t.strategy()))
	p.line(2, `<MiningSchema>`)
	for i := range t.attributes {
		p.line(3, `<MiningField name=%s invalidValueTreatment="asMissing"/>`, quoted(t.attributes[i].ID))
	}
	p.line(3, `<MiningField name=%s usageType="target"/>`, quoted(t.class.ID))
	p.line(2, `</MiningSchema>`)
	p.node(0, 2, "<True/>")
	p.line(1, `</TreeModel>`)
	p.line(0, `</PMML>`)
}

// strategy returns the name of what becomes of missing values.
func (t *Tree) strategy() string {
	if t.missing == Fractional {
		return "weightedConfidence"
	}
	return "defaultChild"
}

func (p *pmml) field(a *segment.Attribute) {
	if !levelled(a.Kind) {
		p.line(2, `<DataField name=%s optype="continuous" dataType="double"/>`, quoted(a.ID))
		return
	}
	// A threshold on an ordinal is written as the set of levels up to it, so the order of levels is not needed.
	p.line(2, `<DataField name=%s optype="categorical" dataType="string">`, quoted(a.ID))
	for _, l := range a.Levels {
		p.line(3, `<Value value=%s/>`, quoted(l.ID))
	}
	p.line(2, `</DataField>`)
}

func (p *pmml) node(i int32, depth int, predicate string) {
	t := p.tree
	n := &t.nodes[i]
	standard := ""
	if n.attr >= 0 && n.missing >= 0 {
		standard = fmt.Sprintf(` defaultChild="n%d"`, n.first+n.missing)
	}
	p.line(depth, `<Node id="n%d" score=%s recordCount=%s%s>`, i, quoted(t.class.Levels[n.class].ID), number(n.total), standard)
	p.line(depth+1, "%s", predicate)
	total := 0.0
	for _, w := range t.at(i) {
		total += w
	}
	for c, w := range t.at(i) {
		p.line(depth+1, `<ScoreDistribution value=%s recordCount=%s confidence=%s/>`, quoted(t.class.Levels[c].ID), number(w), number(w/total))
	}
	for s := range n.sons {
		p.node(n.first+s, depth+1, t.predicate(n, s))
	}
	p.line(depth, `</Node>`)
}

// predicate returns the test that leads from a node to a son.
func (t *Tree) predicate(n *node, son int32) string {
	a, b := &t.attributes[n.attr], t.edge(n, son)
	switch {
	case !b.possible():
		return fmt.Sprintf(`<SimplePredicate field=%s operator="isMissing"/>`, quoted(a.ID))
	case !levelled(a.Kind) && son == 0:
		return fmt.Sprintf(`<SimplePredicate field=%s operator="lessOrEqual" value=%s/>`, quoted(a.ID), number(n.value))
	case !levelled(a.Kind):
		return fmt.Sprintf(`<SimplePredicate field=%s operator="greaterThan" value=%s/>`, quoted(a.ID), number(n.value))
	}
	var ids []string
	for i := range a.Levels {
		strange := n.shape == among && n.missing == son && t.side(n, i) < 0 // goes the way of missing values
		if b.meets(float64(i)) || strange {
			ids = append(ids, strings.ReplaceAll(a.Levels[i].ID, `"`, `\"`))
		}
	}
	return fmt.Sprintf(`<SimpleSetPredicate field=%s booleanOperator="isIn"><Array type="string" n="%d">%s</Array></SimpleSetPredicate>`,
		quoted(a.ID), len(ids), escaped(`"`+strings.Join(ids, `" "`)+`"`))
}

func escaped(text string) string {
	q := quoted(text)
	return q[1 : len(q)-1]
}
