package bus

import "github.com/google/uuid"

// RightsChangedNow is RightsChanged without a transaction to wait for.
func (m *Memory) RightsChangedNow(account uuid.UUID) { m.rightsChanged(account) }
