// Package guest collects all that the report knows of one guest, as guest.json has it: the figures of the report,
// beside those of the other guests.
package guest
