package graph

import (
	"bytes"
	"embed"
)

//go:embed schema/*.graphqls
var sdl embed.FS

// SDL is the whole schema, one section after the other.
func SDL() []byte {
	files, err := sdl.ReadDir("schema")
	if err != nil {
		panic(err) // embedded: it is there
	}
	var all bytes.Buffer
	for _, f := range files {
		text, err := sdl.ReadFile("schema/" + f.Name())
		if err != nil {
			panic(err)
		}
		all.Write(text)
		all.WriteByte('\n')
	}
	return all.Bytes()
}
