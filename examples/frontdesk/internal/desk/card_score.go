package desk

import (
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/store"
	"github.com/hotelcrm/hotelcrm/rfm"
	"github.com/hotelcrm/hotelcrm/segment"
	"github.com/shopspring/decimal"
)

// ScoreCard is a guest's score, the thresholds it comes from and the segment it leads to.
type ScoreCard struct {
	rfm.Score
	Digits  string        `json:"digits"`
	Segment rfm.Segment   `json:"segment"`
	Axes    []AxisReading `json:"axes"`
	Since   hotelcrm.Date `json:"since"`            // of the thresholds
	Guests  int           `json:"guests"`           // whom they come from
	FallsOn hotelcrm.Date `json:"fallsOn,omitzero"` // when recency scores lower without another stay
}

// AxisReading is one axis of a score.
type AxisReading struct {
	Axis  string            `json:"axis"`
	Value decimal.Decimal   `json:"value"`
	Score int               `json:"score"`
	Bins  int               `json:"bins"`
	Cuts  []decimal.Decimal `json:"cuts"`
}

// ClassCard is a guest's class and why.
type ClassCard struct {
	ID       string         `json:"id"`
	Label    string         `json:"label"`
	LabelZH  string         `json:"labelZh"`
	Action   string         `json:"action,omitempty"`
	ActionZH string         `json:"actionZh,omitempty"`
	Since    hotelcrm.Date  `json:"since,omitzero"` // by the nightly runs; none if the guest has moved since the last
	Reason   segment.Reason `json:"reason"`

	Then []segment.Class `json:"-"` // those of Reason.Then, for their labels
}

// score gives the guest scores by the frozen thresholds, and a class.
func (c *Card) score(tx *store.Tx, k *knowledge, h *history) error {
	summaries, err := hotelcrm.NewSummaries(k.House.Currency, k.House.BusinessDate, []hotelcrm.Summary{h.summary})
	if err != nil {
		return err
	}
	var scores *rfm.Scores
	if k.scorer == nil {
		c.lacks("score", NoNightly)
	} else {
		if scores, err = k.scorer.ScoreAll(summaries); err != nil {
			return err
		}
		c.Score = k.scoreCard(scores.Explain(0))
	}
	return c.class(tx, k, summaries, scores)
}

func (k *knowledge) scoreCard(why rfm.Explanation) *ScoreCard {
	t := k.Thresholds
	out := &ScoreCard{Score: why.Score, Digits: why.Score.String(), Since: t.AsOf, Guests: t.Guests, FallsOn: why.FallsOn}
	out.Segment, _ = k.segmenter.Segment(why.Score)
	for i, axis := range []*rfm.Axis{&t.Recency, &t.Frequency, &t.Monetary} {
		one := why.Axes[i]
		out.Axes = append(out.Axes, AxisReading{Axis: one.Axis, Value: *one.Value, Score: one.Score, Bins: one.Best, Cuts: axis.Cuts})
	}
	return out
}

func (c *Card) class(tx *store.Tx, k *knowledge, summaries *hotelcrm.Summaries, scores *rfm.Scores) error {
	table, err := k.table(summaries, scores)
	if err != nil {
		return err
	}
	assigned, err := k.classifier.Assign(table)
	if err != nil {
		return err
	}
	class := assigned.Classes()[assigned.Of(0)[0]]
	c.Class = &ClassCard{ID: class.ID, Label: class.Label, LabelZH: class.LabelZH, Action: class.Action, ActionZH: class.ActionZH, Reason: assigned.Reasons(0)[0]}
	for _, other := range assigned.Classes() {
		if slices.Contains(c.Class.Reason.Then, other.ID) {
			c.Class.Then = append(c.Class.Then, other)
		}
	}
	kept, since, found, err := tx.Class(c.Guest)
	if found && kept == class.ID {
		c.Class.Since = since
	}
	return err
}

// table returns the guests as the plan looks at them.
func (k *knowledge) table(summaries *hotelcrm.Summaries, scores *rfm.Scores) (*segment.Table, error) {
	builder, err := segment.NewBuilder(k.schema, segment.TableSetup{AsOf: summaries.AsOf()}, summaries.Guests())
	if err != nil {
		return nil, err
	}
	builder.Summaries(summaries)
	if scores != nil {
		builder.Scores(scores)
		builder.Segments(scores, k.Segments)
	}
	return builder.Build()
}
