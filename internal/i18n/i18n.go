// Package i18n translates messages into the reader's language. A message is
// written in English where it is needed; the catalog of each other language has
// its translation under that text. A test finds every message without one.
package i18n

import (
	_ "embed"
	"encoding/json"
	"fmt"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/message/catalog"
)

// Languages are those that are spoken, the first one unless asked otherwise.
var Languages = []string{"EN", "FR"}

//go:embed fr.json
var french []byte

var sentences = read()

func read() catalog.Catalog {
	b := catalog.NewBuilder(catalog.Fallback(language.English))
	var table map[string]string
	if err := json.Unmarshal(french, &table); err != nil {
		panic(fmt.Sprintf("fr.json: %v", err))
	}
	for english, translated := range table {
		if err := b.SetString(language.French, english, translated); err != nil {
			panic(fmt.Sprintf("fr.json: %q: %v", english, err))
		}
	}
	return b
}

var printers = map[string]*message.Printer{
	"EN": message.NewPrinter(language.English, message.Catalog(sentences)),
	"FR": message.NewPrinter(language.French, message.Catalog(sentences)),
}

// Say formats an English sentence in a language: EN or FR, English for any
// other.
func Say(lang, format string, args ...any) string {
	p := printers[lang]
	if p == nil {
		p = printers["EN"]
	}
	return p.Sprintf(format, args...)
}

// A Message is an English sentence with its arguments, for a reader whose
// language is not known yet.
type Message struct {
	Format string
	Args   []any
}

// Msg is a message. Its format is a literal, so that a test finds it.
func Msg(format string, args ...any) Message { return Message{format, args} }

// In formats the message in a language, as Say does.
func (m Message) In(lang string) string { return Say(lang, m.Format, m.Args...) }

// Prefer picks a language for somebody who has not chosen one, from their
// Accept-Language header.
func Prefer(acceptLanguage string) string {
	tags, _, _ := language.ParseAcceptLanguage(acceptLanguage)
	_, i, _ := language.NewMatcher([]language.Tag{language.English, language.French}).Match(tags...)
	return Languages[i]
}
