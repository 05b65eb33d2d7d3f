// Package survey tells how satisfied the guests are, what matters to them, and what to fix first.
package survey
