package platform

import "slices"

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
	Transfer            Right = "TRANSFER"
)

// rights says who may do what; nothing else does.
var rights = map[Role][]Right{
	Owner:        {Read, Push, Rename, Delete, ManageCollaborators, Scale, RunOneOff, ManageAddons, Transfer},
	Collaborator: {Read, Push, Scale, RunOneOff, ManageAddons},
	Limited:      {Read, Push},
}

// Rights lists what a role may do.
func Rights(r Role) []Right { return rights[r] }

// May reports whether a role has a right.
func (r Role) May(what Right) bool { return slices.Contains(rights[r], what) }
