package main

import (
	"fmt"
	"math"

	"github.com/dustin/go-humanize"
)

// A size is a number of bytes that an operator writes as 500MB or 2GiB.
type size int64

// UnmarshalText reads a size.
func (s *size) UnmarshalText(text []byte) error {
	n, err := humanize.ParseBytes(string(text))
	if err != nil || n > math.MaxInt64 {
		return fmt.Errorf("%q is not a size, such as 500MB or 2GiB", text)
	}
	*s = size(n)
	return nil
}
