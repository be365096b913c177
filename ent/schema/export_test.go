package schema

// InApps is the condition under which a viewer has a role on an app.
var InApps = inApps

// Least is the role that an operation on an entity that belongs to an app takes.
var Least = AppOwned.least
