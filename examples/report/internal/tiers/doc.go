// Package tiers tells which tier of a loyalty programme each guest has, who is near the next one, and who is about to drop.
package tiers
