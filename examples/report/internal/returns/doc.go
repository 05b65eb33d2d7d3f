// Package returns tells who comes back, and when.
package returns
