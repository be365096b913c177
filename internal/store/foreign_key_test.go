package store_test

import (
	"testing"

	"portico/ent/migrate"
)

// R69: each foreign key has an index that begins with its column: without one, deleting a
// row reads the whole table that may point to it.
func TestR69_ForeignKeysHaveIndexes(t *testing.T) {
	t.Parallel()
	for _, table := range migrate.Tables {
		found := map[string]bool{table.PrimaryKey[0].Name: true}
		for _, c := range table.Columns {
			found[c.Name] = found[c.Name] || c.Unique
		}
		for _, i := range table.Indexes {
			found[i.Columns[0].Name] = found[i.Columns[0].Name] || i.Annotation == nil || i.Annotation.Where == ""
		}
		for _, key := range table.ForeignKeys {
			if name := key.Columns[0].Name; !found[name] {
				t.Errorf("%s.%s has no index", table.Name, name)
			}
		}
	}
}
