//go:build !bootstrap

package schema

import (
	"entgo.io/ent"
	entsql "entgo.io/ent/dialect/sql"

	"portico/ent/account"
	"portico/ent/entry"
	"portico/ent/event"
	"portico/ent/stream"
	"portico/internal/viewer"
)

// Policy: a stream is visible to its account, or to the members of its app. Only the
// log writes it, as the platform.
func (Stream) Policy() ent.Policy {
	return confined(func(v viewer.Viewer) condition { return inTimelines(stream.FieldID, v) }, platformOnly)
}

// Policy: entries are visible with their stream.
func (Entry) Policy() ent.Policy {
	return confined(func(v viewer.Viewer) condition { return inTimelines(entry.FieldStreamID, v) }, platformOnly)
}

// Policy: events are visible if one of their streams is.
func (Event) Policy() ent.Policy {
	return confined(func(v viewer.Viewer) condition { return event.HasEntriesWith(inTimelines(entry.FieldStreamID, v)) }, platformOnly)
}

// inTimelines: the column is the stream of the viewer's account, or of an app that the
// viewer is a member of: streams have their IDs. A token that is confined to apps
// doesn't see what happened on others.
func inTimelines(column string, v viewer.Viewer) condition {
	if v.Confined() {
		return inApps(column, v, RoleLimited)
	}
	return func(s *entsql.Selector) {
		own := selectFrom(s.Dialect(), account.Table, account.FieldID, entsql.EQ(account.FieldID, v.AccountID))
		s.Where(entsql.In(s.C(column), own.Union(appsAs(s.Dialect(), v.AccountID, RoleLimited))))
	}
}
