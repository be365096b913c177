package versions

// NormalizeEmailKeys is the migration in Go.
var NormalizeEmailKeys = normalizeEmailKeys
