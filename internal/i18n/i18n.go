// Package i18n writes messages in the reader's language. A message is written in
// English where it is used, with arguments that are values: a count, an instant, an
// amount of money. The catalog of each other language has its translation under the
// English text. A test finds every message without one, in each of its plural forms.
//
// The invariant: only code that knows the reader turns a message into text.
package i18n

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"strings"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/message/catalog"
)

// Languages are the supported languages; the first one is the default.
var Languages = []string{"EN", "FR"}

var tags = map[string]language.Tag{"EN": language.English, "FR": language.French}

//go:embed fr.json
var french []byte

var messages = read()

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
	"EN": message.NewPrinter(language.English, message.Catalog(messages)),
	"FR": message.NewPrinter(language.French, message.Catalog(messages)),
}

// A Reader is who a message is for.
type Reader struct {
	Language string // EN, FR; any other reads English
	TimeZone string // Europe/Paris; any unknown one is UTC
}

func (r Reader) known() string {
	if printers[r.Language] == nil {
		return Languages[0]
	}
	return r.Language
}

// A Value is an argument that is formatted for the reader. Its verb is %s.
type Value interface {
	For(r Reader) string
}

// A Message is an English sentence with its arguments, for a reader who isn't known
// yet. It is a value, so that a message can be an argument of another one.
type Message struct {
	format string
	args   []any
	// one is the format if the count is singular; empty if there is no count.
	one   string
	count int
}

// Msg returns a message. Its format is a literal, so that a test finds it. Numbers
// among the arguments are written with the separators of the reader's language.
func Msg(format string, args ...any) Message { return Message{format: format, args: args} }

// Plural returns a message about a number of things. The count is the first argument of
// both formats, which are literals; the reader's language decides which one is used:
// French uses the singular for zero.
func Plural(count int, one, other string, args ...any) Message {
	return Message{format: other, args: append([]any{count}, args...), one: one, count: count}
}

// For writes the message for a reader.
func (m Message) For(r Reader) string {
	lang, format := r.known(), m.format
	if m.one != "" && plural.Cardinal.MatchPlural(tags[lang], m.count, 0, 0, 0, 0) == plural.One {
		format = m.one
	}
	args := make([]any, len(m.args))
	for i, arg := range m.args {
		if v, ok := arg.(Value); ok {
			arg = v.For(r)
		}
		args[i] = arg
	}
	return printers[lang].Sprintf(format, args...)
}

// IsZero reports whether there is no message.
func (m Message) IsZero() bool { return m.format == "" }

// In writes the message in a language, for a reader whose time zone is unknown.
func (m Message) In(lang string) string { return m.For(Reader{Language: lang}) }

// String writes the message in English, for logs and tests.
func (m Message) String() string { return m.In(Languages[0]) }

// maxAccepted is how much of an Accept-Language header is looked at. Those of browsers
// have less than a hundred bytes, and each language in it is compared with ours.
const maxAccepted = 500

var matcher = language.NewMatcher([]language.Tag{language.English, language.French})

// Prefer chooses a language for someone who has not chosen one, from their
// Accept-Language header.
func Prefer(acceptLanguage string) string {
	if len(acceptLanguage) > maxAccepted {
		acceptLanguage = acceptLanguage[:maxAccepted]
		acceptLanguage = acceptLanguage[:max(0, strings.LastIndex(acceptLanguage, ","))]
	}
	accepted, _, _ := language.ParseAcceptLanguage(acceptLanguage)
	_, i, _ := matcher.Match(accepted...)
	return Languages[i]
}
