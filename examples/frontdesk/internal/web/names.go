package web

import (
	"fmt"
	"reflect"
	"strings"
	"unicode"
)

// names are the fields that a body may have, by their folded names. Package json takes a field in any case; here it must
// be written as documented, so that every reader of the body finds the same fields.
type names map[string]string

// of adds the fields of a type and of what it holds.
func (n names) of(t reflect.Type) {
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map:
		n.of(t.Elem())
	case reflect.Struct:
		for f := range t.Fields() {
			if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); name != "" {
				n[fold(name)] = name
			}
			if f.IsExported() {
				n.of(f.Type)
			}
		}
	}
}

// check refuses a name that differs from that of a field in case alone, and one that was seen in the same object.
func (n names) check(name string, seen map[string]bool) error {
	folded := fold(name)
	if exact, ok := n[folded]; ok && exact != name {
		return malformed(fmt.Sprintf("unknown field %.40q", name))
	}
	if seen[folded] {
		return malformed(fmt.Sprintf("the field %.40q occurs twice", name))
	}
	seen[folded] = true
	return nil
}

// fold returns a text that is the same for all texts that package json takes for one name: it knows more letters than
// those of two cases, such as the long s.
func fold(name string) string {
	return strings.Map(func(r rune) rune {
		for {
			next := unicode.SimpleFold(r)
			if next <= r {
				return next
			}
			r = next
		}
	}, name)
}
