package graph

import (
	"portico/internal/catalog"
	"portico/internal/limit"
)

// Prices are those of the fields that read the database, have long values, or are lists
// without pages. A test measures all fields that queries reach, and names those that are
// more work than their price (R90).
var Prices = map[string]limit.Price{
	"Query.viewer": {Own: 6}, "Query.node": {Own: 18}, "Query.nodes": {Own: 18}, "Query.app": {Own: 18},
	"Query.plans": {Own: 3, Items: catalog.MaxSold},

	"Viewer.apps":      {Own: 28},
	"Viewer.apiTokens": {Own: 14, Row: 7}, // a row names up to 100 apps
	"Viewer.sessions":  {Own: 5}, "Viewer.sshKeys": {Own: 4},
	"Viewer.timeline": {Own: 5}, "Viewer.timelineHead": {Own: 2},
	"Viewer.invitations": {Own: 60, Items: 100}, "Viewer.passkeys": {Own: 3, Items: 10},
	"Viewer.appTransfers": {Own: 8, Items: 100}, "AppTransfer.monthly": {Own: 4},
	"Operator.account": {Own: 3}, "OperatorAccount.ownedApps": {Own: 3, Items: 500}, "OperatorAccount.work": {Own: 600, Items: 100}, // of 10,500 apps
	"Viewer.deletion":     {Own: 95}, // it reads the apps that are in its way
	"Viewer.loginMethods": {Own: 3}, "Viewer.sudoMethods": {Own: 8}, "Viewer.twoFactor": {Own: 3},
	"Viewer.github": {Own: 2}, "Viewer.emailChange": {Own: 3}, "Viewer.dataExport": {Own: 2},

	// An account may have a hundred thousand lifespans: a count reads all that match, and usage
	// those of the period. Its resolver charges for what is more than a hundred of them, or
	// than a hundred rows.
	"Billing.usage": {Own: 200}, "Billing.lifespans": {Own: 5}, "LifespanConnection.totalCount": {Own: 50},
	"Billing.profile": {Own: 3},
	"Usage.rows":      {Own: 75, Items: pricedRows}, "Usage.days": {Items: 31},

	"App.containers": {Items: 10}, "Container.plan": {Own: 1},
	"App.reviewApps": {Own: 20}, "App.collaborators": {Own: 5}, "App.deployments": {Own: 5}, "App.timeline": {Own: 7}, "App.timelineHead": {Own: 4},

	"AppConnection.totalCount": {Own: 2}, "ApiTokenConnection.totalCount": {Own: 2}, "CollaboratorConnection.totalCount": {Own: 2},
	"SessionConnection.totalCount": {Own: 2}, "SshKeyConnection.totalCount": {Own: 2}, "AddonConnection.totalCount": {Own: 2},
	"OneOffConnection.totalCount": {Own: 50}, // those that have ended are never removed

	"ApiToken.apps": {Items: 100}, "AccountDeletion.ownedApps": {Items: 500}, "AppsRemainError.apps": {Items: 500},
	"SshKey.publicKey": {Own: 8}, // RSA with 8192 bits: 1.4 KB
}
