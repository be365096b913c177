//go:build ignore

// This is `go tool gqlgen generate` with a plugin.
package main

import (
	"log"
	"strings"

	"github.com/99designs/gqlgen/api"
	"github.com/99designs/gqlgen/codegen/config"
)

func main() {
	cfg, err := config.LoadConfigFromDefaultLocations()
	if err != nil {
		log.Fatal(err)
	}
	if err := api.Generate(cfg, api.AddPlugin(globalIDs{})); err != nil {
		log.Fatal(err)
	}
}

// globalIDs binds the ID of every entity to its method GlobalID: its field ID is the
// key in the database.
type globalIDs struct{}

// Name is the plugin's.
func (globalIDs) Name() string { return "globalids" }

// MutateConfig adds the binding to the models.
func (globalIDs) MutateConfig(cfg *config.Config) error {
	for name, m := range cfg.Models {
		def := cfg.Schema.Types[name]
		if def == nil || def.Fields.ForName("id") == nil || len(m.Model) == 0 || !strings.HasPrefix(m.Model[0], "portico/ent.") {
			continue
		}
		if m.Fields == nil {
			m.Fields = map[string]config.TypeMapField{}
		}
		m.Fields["id"] = config.TypeMapField{FieldName: "GlobalID"}
		cfg.Models[name] = m
	}
	return nil
}
