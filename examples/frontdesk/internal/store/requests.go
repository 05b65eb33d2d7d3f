package store

import "bytes"

// Reply is what was answered to a request.
type Reply struct {
	Status int
	Body   []byte // JSON
}

// Digest tells whether two requests with one id have the same content.
type Digest [32]byte

// Answered returns what was answered to a request, and whether it had the content that is meant now.
func (tx *Tx) Answered(id string, digest Digest) (reply *Reply, same bool, err error) {
	var kept, body []byte
	var status int
	found, err := tx.one(getRequest, []any{id}, &kept, &status, &body)
	if err != nil || !found {
		return nil, false, err
	}
	return &Reply{Status: status, Body: body}, bytes.Equal(kept, digest[:]), nil
}

// Answer keeps what is answered to a request, at a moment in milliseconds since 1970.
//
// Errors: [ErrRaced].
func (tx *Tx) Answer(id string, digest Digest, reply Reply, recorded int64) error {
	n, err := tx.exec(putRequest, id, digest[:], reply.Status, string(reply.Body), recorded)
	if err == nil && n == 0 {
		err = ErrRaced
	}
	return err
}

// Forget drops the answers to requests before a moment: a later retry of them is a new request to all but the ledger.
func (tx *Tx) Forget(before int64) (int64, error) { return tx.exec(dropRequest, before) }
