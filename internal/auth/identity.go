package auth

// Identity is all the use cases of this package: how one gets in, stays in, and
// changes how one gets in.
type Identity struct {
	Accounts Accounts
	Emails   Emails
	Recovery Recovery
	Sessions Sessions
	Tokens   Tokens
	Door     Door
	Factors  Factors
	Sudo     Sudo
	Passkeys Passkeys
	Github   Github
	Closing  Closing
}
