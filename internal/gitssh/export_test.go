package gitssh

import "io"

// Watched is the reader that withholds what its watcher fails at.
func Watched(from io.Reader, by io.Writer) io.Reader { return watched{from, by} }
