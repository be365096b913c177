package timeline

import (
	"portico/ent"
	"portico/internal/i18n"
	"portico/internal/naming"
)

// OnReview is embedded in an event that happens to a review app. It stands in the
// timeline of the app that is reviewed, too.
type OnReview struct {
	OnApp
	Parent NamedApp `json:"parent"`
	Branch string   `json:"branch"`
}

// ForReview is for an event that happened to a review app, which was loaded with its
// parent.
func ForReview(a *ent.App) OnReview {
	parent := a.Edges.Parent
	return OnReview{OnApp: ForApp(a).Also(parent.ID), Parent: *NameApp(parent), Branch: *a.Branch}
}

// ReviewAppCreatedEvent records that a review app was made of a branch.
type ReviewAppCreatedEvent struct{ OnReview }

var _ = register[ReviewAppCreatedEvent]("review_app_created")

func (e *ReviewAppCreatedEvent) summary() i18n.Message {
	return i18n.Msg("Review app %s created from the branch %s of %s", e.App.Name, naming.Line(e.Branch, 40), e.Parent.Name)
}

// ReviewAppDeletedEvent records that a review app was deleted.
type ReviewAppDeletedEvent struct{ OnReview }

var _ = register[ReviewAppDeletedEvent]("review_app_deleted")

func (e *ReviewAppDeletedEvent) summary() i18n.Message {
	return i18n.Msg("Review app %s of %s deleted", e.App.Name, e.Parent.Name)
}
