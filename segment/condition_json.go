package segment

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strconv"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// MaxJSON is the largest size of the JSON form of a condition, in bytes.
const MaxJSON = 1 << 20

// UnmarshalJSON reads the JSON form of a condition, as strictly as conditions by strangers need it: names of fields are
// exact, none is unknown and none occurs twice, and size, depth and number of conditions are bounded by [MaxJSON],
// [MaxDepth] and [MaxNodes]. Values may be JSON numbers, whose digits are kept as they are written.
//
// Errors: a [*hotelcrm.ParamError] whose Param is the path of the field that is wrong, such as of[2].value, or that of
// encoding/json for what is no JSON; c is then unchanged.
func (c *Condition) UnmarshalJSON(data []byte) error {
	if len(data) > MaxJSON {
		return refuse.Param("json", fmt.Sprintf("%d bytes", len(data)), fmt.Sprintf("at most %d", MaxJSON))
	}
	r := reader{tokens: json.NewDecoder(bytes.NewReader(data))}
	r.tokens.UseNumber()
	var out Condition
	if err := r.condition(&out, "", 1); err != nil {
		return err
	}
	if _, err := r.tokens.Token(); err != io.EOF {
		return refuse.Param("json", "more than one value", "one condition")
	}
	*c = out
	return nil
}

// reader reads a condition token by token, so that its limits hold before anything is built.
type reader struct {
	tokens *json.Decoder
	nodes  int
}

func (r *reader) condition(c *Condition, path string, depth int) error {
	r.nodes++
	if depth > MaxDepth || r.nodes > MaxNodes {
		return refuse.Param(orRoot(path), "too much", fmt.Sprintf("at most %d conditions, %d within each other", MaxNodes, MaxDepth))
	}
	return r.object(path, func(key, path string) error {
		switch key {
		case "op":
			return r.enum(path, c.Op.UnmarshalText)
		case "of":
			return r.list(path, MaxNodes, func(path string) error {
				c.Of = append(c.Of, Condition{})
				return r.condition(&c.Of[len(c.Of)-1], path, depth+1)
			})
		case "stays":
			c.Stays = &Stays{}
			return r.stays(c.Stays, path, depth)
		case "ends":
			return r.enum(path, c.Ends.UnmarshalText)
		case "values":
			return r.list(path, MaxValues, func(path string) error {
				c.Values = append(c.Values, "")
				return r.text(path, &c.Values[len(c.Values)-1])
			})
		}
		if to := c.textField(key); to != nil {
			return r.text(path, to)
		}
		return unknownField(path)
	})
}

func (c *Condition) textField(key string) *string {
	switch key {
	case "attr":
		return &c.Attr
	case "value":
		return &c.Value
	case "from":
		return &c.From
	case "to":
		return &c.To
	}
	return nil
}

func (r *reader) stays(s *Stays, path string, depth int) error {
	return r.object(path, func(key, path string) error {
		switch key {
		case "take":
			return r.enum(path, s.Take.UnmarshalText)
		case "of":
			return r.text(path, &s.Of)
		case "where":
			s.Where = &Condition{}
			return r.condition(s.Where, path, depth+1)
		case "lastDays":
			return r.whole(path, &s.LastDays)
		case "lastMonths":
			return r.whole(path, &s.LastMonths)
		case "from":
			return r.enum(path, s.From.UnmarshalText)
		case "to":
			return r.enum(path, s.To.UnmarshalText)
		}
		return unknownField(path)
	})
}

// object reads the fields of an object, each key at most once.
func (r *reader) object(path string, field func(key, path string) error) error {
	if err := r.delim(path, '{', "an object"); err != nil {
		return err
	}
	seen := map[string]bool{}
	for r.tokens.More() {
		token, err := r.tokens.Token()
		if err != nil {
			return err
		}
		key, _ := token.(string) // the decoder lets nothing else stand here
		below := joinPath(path, shortText(key))
		if seen[key] {
			return refuse.Param(below, "given twice", "each field once")
		}
		seen[key] = true
		if err := field(key, below); err != nil {
			return err
		}
	}
	_, err := r.tokens.Token()
	return err
}

func (r *reader) list(path string, limit int, element func(path string) error) error {
	if err := r.delim(path, '[', "a list"); err != nil {
		return err
	}
	for i := 0; r.tokens.More(); i++ {
		if i == limit {
			return refuse.Param(path, fmt.Sprintf("over %d", limit), fmt.Sprintf("at most %d", limit))
		}
		if err := element(path + "[" + strconv.Itoa(i) + "]"); err != nil {
			return err
		}
	}
	_, err := r.tokens.Token()
	return err
}

func (r *reader) delim(path string, want json.Delim, allowed string) error {
	token, err := r.tokens.Token()
	if err != nil {
		return err
	}
	if token != want {
		return refuse.Param(orRoot(path), "something else", allowed)
	}
	return nil
}

// text reads a string, or a number as it is written.
func (r *reader) text(path string, to *string) error {
	token, err := r.tokens.Token()
	if err != nil {
		return err
	}
	switch t := token.(type) {
	case string:
		*to = t
	case json.Number:
		*to = t.String()
	default:
		return refuse.Param(path, "something else", "a text or a number")
	}
	return nil
}

func (r *reader) enum(path string, unmarshal func([]byte) error) error {
	var text string
	if err := r.text(path, &text); err != nil {
		return err
	}
	err := unmarshal([]byte(text))
	if p, ok := err.(*hotelcrm.ParamError); ok {
		return refuse.Param(path, shortText(text), p.Allowed)
	}
	return err
}

func (r *reader) whole(path string, to *int) error {
	var text string
	if err := r.text(path, &text); err != nil {
		return err
	}
	n, err := strconv.ParseInt(text, 10, 32)
	if err != nil {
		return refuse.Param(path, shortText(text), "a whole number")
	}
	*to = int(n)
	return nil
}

func joinPath(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

func orRoot(path string) string {
	if path == "" {
		return "json"
	}
	return path
}

func unknownField(path string) error { return refuse.Param(path, "given", "the fields of a condition") }
