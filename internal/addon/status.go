package addon

import (
	"portico/ent/addon"
	"portico/internal/state"
)

// Statuses are what an add-on can be. One that is removed has no row.
var Statuses = state.Table[addon.Status]{
	Name: "Add-on", Start: addon.StatusPROVISIONING,
	Rows: []state.Row[addon.Status]{
		{State: addon.StatusPROVISIONING, Next: []addon.Status{addon.StatusRUNNING, addon.StatusSUSPENDED, addon.StatusFAILED}},
		{State: addon.StatusRUNNING, Next: []addon.Status{addon.StatusSUSPENDED, addon.StatusFAILED}},
		// At once running: the platform resumed it without being asked.
		{State: addon.StatusSUSPENDED, Next: []addon.Status{addon.StatusRESUMING, addon.StatusRUNNING, addon.StatusFAILED}},
		{State: addon.StatusRESUMING, Next: []addon.Status{addon.StatusRUNNING, addon.StatusSUSPENDED, addon.StatusFAILED}},
		{State: addon.StatusFAILED},
	},
}
