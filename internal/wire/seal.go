package wire

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
)

// ErrVersion is wrapped for data of a newer library.
var ErrVersion = errors.New("hotelcrm: unknown format version")

const checksumSize = 4

var checksums = crc32.MakeTable(crc32.Castagnoli)

// Head appends a magic and the version of the form that follows it, below 128.
func Head(b []byte, magic string, version uint64) []byte { return Uint(append(b, magic...), version) }

// Seal appends the CRC-32C of what stands in b from start on, where [Head] began.
func Seal(b []byte, start int) []byte {
	return binary.LittleEndian.AppendUint32(b, crc32.Checksum(b[start:], checksums))
}

// Unseal checks magic, version and checksum, and returns what lies between. what says in errors what the data should be.
//
// Errors: [ErrVersion] for a version above the newest, [ErrCorrupt] for anything else, both wrapped.
func Unseal(data []byte, magic, what string, newest uint64) ([]byte, error) {
	rest, ok := bytes.CutPrefix(data, []byte(magic))
	if !ok {
		return nil, fmt.Errorf("%w: not %s", ErrCorrupt, what)
	}
	version, n := binary.Uvarint(rest)
	switch {
	case n != 1 || version == 0:
		return nil, fmt.Errorf("%w: format version", ErrCorrupt)
	case version > newest:
		return nil, fmt.Errorf("%w: %d, this library reads up to %d", ErrVersion, version, newest)
	case len(rest) < 1+checksumSize:
		return nil, fmt.Errorf("%w: cut short", ErrCorrupt)
	}
	end := len(data) - checksumSize
	if binary.LittleEndian.Uint32(data[end:]) != crc32.Checksum(data[:end], checksums) {
		return nil, fmt.Errorf("%w: checksum", ErrCorrupt)
	}
	return rest[1 : len(rest)-checksumSize], nil
}
