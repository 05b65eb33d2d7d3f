// Package loyalty runs a hotel loyalty programme whose rules are data: who has which status on which date, and why.
package loyalty
