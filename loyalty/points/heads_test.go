package points_test

import "github.com/hotelcrm/hotelcrm/loyalty/points"

// withHead returns the command with another header.
func withHead(c points.Command, h points.Header) points.Command {
	switch c := c.(type) {
	case points.Earn:
		c.Header = h
		return c
	case points.Post:
		c.Header = h
		return c
	case points.Cancel:
		c.Header = h
		return c
	case points.Hold:
		c.Header = h
		return c
	case points.Capture:
		c.Header = h
		return c
	case points.Release:
		c.Header = h
		return c
	case points.Redeem:
		c.Header = h
		return c
	case points.Void:
		c.Header = h
		return c
	case points.Transfer:
		c.Header = h
		return c
	case points.Adjust:
		c.Header = h
		return c
	case points.Reinstate:
		c.Header = h
		return c
	case points.Extend:
		c.Header = h
		return c
	case points.Exempt:
		c.Header = h
		return c
	}
	return c
}

func headOf(c points.Command) points.Header {
	switch c := c.(type) {
	case points.Earn:
		return c.Header
	case points.Post:
		return c.Header
	case points.Cancel:
		return c.Header
	case points.Hold:
		return c.Header
	case points.Capture:
		return c.Header
	case points.Release:
		return c.Header
	case points.Redeem:
		return c.Header
	case points.Void:
		return c.Header
	case points.Transfer:
		return c.Header
	case points.Adjust:
		return c.Header
	case points.Reinstate:
		return c.Header
	case points.Extend:
		return c.Header
	case points.Exempt:
		return c.Header
	}
	return points.Header{}
}
