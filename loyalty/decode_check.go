package loyalty

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// checker walks over a text and holds it against the shapes.
type checker struct {
	tokens *json.Decoder
	path   []string
}

func checkText(text []byte) error {
	switch {
	case len(text) > maxBytes:
		return &DecodeError{Err: refuse.Param("text", fmt.Sprint(len(text), " bytes"), fmt.Sprint("at most ", maxBytes, " bytes"))}
	case !utf8.Valid(text):
		return &DecodeError{Err: errors.New("not UTF-8")}
	}
	c := checker{tokens: json.NewDecoder(bytes.NewReader(text))}
	c.tokens.UseNumber()
	if err := c.value("programme"); err != nil {
		return c.at(err)
	}
	if _, err := c.tokens.Token(); err == nil || c.tokens.More() {
		return c.at(errors.New("text after the programme"))
	}
	return nil
}

func (c *checker) at(err error) error {
	return &DecodeError{Path: strings.TrimPrefix(strings.Join(c.path, ""), "."), Offset: c.tokens.InputOffset(), Err: err}
}

// value checks the next value against a shape. After an error the path is left where it was found.
func (c *checker) value(shape string) error {
	if len(c.path) > maxDepth {
		return errors.New("nested too deeply")
	}
	token, err := c.tokens.Token()
	if err != nil {
		return err
	}
	item, isList := strings.CutPrefix(shape, "[]")
	fields, isObject := shapes[shape]
	switch {
	case isList:
		return c.list(token, item)
	case isObject:
		return c.object(token, fields)
	}
	return leaf(token, shape)
}

func (c *checker) list(token json.Token, item string) error {
	if token != json.Delim('[') {
		return errors.New("want a list")
	}
	for n := 0; c.tokens.More(); n++ {
		if n == maxItems {
			return fmt.Errorf("more than %d items", maxItems)
		}
		c.path = append(c.path, "["+strconv.Itoa(n)+"]")
		if err := c.value(item); err != nil {
			return err
		}
		c.path = c.path[:len(c.path)-1]
	}
	_, err := c.tokens.Token()
	return err
}

func (c *checker) object(token json.Token, fields map[string]string) error {
	if token != json.Delim('{') {
		return errors.New("want an object")
	}
	seen := map[string]bool{}
	for c.tokens.More() {
		key, err := c.tokens.Token()
		if err != nil {
			return err
		}
		name, _ := key.(string)
		c.path = append(c.path, "."+name)
		shape, known := fields[name]
		switch {
		case !known:
			return errors.New("unknown key")
		case seen[name]:
			return errors.New("key given twice")
		}
		seen[name] = true
		if err := c.value(shape); err != nil {
			return err
		}
		c.path = c.path[:len(c.path)-1]
	}
	_, err := c.tokens.Token()
	return err
}

// leaf checks a value that holds no others.
func leaf(token json.Token, shape string) error {
	text, isText := token.(string)
	number, isNumber := token.(json.Number)
	_, isBool := token.(bool)
	if names, ok := words[shape]; ok {
		if v, ok := names.Value(text); !isText || !ok || v == 0 {
			return refuse.Param(shape, fmt.Sprint(token), "one of "+names.Allowed())
		}
		return nil
	}
	switch {
	case shape == "text" && isText, shape == "bool" && isBool:
		return nil
	case shape == "date" && isText:
		_, err := hotelcrm.ParseDate(text)
		return err
	case shape == "int" && isNumber:
		if n, err := strconv.ParseInt(number.String(), 10, 64); err == nil && n <= bound && n >= -bound {
			return nil
		}
		return refuse.Param("number", number.String(), "a whole number of at most 10^12")
	case shape == "number" && isNumber:
		return checkNumber(number.String())
	case shape == "number" && isText:
		return checkNumber(text)
	}
	return fmt.Errorf("want %s", map[string]string{
		"text": "a text", "bool": "true or false", "date": "a date as 2006-01-02", "int": "a whole number", "number": "a number",
	}[shape])
}

// checkNumber refuses what is not a plain decimal number, and numbers that are costly to hold.
func checkNumber(text string) error {
	whole, part, dotted := strings.Cut(strings.TrimPrefix(text, "-"), ".")
	if !allDigits(whole) || len(whole) > 15 || (dotted && (!allDigits(part) || len(part) > 9)) {
		return refuse.Param("number", text, "digits with at most one point: 15 before it, 9 after it, no exponent")
	}
	return nil
}

func allDigits(text string) bool {
	return text != "" && strings.Trim(text, "0123456789") == ""
}
