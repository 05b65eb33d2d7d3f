package store

// All queries of the program. Parameters are numbered, which SQLite and PostgreSQL both read; none is ever written into
// the text.
const (
	savepoint = "SAVEPOINT piece"
	rollback  = "ROLLBACK TO SAVEPOINT piece"
	release   = "RELEASE SAVEPOINT piece"

	getRevision = `SELECT COALESCE(SUM(revision), 0) FROM saved`
	getSaved    = `SELECT json FROM saved WHERE name = $1`
	putSaved    = `INSERT INTO saved (name, revision, json) VALUES ($1, 1, $2)
		ON CONFLICT (name) DO UPDATE SET revision = saved.revision + 1, json = excluded.json`

	getTouched = `SELECT revision FROM guests WHERE guest = $1`
	touch      = `INSERT INTO guests (guest, revision) VALUES ($1, 1) ON CONFLICT (guest) DO UPDATE SET revision = guests.revision + 1`

	getStay      = `SELECT version, json FROM stays WHERE property = $1 AND id = $2`
	getStays     = `SELECT property, id, json FROM stays WHERE guest = $1 ORDER BY arrival, property, id`
	getArrivals  = `SELECT property, id, json FROM stays WHERE arrival = $1 AND status IN ('booked', 'in-house') ORDER BY property, id`
	getEveryStay = `SELECT property, id, json FROM stays`
	getGuest     = `SELECT guest FROM stays WHERE property = $1 AND id = $2`
	nextProperty = `SELECT property FROM stays WHERE property > $1 ORDER BY property LIMIT 1`
	putStay      = `INSERT INTO stays (property, id, version, guest, status, arrival, departure, json)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (property, id) DO UPDATE SET version = excluded.version,
		guest = excluded.guest, status = excluded.status, arrival = excluded.arrival, departure = excluded.departure,
		json = excluded.json WHERE excluded.version > stays.version`

	getAnswers = `SELECT json FROM answers WHERE guest = $1 ORDER BY answered DESC, id DESC LIMIT 1`
	getAnswer  = `SELECT json FROM answers WHERE id = $1`
	putAnswer  = `INSERT INTO answers (id, guest, answered, json) VALUES ($1, $2, $3, $4) ON CONFLICT (id) DO NOTHING`

	getMember = `SELECT json FROM members WHERE guest = $1`
	putMember = `INSERT INTO members (guest, name, folded, json) VALUES ($1, $2, $3, $4) ON CONFLICT (guest) DO UPDATE SET
		name = excluded.name, folded = excluded.folded, json = excluded.json`
	findMembers = `SELECT guest, name FROM members WHERE folded LIKE $1 ESCAPE '\' OR LOWER(guest) LIKE $1 ESCAPE '\' ORDER BY folded, guest LIMIT $2`
	findStays   = `SELECT DISTINCT guest FROM stays WHERE guest >= $1 AND guest < $2 ORDER BY guest LIMIT $3`

	getConsents = `SELECT purpose, channel, granted, given FROM consents WHERE guest = $1 ORDER BY given, granted DESC, id`
	putConsent  = `INSERT INTO consents (id, guest, purpose, channel, granted, given) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO NOTHING`

	getHead   = `SELECT version, link, recorded FROM heads WHERE account = $1`
	newHead   = `INSERT INTO heads (account, version, link, recorded) VALUES ($1, $2, $3, $4) ON CONFLICT (account) DO NOTHING`
	moveHead  = `UPDATE heads SET version = $2, link = $3, recorded = $4 WHERE account = $1 AND version = $5`
	getEvents = `SELECT event FROM journal WHERE account = $1 AND seq > $2 ORDER BY seq`
	putEvent  = `INSERT INTO journal (account, seq, event, link) VALUES ($1, $2, $3, $4)`
	getChains = `SELECT j.account, j.seq, j.event, j.link, h.version, h.link FROM journal j LEFT JOIN heads h ON h.account = j.account
		ORDER BY j.account, j.seq`
	getHeads    = `SELECT account FROM heads ORDER BY account`
	countHeads  = `SELECT COUNT(*) FROM heads`
	getRequest  = `SELECT digest, status, body FROM requests WHERE id = $1`
	putRequest  = `INSERT INTO requests (id, digest, status, body, recorded) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (id) DO NOTHING`
	dropRequest = `DELETE FROM requests WHERE recorded < $1`

	getClass   = `SELECT class, since FROM classes WHERE guest = $1`
	getClasses = `SELECT guest, class FROM classes`
	putClass   = `INSERT INTO classes (guest, class, since) VALUES ($1, $2, $3) ON CONFLICT (guest) DO UPDATE SET class = excluded.class, since = excluded.since`
)

// queries are prepared when the database is opened, which also checks them.
var queries = []string{
	getRevision, getSaved, putSaved, getTouched, touch, getStay, getStays, getArrivals, getEveryStay, getGuest, nextProperty, putStay, getAnswers, getAnswer, putAnswer,
	getMember, putMember, findMembers, findStays, getConsents, putConsent, getHead, newHead, moveHead, getEvents, putEvent,
	getChains, getHeads, countHeads, getRequest, putRequest, dropRequest, getClass, getClasses, putClass,
}
