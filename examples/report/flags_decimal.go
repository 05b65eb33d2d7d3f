package main

import "errors"

// parseDecimal reports whether amounts have a decimal comma.
func parseDecimal(text string) (comma bool, err error) {
	switch text {
	case ".", ",":
		return text == ",", nil
	}
	return false, errors.New("want . or ,")
}
