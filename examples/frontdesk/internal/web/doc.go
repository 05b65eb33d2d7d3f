// Package web is the front desk over HTTP: an API in JSON, and pages that work without script.
//
// What it promises is in openapi.json. Requests that change something carry an Idempotency-Key; the same request again
// gets the same answer and has no second effect. Errors are problem documents of RFC 9457. Ids and names of guests stand
// in answers, never in logs and metrics.
package web
