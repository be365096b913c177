//go:build ignore

package main

import (
	"errors"
	"io/fs"
	"log"
	"os"

	"entgo.io/ent/entc"
	"entgo.io/ent/entc/gen"
)

func main() {
	// schema/owned_rules.go imports what is generated here. Where that is not
	// there yet, a first pass without the rules makes it.
	if _, err := os.Stat("intercept/intercept.go"); errors.Is(err, fs.ErrNotExist) {
		generate(entc.BuildTags("bootstrap"))
	}
	generate()
}

func generate(opts ...entc.Option) {
	err := entc.Generate("./schema", &gen.Config{
		Target: ".", Package: "portico/ent",
		// Upsert stays off: it overwrites rows past the ownership rule.
		Features: []gen.Feature{
			gen.FeaturePrivacy, gen.FeatureIntercept, gen.FeatureVersionedMigration, gen.FeatureExecQuery,
		},
	}, append(opts, entc.TemplateDir("./template"))...)
	if err != nil {
		log.Fatal(err)
	}
}
