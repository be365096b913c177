package addon_test

import (
	"testing"

	entaddon "portico/ent/addon"
	"portico/internal/addon"
)

func TestStatusesOfAddons(t *testing.T) {
	t.Parallel()
	for _, from := range addon.Statuses.States() {
		if err := entaddon.StatusValidator(from); err != nil {
			t.Error(err)
		}
		for _, to := range addon.Statuses.States() {
			forbidden := from != to && (from == entaddon.StatusFAILED || to == entaddon.StatusPROVISIONING ||
				to == entaddon.StatusRESUMING && from != entaddon.StatusSUSPENDED)
			if err := addon.Statuses.Check(from, to); (err != nil) != forbidden {
				t.Errorf("from %s to %s: %v", from, to, err)
			}
		}
	}
}
