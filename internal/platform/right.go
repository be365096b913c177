package platform

import (
	"slices"

	"portico/ent"
)

// A Role is what an account is to an app, as the API names it.
type Role string

// The roles. The API has no NoRole: without a role, nobody sees the app.
const (
	Owner        Role = "OWNER"
	Collaborator Role = "COLLABORATOR"
	Limited      Role = "LIMITED"
	NoRole       Role = ""
)

// A Right is something that an account may be allowed to do with an app.
type Right string

// The rights.
const (
	Read                Right = "READ"
	Push                Right = "PUSH"
	Rename              Right = "RENAME"
	Delete              Right = "DELETE"
	ManageCollaborators Right = "MANAGE_COLLABORATORS"
	Scale               Right = "SCALE"
	RunOneOff           Right = "RUN_ONE_OFF"
	ManageAddons        Right = "MANAGE_ADDONS"
	ManageReviewApps    Right = "MANAGE_REVIEW_APPS"
	Transfer            Right = "TRANSFER"
)

// rights says who may do what with an app; nothing else does.
var rights = map[Role][]Right{
	Owner:        {Read, Push, Rename, Delete, ManageCollaborators, Scale, RunOneOff, ManageAddons, ManageReviewApps, Transfer},
	Collaborator: {Read, Push, Scale, RunOneOff, ManageAddons, ManageReviewApps},
	Limited:      {Read, Push},
}

// reviewRights says who may do what with a review app. Code, collaborators, and owner
// are those of the app that it reviews.
var reviewRights = map[Role][]Right{
	Owner:        {Read, Rename, Delete, Scale, RunOneOff, ManageAddons},
	Collaborator: {Read, Delete, Scale, RunOneOff, ManageAddons},
	Limited:      {Read},
}

// Rights lists what a role may do with an app.
func (r Role) Rights(a *ent.App) []Right {
	if a.ParentID != nil {
		return reviewRights[r]
	}
	return rights[r]
}

// May reports whether a role has a right on an app.
func (r Role) May(what Right, a *ent.App) bool { return slices.Contains(r.Rights(a), what) }
