package page

import "portico/ent/predicate"

// Walk narrows a query to a window.
var Walk = walk[predicate.App]
