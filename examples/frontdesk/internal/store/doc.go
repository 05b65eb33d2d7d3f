// Package store keeps the front desk's data in an SQL database: stays, answers, members, consents, the points journal
// and the values of the library's packages.
//
// It uses package database/sql and SQL that SQLite and PostgreSQL both read. What differs is in driver.go.
//
// # Writing
//
// All writes go through one goroutine, which runs what is waiting in one transaction, each piece behind a savepoint of
// its own, and commits once: [DB.Write] returns when its piece is on the disk. Several processes may share a database.
// The points journal is safe without that: an account's head moves on only from the version that a decision was made on.
package store
